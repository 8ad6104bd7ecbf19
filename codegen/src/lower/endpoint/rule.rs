//! Rules.

use super::scope::Scope;
use super::{call, outcome};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::plan::endpoint::{Condition, Expression, Outcome, Parameter, Rule, Type};
use crate::source::Node;

/// Reads the rules of a rule set.
pub(super) fn read(rule_set: &Node<'_>, parameters: &[Parameter]) -> Result<Vec<Rule>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let rules = list(rule_set, &Scope::new(parameters), &mut diagnostics);
    diagnostics.finish(rules)
}

/// Lowers the rules in `rules` of a node; wrong ones become diagnostics.
fn list(node: &Node<'_>, scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Vec<Rule> {
    let nodes = match node.required("rules").and_then(|rules| rules.elements()) {
        Ok(nodes) => nodes,
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return Vec::new();
        }
    };
    let mut rules = Vec::new();
    for node in &nodes {
        match rule(node, scope.clone(), diagnostics) {
            Ok(rule) => rules.push(rule),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    rules
}

fn rule(node: &Node<'_>, mut scope: Scope<'_>, diagnostics: &mut Diagnostics) -> Result<Rule, Diagnostic> {
    let mut conditions = Vec::new();
    for condition in node.get("conditions").map(|list| list.elements()).transpose()?.unwrap_or_default() {
        conditions.extend(self::condition(&condition, &mut scope)?);
    }
    let is_tree = node.get("type").is_some_and(|kind| kind.value == "tree");
    if is_tree {
        return Ok(Rule { conditions, outcome: Outcome::Rules(list(node, &scope, diagnostics)) });
    }
    let end = end(node, &mut scope)?;
    conditions.extend(end.conditions);
    Ok(Rule { conditions, outcome: end.outcome })
}

/// Reads the endpoint or error of a rule, with the conditions for the values in it.
pub(super) fn end(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Rule, Diagnostic> {
    let kind = node.required("type")?;
    let outcome = match kind.text()? {
        "endpoint" => Outcome::Endpoint(outcome::read(&node.required("endpoint")?, scope)?),
        "error" => Outcome::Error(call::typed(
            &node.required("error")?,
            Type::String,
            "the message of an error",
            scope,
        )?),
        "tree" => {
            return Err(Diagnostic::error("a result of a decision diagram cannot be a `tree`")
                .at(&kind.location)
                .with_help("write `endpoint` or `error`"));
        }
        other => {
            return Err(Diagnostic::error(format!("`{other}` is not a kind of endpoint rule"))
                .at(&kind.location)
                .suggest(other, ["endpoint", "error", "tree"], "write `endpoint`, `error` or `tree`"));
        }
    };
    Ok(Rule { conditions: std::mem::take(&mut scope.pending), outcome })
}

/// Reads a condition, which may be several in Rust, or none if it always holds.
pub(super) fn condition(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Vec<Condition>, Diagnostic> {
    let assigned = node.get("assign").map(|name| name.text()).transpose()?;
    if assigned.is_none()
        && let Some(condition) = set_parameter(node, scope)?
    {
        return Ok(vec![condition]);
    }
    let value = call::condition(node, scope)?;
    let mut conditions = std::mem::take(&mut scope.pending);
    match (assigned, value.is_optional()) {
        (Some(name), true) => {
            let name = scope.bind(name, value.ty());
            conditions.push(Condition::Bind { name, value });
        }
        (Some(name), false) => conditions.extend(assign(name, value, scope)),
        (None, true) if value.ty() == Type::Boolean => {
            let name = scope.variable("flag");
            let boolean = Expression::Variable { name: name.clone(), ty: Type::Boolean, is_optional: false };
            conditions.extend([Condition::Bind { name, value }, Condition::Test(boolean)]);
        }
        (None, true) => conditions.push(Condition::Test(Expression::IsSome(Box::new(value)))),
        (None, false) if value.ty() == Type::Boolean => conditions.push(Condition::Test(value)),
        (None, false) => {}
    }
    Ok(conditions)
}

/// Lowers `isSet` of an optional parameter or name to a variable, which has a value from here on.
fn set_parameter(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Option<Condition>, Diagnostic> {
    let is_set = node.get("fn").is_some_and(|function| function.value == "isSet");
    let arguments = node.get("argv").filter(|_| is_set);
    let arguments = arguments.map(|list| list.elements()).transpose()?.unwrap_or_default();
    let [argument] = &arguments[..] else { return Ok(None) };
    let Some(name) = argument.get("ref") else { return Ok(None) };
    let name_text = name.text()?;
    if scope.is_missing(name_text) {
        return Ok(None);
    }
    match scope.resolve(name_text, &name.location)? {
        value @ (Expression::Parameter { is_optional: true, .. }
        | Expression::Variable { is_optional: true, .. }) => {
            let name = scope.bind(name_text, value.ty());
            Ok(Some(Condition::Bind { name, value }))
        }
        _ => Ok(None),
    }
}

/// Binds a value that is always there to a name; a boolean must be true as well.
fn assign(name: &str, value: Expression, scope: &mut Scope<'_>) -> Option<Condition> {
    match value {
        value if value.ty() == Type::Boolean => {
            scope.define(name, Expression::Boolean(true));
            Some(Condition::Test(value))
        }
        Expression::String(_) | Expression::Parameter { .. } | Expression::Variable { .. } => {
            scope.define(name, value);
            None
        }
        value => {
            let name = scope.bind(name, value.ty());
            Some(Condition::Let { name, value })
        }
    }
}
