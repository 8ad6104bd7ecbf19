//! Deep rules become several functions, each of which a person can read.

use std::collections::{BTreeMap, BTreeSet};

use super::{Condition, Expression, Guarded, Outcome, Rule, Type, tidy};
use crate::name;

/// A function may lead to this many endpoints and errors.
const MOST_OUTCOMES: usize = 12;

/// Rules may nest this deep in a function.
const DEEPEST: usize = 4;

/// Rules that lead to fewer endpoints and errors stay where they are.
const LEAST_OUTCOMES: usize = 4;

/// A function may take this many variables beside the parameters.
const MOST_VARIABLES: usize = 6;

/// The longest name of a function, of its number apart.
const LONGEST_NAME: usize = 56;

/// A function that tries rules, the first that fits decides.
#[derive(Clone, Debug)]
pub struct RuleFunction {
    /// Its name.
    pub name: String,
    /// Whether it uses the parameters.
    pub params: bool,
    /// The variables that it takes, with their types.
    pub variables: Vec<(String, Type)>,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// The functions for rules; the first one is called from outside.
pub(super) fn functions(rules: Vec<Rule>) -> Vec<RuleFunction> {
    let mut splitter = Splitter { functions: Vec::new(), names: BTreeSet::new() };
    splitter.add("resolve", rules);
    splitter.functions
}

struct Splitter {
    functions: Vec<RuleFunction>,
    names: BTreeSet<String>,
}

impl Splitter {
    /// Makes a function of rules. Returns its place.
    fn add(&mut self, name: &str, rules: Vec<Rule>) -> usize {
        let index = self.functions.len();
        let name = self.distinct(name);
        let variables = variables(&rules);
        self.functions.push(RuleFunction { name, params: false, variables, rules: Vec::new() });
        let rules = self.body(rules);
        self.functions[index].params = rules.iter().any(uses_params);
        self.functions[index].rules = rules;
        index
    }

    /// The rules, with calls of new functions where there are too many of them.
    fn body(&mut self, rules: Vec<Rule>) -> Vec<Rule> {
        if outcomes(&rules) <= MOST_OUTCOMES && depth(&rules) <= DEEPEST {
            return rules;
        }
        // Behind a guard the same function goes on.
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
        let RuleFunction { name, params, variables, .. } = &self.functions[index];
        Outcome::Function {
            name: name.clone(),
            params: *params,
            arguments: variables.iter().map(|(name, _)| name.clone()).collect(),
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

/// Whether rules make a good function: neither trivial nor in need of too much.
fn fits(rules: &[Rule]) -> bool {
    rules.len() > 1 && outcomes(rules) >= LEAST_OUTCOMES && variables(rules).len() <= MOST_VARIABLES
}

fn outcomes(rules: &[Rule]) -> usize {
    let of = |rule: &Rule| match &rule.outcome {
        Outcome::Rules(inner) => outcomes(inner),
        _ => 1,
    };
    rules.iter().map(of).sum()
}

/// How deep statements nest; what stands behind a guard is no deeper than the guard.
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

/// The variables that rules take from outside.
fn variables(rules: &[Rule]) -> Vec<(String, Type)> {
    let free: BTreeSet<String> = rules.iter().flat_map(tidy::variables).collect();
    let inside = rules.iter().flat_map(Rule::all).flat_map(Rule::expressions).flat_map(Expression::all);
    let mut found = BTreeMap::new();
    for expression in inside {
        if let Expression::Variable { name, ty } = expression
            && free.contains(name)
        {
            found.entry(name.clone()).or_insert(*ty);
        }
    }
    found.into_iter().collect()
}

fn uses_params(rule: &Rule) -> bool {
    rule.all().into_iter().any(|rule| {
        let mut expressions = rule.expressions().into_iter().flat_map(Expression::all);
        expressions.any(|part| matches!(part, Expression::Parameter { .. }))
            || matches!(rule.outcome, Outcome::Function { params: true, .. })
    })
}

/// The name of a function for what follows from conditions: `when_region_and_use_fips`.
fn title(conditions: &[Condition]) -> String {
    let mut words: Vec<String> = conditions.iter().map(condition_words).collect();
    words.retain(|word| !word.is_empty());
    words.dedup();
    if words.is_empty() {
        return "otherwise".to_owned();
    }
    let mut title = format!("when_{}", words[0]);
    for word in &words[1..] {
        if title.len() + word.len() > LONGEST_NAME {
            break;
        }
        title = format!("{title}_and_{word}");
    }
    title.chars().take(LONGEST_NAME).collect::<String>().trim_end_matches('_').to_owned()
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
        Expression::Text(text) => name::snake(text),
        Expression::Flag(flag) => flag.to_string(),
        Expression::Number(_) | Expression::Format(_) => String::new(),
        Expression::Parameter { field, .. } => stem(field),
        Expression::Variable { name, .. } => stem(name),
        Expression::Attribute { attribute, .. } => attribute.field.to_owned(),
        Expression::Element { of, .. } => expression_words(of),
        Expression::Call { function, .. } => function.name.to_owned(),
        Expression::IsSome(of) => expression_words(of),
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
