//! Endpoint rules, typed. Source: Smithy 2.0 specification, "Rules engine".

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{Traits, id};
use crate::model::{Model, Shape};
use crate::read::node::Node;

mod attribute;
mod call;
mod expression;
mod function;
mod outcome;
mod parameter;
mod path;
mod regional;
mod rule;
mod scope;
mod split;
mod template;
mod test;
mod tidy;

pub use attribute::Attribute;
pub use expression::{Expression, Type};
pub use function::Function;
pub use outcome::{AuthScheme, EndpointOutcome, Property};
pub use parameter::{BuiltIn, Parameter, ParameterType, ParameterValue, Setting};
pub(super) use path::Step as PathStep;
pub use rule::{Condition, Guarded, Outcome, Rule};
pub use split::RuleFunction;
pub use test::{EndpointTest, Expected};

/// How endpoints are found.
#[derive(Clone, Debug, Default)]
pub struct EndpointPlan {
    /// What the rules ask for, in the order of the names.
    pub parameters: Vec<Parameter>,
    /// The function that tries the rules, and those that it calls.
    pub functions: Vec<RuleFunction>,
    /// Cases from the model.
    pub tests: Vec<EndpointTest>,
    /// The cases that cannot be expressed, and why.
    pub left_out: Vec<String>,
}

impl EndpointPlan {
    /// The parameter with a name in the rules.
    #[must_use]
    pub fn parameter(&self, wire_name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.wire_name == wire_name)
    }

    /// Every rule at any depth.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.functions.iter().flat_map(|function| &function.rules).flat_map(Rule::all)
    }

    /// Every expression that conditions and outcomes hold, those inside of others included.
    pub fn expressions(&self) -> impl Iterator<Item = &Expression> {
        self.rules().flat_map(Rule::expressions).flat_map(Expression::all)
    }
}

/// Types the rule set of the service, and its tests. What is left out goes to `warnings`.
pub(super) fn lower(model: &Model, warnings: &mut Vec<Diagnostic>) -> Result<EndpointPlan, Diagnostics> {
    let Some((service, _)) = model.service() else { return Ok(EndpointPlan::default()) };
    let Some(given) = service.traits.get(id::ENDPOINT_RULE_SET) else {
        if let Some(given) = service.traits.get(id::ENDPOINT_BDD) {
            return Err(Diagnostic::error("the service has endpoint rules as a decision diagram only")
                .at(&given.place)
                .with_help(format!("add the same rules as `{}`", id::ENDPOINT_RULE_SET))
                .into());
        }
        return regional(service);
    };
    let mut plan = rule_set(&Node::new(&given.value, given.place.clone()), &service.traits)?;
    if let Some(tests) = service.traits.get(id::ENDPOINT_TESTS) {
        let read = test::read(&Node::new(&tests.value, tests.place.clone()), &plan.parameters)?;
        plan.tests = read.cases;
        plan.left_out = read.left_out.iter().map(|(label, _)| label.clone()).collect();
        warnings.extend(read.left_out.into_iter().map(|(_, warning)| warning));
    }
    Ok(plan)
}

fn rule_set(node: &Node<'_>, traits: &Traits) -> Result<EndpointPlan, Diagnostics> {
    let parameters = parameter::read(node, traits)?;
    let rules = rule::read(node, &parameters)?;
    let functions = split::functions(tidy::rules(rules));
    Ok(EndpointPlan { parameters, functions, tests: Vec::new(), left_out: Vec::new() })
}

/// The rules of a service that gives none.
fn regional(service: &Shape) -> Result<EndpointPlan, Diagnostics> {
    let (source, value) = regional::rule_set(service)?;
    rule_set(&Node::new(&value, source.place("")), &Traits::default())
}
