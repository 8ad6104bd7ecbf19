//! Splitting of deep rules into functions that a person can read.

use std::collections::{BTreeMap, BTreeSet};

use super::tidy;
use crate::name;
use crate::plan::endpoint::{Condition, Expression, Guarded, Outcome, Rule, RuleFunction, Variable};

/// The function that is called from outside.
pub(super) const ENTRY: &str = "resolve";

/// The maximum number of endpoints and errors of a function.
const MAX_OUTCOMES: usize = 12;

/// The maximum depth of rules in a function.
const MAX_DEPTH: usize = 4;

/// The minimum number of endpoints and errors of a new function.
const MIN_OUTCOMES: usize = 4;

/// The maximum number of variables that a function takes besides the parameters.
const MAX_VARIABLES: usize = 6;

/// The maximum length of a function name, without its number.
const MAX_NAME: usize = 56;

/// Returns the functions for rules; the first one is called from outside.
pub(super) fn functions(rules: Vec<Rule>) -> Vec<RuleFunction> {
    let mut splitter = Splitter::default();
    splitter.add(ENTRY, rules);
    splitter.functions
}

/// The functions so far.
#[derive(Default)]
pub(super) struct Splitter {
    pub(super) functions: Vec<RuleFunction>,
    names: BTreeSet<String>,
}

impl Splitter {
    /// Adds a function with rules, and returns its index.
    pub(super) fn add(&mut self, name: &str, rules: Vec<Rule>) -> usize {
        let index = self.functions.len();
        let name = self.distinct(name);
        let variables = variables(&rules);
        self.functions.push(RuleFunction { name, uses_params: false, variables, rules: Vec::new() });
        let rules = self.body(rules);
        self.functions[index].uses_params = rules.iter().any(uses_params);
        self.functions[index].rules = rules;
        index
    }

    /// Returns the rules, with calls of new functions if there are too many of them.
    fn body(&mut self, rules: Vec<Rule>) -> Vec<Rule> {
        if outcomes(&rules) <= MAX_OUTCOMES && depth(&rules) <= MAX_DEPTH {
            return rules;
        }
        // After a guard, the same function goes on.
        let guarded = Guarded::of(&rules).map(|guarded| guarded.before.len());
        let rules = rules.into_iter().enumerate();
        rules.map(|(index, rule)| self.shortened(rule, guarded == Some(index))).collect()
    }

    fn shortened(&mut self, rule: Rule, guarded: bool) -> Rule {
        let Rule { conditions, outcome } = rule;
        let outcome = match outcome {
            Outcome::Rules(inner) if !guarded && fits(&inner) => self.call(&conditions, inner),
            Outcome::Rules(inner) => Outcome::Rules(self.body(inner)),
            other => other,
        };
        Rule { conditions, outcome }
    }

    fn call(&mut self, conditions: &[Condition], inner: Vec<Rule>) -> Outcome {
        let index = self.add(&title(conditions), inner);
        let RuleFunction { name, uses_params, variables, .. } = &self.functions[index];
        Outcome::Function {
            name: name.clone(),
            uses_params: *uses_params,
            arguments: variables.iter().map(Variable::expression).collect(),
        }
    }

    fn distinct(&mut self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
        let free = candidates.find(|name| !self.names.contains(name)).unwrap_or_default();
        self.names.insert(free.clone());
        free
    }
}

/// Returns true if rules make a good function: not trivial, and without too many variables.
fn fits(rules: &[Rule]) -> bool {
    rules.len() > 1 && outcomes(rules) >= MIN_OUTCOMES && variables(rules).len() <= MAX_VARIABLES
}

fn outcomes(rules: &[Rule]) -> usize {
    let of = |rule: &Rule| match &rule.outcome {
        Outcome::Rules(inner) => outcomes(inner),
        _ => 1,
    };
    rules.iter().map(of).sum()
}

/// Returns the depth of statements. Those after a guard are not deeper than the guard.
fn depth(rules: &[Rule]) -> usize {
    if let Some(Guarded { before, inner, .. }) = Guarded::of(rules) {
        return depth(before).max(depth(inner));
    }
    let of = |rule: &Rule| match &rule.outcome {
        Outcome::Rules(inner) => 1 + depth(inner),
        _ => 0,
    };
    rules.iter().map(of).max().unwrap_or(0)
}

/// Returns the variables that rules take from outside.
fn variables(rules: &[Rule]) -> Vec<Variable> {
    let free: BTreeSet<String> = rules.iter().flat_map(tidy::variables).collect();
    let inside = rules.iter().flat_map(Rule::all).flat_map(Rule::expressions).flat_map(Expression::all);
    let mut found = BTreeMap::new();
    for expression in inside {
        if let Expression::Variable { name, ty, is_optional } = expression
            && free.contains(name)
        {
            let variable = Variable { name: name.clone(), ty: *ty, is_optional: *is_optional };
            found.entry(name.clone()).or_insert(variable);
        }
    }
    found.into_values().collect()
}

fn uses_params(rule: &Rule) -> bool {
    rule.all().into_iter().any(|rule| {
        let mut expressions = rule.expressions().into_iter().flat_map(Expression::all);
        expressions.any(|part| matches!(part, Expression::Parameter { .. }))
            || matches!(rule.outcome, Outcome::Function { uses_params: true, .. })
    })
}

/// Returns the name of a function, by its conditions: `when_region_and_use_fips`.
fn title(conditions: &[Condition]) -> String {
    named("when", conditions).unwrap_or_else(|| "otherwise".to_owned())
}

/// Returns a name of the words of conditions, if they have any.
pub(super) fn named(start: &str, conditions: &[Condition]) -> Option<String> {
    let mut words: Vec<String> = conditions.iter().map(condition_words).collect();
    words.retain(|word| !word.is_empty());
    words.dedup();
    let mut title = format!("{start}_{}", words.first()?);
    for word in &words[1..] {
        if title.len() + word.len() > MAX_NAME {
            break;
        }
        title = format!("{title}_and_{word}");
    }
    Some(title.chars().take(MAX_NAME).collect::<String>().trim_end_matches('_').to_owned())
}

fn condition_words(condition: &Condition) -> String {
    match condition {
        Condition::Bind { value: Expression::Parameter { field, .. }, .. } => stem(field),
        Condition::Bind { name, .. } => stem(name),
        Condition::Let { .. } => String::new(),
        Condition::Test(test) => expression_words(test),
    }
}

fn expression_words(expression: &Expression) -> String {
    match expression {
        Expression::String(text) => name::snake(text),
        Expression::Boolean(flag) => flag.to_string(),
        Expression::Number(_) | Expression::Format(_) | Expression::None(_) => String::new(),
        Expression::Parameter { field, .. } => stem(field),
        Expression::Variable { name, .. } => stem(name),
        Expression::Attribute { attribute, .. } => attribute.field.to_owned(),
        Expression::Element { of, .. } => expression_words(of),
        Expression::Call { function, .. } => function.name.to_owned(),
        Expression::Some(of) | Expression::IsSome(of) => expression_words(of),
        Expression::IsNone(of) => joined("no", &expression_words(of)),
        Expression::Not(of) => joined("not", &expression_words(of)),
        Expression::Equal(first, second) => {
            joined(&expression_words(first), &joined("is", &expression_words(second)))
        }
        Expression::Or(first, _) => expression_words(first),
        Expression::Choose { condition, .. } => expression_words(condition),
    }
}

fn joined(first: &str, second: &str) -> String {
    if second.is_empty() { first.to_owned() } else { format!("{first}_{second}") }
}

fn stem(name: &str) -> String {
    name.trim_start_matches("r#").trim_matches('_').to_owned()
}
