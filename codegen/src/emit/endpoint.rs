//! Endpoint rules as plain Rust, their parameters, the sources of these, and tests from the model.

mod binding;
mod config;
mod expression;
mod module;
mod outcome;
mod params;
mod result;
mod rule;
mod test;
mod ty;

pub(super) use binding::operation_params;
pub(super) use config::{from_config, has_settings, setting_sources, settings};
pub(super) use module::endpoint;
pub(super) use test::tests;
