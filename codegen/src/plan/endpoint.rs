//! Endpoint rules, typed. Source: Smithy 2.0 specification, "Rules engine".

mod attribute;
mod expression;
mod function;
mod outcome;
mod parameter;
mod rule;
mod rule_set;
mod test;
mod ty;

pub use attribute::Attribute;
pub use expression::{ElementIndex, Expression};
pub use function::Function;
pub use outcome::{AuthScheme, EndpointOutcome, Property};
pub use parameter::{BuiltIn, Parameter, ParameterType, ParameterValue, Setting};
pub use rule::{Condition, Guarded, Outcome, Rule, RuleFunction, Variable};
pub use rule_set::EndpointPlan;
pub use test::{EndpointTest, ExpectedOutcome};
pub use ty::Type;
