// Copied by tinsmith from its support code. Do not edit.

//! Interceptors of every request.

mod features;
mod preparation;
mod telemetry;

pub(crate) use features::FeatureTracker;
pub(crate) use preparation::Preparation;
