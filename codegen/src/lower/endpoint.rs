//! Endpoint rules -> plan. Source: Smithy 2.0 specification, "Rules engine".

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::traits::{Traits, id};
use crate::model::{Model, Shape};
use crate::plan::endpoint::EndpointPlan;
use crate::source::Node;

mod attribute;
mod call;
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

pub(super) use parameter::parameter_value;
pub(super) use path::Step as PathStep;

/// The endpoint rules of the service, and its tests. Tests that are left out become warnings.
pub(super) fn lower(model: &Model, warnings: &mut Vec<Diagnostic>) -> Result<EndpointPlan, Diagnostics> {
    let Some((service, _)) = model.service() else { return Ok(EndpointPlan::default()) };
    let Some(rules) = service.traits.get(id::ENDPOINT_RULE_SET) else {
        if let Some(diagram) = service.traits.get(id::ENDPOINT_BDD) {
            return Err(Diagnostic::error("the service has endpoint rules as a decision diagram only")
                .at(&diagram.location)
                .with_help(format!("add the same rules as `{}`", id::ENDPOINT_RULE_SET))
                .into());
        }
        return regional(service);
    };
    let mut plan = rule_set(&rules.node(), &service.traits)?;
    if let Some(tests) = service.traits.get(id::ENDPOINT_TESTS) {
        let read = test::read(&tests.node(), &plan.parameters)?;
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

/// The rules of a service without any.
fn regional(service: &Shape) -> Result<EndpointPlan, Diagnostics> {
    let (source, value) = regional::rule_set(service)?;
    rule_set(&Node::root(&value, &source), &Traits::default())
}
