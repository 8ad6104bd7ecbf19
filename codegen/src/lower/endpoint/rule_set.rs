//! The endpoint rules of a service, with their tests.

use super::{default_rules, diagram, parameter, rule, split, test, tidy};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::traits::{Traits, id};
use crate::plan::endpoint::EndpointPlan;
use crate::source::Node;

/// Lowers the endpoint rules of the service, and their tests if the configuration asks for them. Tests that are left out
/// become warnings.
pub(in crate::lower) fn lower(
    model: &Model,
    config: &Config,
    warnings: &mut Vec<Diagnostic>,
) -> Result<EndpointPlan, Diagnostics> {
    let Some((service, _)) = model.service() else { return Ok(EndpointPlan::default()) };
    // Of a service with both, the rules are read: they are the source of the diagram, and the trait of the diagram is experimental.
    let plan = if let Some(rules) = service.traits.get(id::ENDPOINT_RULE_SET) {
        rule_set(&rules.node(), &service.traits)?
    } else if let Some(diagram) = service.traits.get(id::ENDPOINT_BDD) {
        self::diagram(&diagram.node(), &service.traits)?
    } else {
        let (source, value) = default_rules::rule_set(service)?;
        return rule_set(&Node::root(&value, &source), &Traits::default());
    };
    let tests = service.traits.get(id::ENDPOINT_TESTS).filter(|_| config.protocol_tests);
    let Some(tests) = tests else { return Ok(plan) };
    let test::Cases { cases, left_out } = test::read(&tests.node(), &plan.parameters)?;
    let (left_out, causes): (Vec<_>, Vec<_>) = left_out.into_iter().unzip();
    warnings.extend(causes);
    Ok(EndpointPlan { tests: cases, left_out, ..plan })
}

/// Lowers a decision diagram without tests.
fn diagram(node: &Node<'_>, traits: &Traits) -> Result<EndpointPlan, Diagnostics> {
    check_version(node)?;
    let parameters = parameter::read(node, traits)?;
    let functions = diagram::lower(node, &parameters)?;
    Ok(EndpointPlan { parameters, functions, tests: Vec::new(), left_out: Vec::new() })
}

/// Lowers endpoint rules without tests.
fn rule_set(node: &Node<'_>, traits: &Traits) -> Result<EndpointPlan, Diagnostics> {
    check_version(node)?;
    let parameters = parameter::read(node, traits)?;
    let rules = rule::read(node, &parameters)?;
    let functions = split::functions(tidy::rules(rules));
    Ok(EndpointPlan { parameters, functions, tests: Vec::new(), left_out: Vec::new() })
}

/// Checks the version, if it is there. Minor versions add functions, each of which is known or refused.
fn check_version(node: &Node<'_>) -> Result<(), Diagnostic> {
    let Some(version) = node.get("version") else { return Ok(()) };
    let text = version.text()?;
    if text.strip_prefix("1.").is_some_and(|minor| minor.parse::<u32>().is_ok()) {
        return Ok(());
    }
    Err(Diagnostic::error(format!("endpoint rules of version `{text}` are not supported"))
        .at(&version.location)
        .with_help("use rules of version `1.0`, or of a later one that begins with `1.`"))
}
