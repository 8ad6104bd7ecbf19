//! Endpoint rules -> plan. Source: Smithy 2.0 specification, "Rules engine".

mod attribute;
mod call;
mod default_rules;
mod diagram;
mod missing;
mod outcome;
mod parameter;
mod path;
mod rule;
mod rule_set;
mod scope;
mod split;
mod template;
mod test;
mod tidy;

pub(super) use parameter::parameter_value;
pub(super) use path::{Step as PathStep, steps as path_steps};
pub(super) use rule_set::lower;
