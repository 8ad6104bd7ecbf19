//! Simplification of rules: no unused variables, unreachable rules or constant conditions, of which Rust would warn.

use std::collections::BTreeSet;

use crate::plan::endpoint::{Condition, Expression, Outcome, Rule};

/// Simplifies rules: those after one that always matches go, and so do those that never match.
pub(super) fn rules(rules: Vec<Rule>) -> Vec<Rule> {
    let mut kept = Vec::new();
    for unsimplified in rules {
        let Some(rule) = rule(unsimplified) else { continue };
        let last = !rule.is_conditional();
        kept.push(rule);
        if last {
            break;
        }
    }
    kept
}

fn rule(unsimplified: Rule) -> Option<Rule> {
    let outcome = match unsimplified.outcome {
        Outcome::Rules(inner) => Outcome::Rules(rules(inner)),
        other => other,
    };
    let mut rule = Rule { conditions: Vec::new(), outcome };
    let mut used = variables(&rule);
    for condition in unsimplified.conditions.into_iter().rev() {
        match tidied(condition, &used) {
            Some(Condition::Test(Expression::Boolean(false))) => return None,
            None | Some(Condition::Test(Expression::Boolean(true))) => {}
            Some(condition) => {
                used.extend(names(condition.expression()));
                rule.conditions.push(condition);
            }
        }
    }
    rule.conditions.reverse();
    let mut seen = Vec::new();
    rule.conditions.retain(|condition| {
        let first = !seen.contains(condition);
        seen.push(condition.clone());
        first
    });
    Some(flattened(rule))
}

/// Replaces a rule by the only further rule that it leads to, if that has no conditions.
fn flattened(mut rule: Rule) -> Rule {
    if let Outcome::Rules(inner) = &mut rule.outcome
        && let [only] = &mut inner[..]
        && !only.is_conditional()
    {
        rule.conditions.append(&mut only.conditions);
        let outcome = std::mem::replace(&mut only.outcome, Outcome::Rules(Vec::new()));
        rule.outcome = outcome;
    }
    rule
}

/// Returns a condition without an unused variable.
fn tidied(condition: Condition, used: &BTreeSet<String>) -> Option<Condition> {
    match condition {
        Condition::Bind { name, value } if !used.contains(&name) => {
            Some(Condition::Test(Expression::IsSome(Box::new(value))))
        }
        Condition::Let { name, .. } if !used.contains(&name) => None,
        other => Some(other),
    }
}

/// Returns the variables that the rule, and those inside, use without defining them.
pub(super) fn variables(rule: &Rule) -> BTreeSet<String> {
    let mut used: BTreeSet<String> = match &rule.outcome {
        Outcome::Endpoint(endpoint) => endpoint.expressions().into_iter().flat_map(names).collect(),
        Outcome::Error(message) => names(message).collect(),
        Outcome::Rules(inner) => inner.iter().flat_map(variables).collect(),
        Outcome::Function { arguments, .. } => arguments.iter().flat_map(names).collect(),
    };
    for condition in rule.conditions.iter().rev() {
        if let Some(name) = condition.defines() {
            used.remove(name);
        }
        used.extend(names(condition.expression()));
    }
    used
}

fn names(expression: &Expression) -> impl Iterator<Item = String> {
    expression.all().into_iter().filter_map(|part| match part {
        Expression::Variable { name, .. } => Some(name.clone()),
        _ => None,
    })
}
