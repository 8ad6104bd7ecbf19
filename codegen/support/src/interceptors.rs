//! Interceptors of every request.

mod features;
mod preparation;
mod telemetry;

pub(crate) use features::FeatureTracker;
pub(crate) use preparation::Preparation;
