//! Rules without what Rust would warn of: variables that nothing uses, rules that nothing reaches, tests that are
//! known beforehand.

use std::collections::BTreeSet;

use super::{Condition, Expression, Outcome, Rule};

/// Tidies rules: those behind one that always fits go, and so do those that never fit.
pub(super) fn rules(rules: Vec<Rule>) -> Vec<Rule> {
    let mut kept = Vec::new();
    for given in rules {
        let Some(rule) = rule(given) else { continue };
        let last = !rule.is_conditional();
        kept.push(rule);
        if last {
            break;
        }
    }
    kept
}

impl Rule {
    /// Whether it can fail to fit. A name for a value always holds.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        self.conditions.iter().any(|condition| !matches!(condition, Condition::Let { .. }))
    }
}

fn rule(given: Rule) -> Option<Rule> {
    let outcome = match given.outcome {
        Outcome::Rules(inner) => Outcome::Rules(rules(inner)),
        other => other,
    };
    let mut rule = Rule { conditions: Vec::new(), outcome };
    let mut used = variables(&rule);
    for condition in given.conditions.into_iter().rev() {
        match tidied(condition, &used) {
            Some(Condition::Test(Expression::Flag(false))) => return None,
            None | Some(Condition::Test(Expression::Flag(true))) => {}
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

/// A rule that leads to nothing but one further rule without conditions is that rule.
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

/// A condition without a variable that nothing uses.
fn tidied(condition: Condition, used: &BTreeSet<String>) -> Option<Condition> {
    match condition {
        Condition::Bind { name, value } if !used.contains(&name) => {
            Some(Condition::Test(Expression::IsSome(Box::new(value))))
        }
        Condition::Let { name, .. } if !used.contains(&name) => None,
        other => Some(other),
    }
}

/// The variables that the rule, and those inside, use without defining them.
pub(super) fn variables(rule: &Rule) -> BTreeSet<String> {
    let mut used: BTreeSet<String> = match &rule.outcome {
        Outcome::Endpoint(endpoint) => endpoint.expressions().into_iter().flat_map(names).collect(),
        Outcome::Error(message) => names(message).collect(),
        Outcome::Rules(inner) => inner.iter().flat_map(variables).collect(),
        Outcome::Function { arguments, .. } => arguments.iter().cloned().collect(),
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
