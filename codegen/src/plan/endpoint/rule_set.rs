//! The endpoint rules of a service, as a whole.

use super::{EndpointTest, Expression, Parameter, Rule, RuleFunction};

/// The endpoint rules of a service.
#[derive(Clone, Debug, Default)]
pub struct EndpointPlan {
    /// The parameters in the order of their names.
    pub parameters: Vec<Parameter>,
    /// The function that evaluates the rules, and those that it calls.
    pub functions: Vec<RuleFunction>,
    /// Tests of the model.
    pub tests: Vec<EndpointTest>,
    /// The tests that cannot be expressed, with the causes.
    pub left_out: Vec<String>,
}

impl EndpointPlan {
    /// Returns the parameter with a name in the rules.
    #[must_use]
    pub fn parameter(&self, wire_name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.rules_name == wire_name)
    }

    /// Returns every rule at any depth.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.functions.iter().flat_map(|function| &function.rules).flat_map(Rule::all)
    }

    /// Returns every expression in conditions and outcomes, those inside of others included.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        self.rules().flat_map(Rule::expressions).flat_map(Expression::all)
    }
}
