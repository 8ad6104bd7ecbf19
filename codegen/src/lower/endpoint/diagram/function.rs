//! The functions of a diagram -> plans.

use std::collections::BTreeMap;

use super::decode::Target;
use crate::lower::endpoint::split::{self, Splitter};
use crate::lower::endpoint::tidy;
use crate::plan::endpoint::{Condition, Expression, Outcome, Rule, RuleFunction, Type, Variable};

/// A function whose parameters are not yet known: they are the variables that its body uses.
pub(super) struct Function {
    pub(super) id: usize,
    pub(super) target: Target,
    /// The variables that it could take: their names in Rust, and in the rules.
    pub(super) variables: BTreeMap<String, String>,
    pub(super) body: Branch,
}

/// The destination of a branch.
pub(super) enum Branch {
    /// No rule matches.
    NoMatch,
    /// An endpoint or error.
    End(Rule),
    /// A condition and its branches.
    Split(Box<Split>),
    /// A function.
    Call {
        id: usize,
        /// The values that the function could take, by their names in the rules.
        arguments: BTreeMap<String, Expression>,
    },
}

/// Conditions, of which all must hold for the first branch.
pub(super) struct Split {
    pub(super) conditions: Vec<Condition>,
    pub(super) high: Branch,
    pub(super) low: Branch,
}

/// Makes the plans of functions. Those that are called are made before their callers, and come after them in the result.
pub(super) fn plans(functions: Vec<Function>) -> Vec<RuleFunction> {
    let mut splitter = Splitter::default();
    let mut callees = Callees::default();
    let mut starts = Vec::new();
    for function in functions.into_iter().rev() {
        starts.push(splitter.functions.len());
        let rules = tidy::rules(callees.rules(function.body));
        let name = name(function.id, function.target, &rules);
        let index = splitter.add(&name, rules);
        callees.add(function.id, &splitter.functions[index], &function.variables);
    }
    in_order(splitter.functions, &starts)
}

/// Returns the groups of functions that begin at these indices, the last group first.
fn in_order(mut functions: Vec<RuleFunction>, starts: &[usize]) -> Vec<RuleFunction> {
    let mut ordered = Vec::new();
    for start in starts.iter().rev() {
        ordered.extend(functions.split_off(*start));
    }
    ordered
}

/// Returns the name of a function: by its result, or by its first condition.
fn name(id: usize, target: Target, rules: &[Rule]) -> String {
    let first = || rules.first().and_then(|rule| split::named("by", &rule.conditions));
    match target {
        _ if id == 0 => split::ENTRY.to_owned(),
        Target::Result(index) => format!("result_{}", index + 1),
        Target::Node { .. } | Target::NoMatch => first().unwrap_or_else(|| "next".to_owned()),
    }
}

/// The plans of functions, as far as calls need them, by id.
#[derive(Default)]
struct Callees(BTreeMap<usize, Callee>);

struct Callee {
    name: String,
    uses_params: bool,
    variables: Vec<CalleeVariable>,
}

/// A variable that a function takes.
struct CalleeVariable {
    /// The name in the rules.
    name: String,
    ty: Type,
    is_optional: bool,
}

impl CalleeVariable {
    /// Returns the argument of a call. A name without a value is missing on the way to the call.
    fn argument(&self, values: &BTreeMap<String, Expression>) -> Expression {
        match values.get(&self.name) {
            None => Expression::None(self.ty),
            Some(value) if self.is_optional && !value.is_optional() => {
                Expression::Some(Box::new(value.clone()))
            }
            Some(value) => value.clone(),
        }
    }
}

impl Callees {
    fn add(&mut self, id: usize, plan: &RuleFunction, names: &BTreeMap<String, String>) {
        let variable = |variable: &Variable| CalleeVariable {
            name: names[&variable.name].clone(),
            ty: variable.ty,
            is_optional: variable.is_optional,
        };
        let variables = plan.variables.iter().map(variable).collect();
        self.0.insert(id, Callee { name: plan.name.clone(), uses_params: plan.uses_params, variables });
    }

    /// Returns the rules of a branch: the first that matches decides.
    fn rules(&self, branch: Branch) -> Vec<Rule> {
        match branch {
            Branch::NoMatch => Vec::new(),
            Branch::End(rule) => vec![rule],
            Branch::Call { id, arguments } => {
                vec![Rule { conditions: Vec::new(), outcome: self.call(id, &arguments) }]
            }
            Branch::Split(split) => {
                let Split { conditions, high, low } = *split;
                let mut rules = vec![Rule { conditions, outcome: self.outcome(high) }];
                rules.extend(self.rules(low));
                rules
            }
        }
    }

    fn outcome(&self, branch: Branch) -> Outcome {
        match branch {
            Branch::End(Rule { conditions, outcome }) if conditions.is_empty() => outcome,
            Branch::Call { id, arguments } => self.call(id, &arguments),
            other => Outcome::Rules(self.rules(other)),
        }
    }

    fn call(&self, id: usize, arguments: &BTreeMap<String, Expression>) -> Outcome {
        let Callee { name, uses_params, variables } = &self.0[&id];
        let arguments = variables.iter().map(|variable| variable.argument(arguments)).collect();
        Outcome::Function { name: name.clone(), uses_params: *uses_params, arguments }
    }
}
