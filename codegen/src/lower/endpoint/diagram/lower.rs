//! The functions of a diagram, each with the names that every branch to it has in common.

use std::collections::{BTreeMap, BTreeSet};

use super::decode::{Diagram, Target, invalid};
use super::function::{self, Branch, Function, Split};
use super::graph::Graph;
use super::names;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::endpoint::rule;
use crate::lower::endpoint::scope::Scope;
use crate::plan::endpoint::{Condition, Expression, Parameter, RuleFunction, Type};
use crate::source::{Map, Node};

/// The maximum depth of conditions in a function.
const MAX_DEPTH: usize = 12;

/// The maximum number of functions.
const MAX_FUNCTIONS: usize = 16_384;

/// The maximum number of names that conditions assign.
const MAX_NAMES: usize = 256;

/// Lowers a diagram.
pub(in crate::lower::endpoint) fn lower(
    node: &Node<'_>,
    parameters: &[Parameter],
) -> Result<Vec<RuleFunction>, Diagnostics> {
    let diagram = Diagram::read(node)?;
    check_results(&diagram)?;
    let assigned: BTreeSet<&str> =
        diagram.conditions.iter().filter_map(|condition| names::assigned(condition.value)).collect();
    if assigned.len() > MAX_NAMES {
        return Err(invalid(&format!("it assigns more than {MAX_NAMES} names"), &diagram.location).into());
    }
    let graph = Graph::of(&diagram, &assigned)?;
    let mut lowering = Lowering {
        diagram: &diagram,
        graph,
        assigned,
        parameters,
        entries: Vec::new(),
        ids: BTreeMap::new(),
        waiting: BTreeMap::new(),
        refused: BTreeSet::new(),
        diagnostics: Diagnostics::default(),
    };
    let functions = lowering.functions()?;
    lowering.diagnostics.finish(())?;
    Ok(function::plans(functions))
}

/// Checks that results have no conditions, which nothing would test.
fn check_results(diagram: &Diagram<'_>) -> Result<(), Diagnostic> {
    let has_conditions = |result: &&Node<'_>| {
        result.value["conditions"].as_array().is_some_and(|conditions| !conditions.is_empty())
    };
    match diagram.results.iter().find(has_conditions) {
        Some(result) => Err(invalid("a result has conditions", &result.location)),
        None => Ok(()),
    }
}

/// The meaning of a name for a function.
#[derive(Clone, PartialEq, Eq)]
enum Meaning {
    /// A variable, which the function takes.
    Variable(Type),
    /// A value that is the same wherever the function is called.
    Constant(Expression),
}

impl Meaning {
    fn of(expression: &Expression) -> Self {
        match expression {
            Expression::Variable { ty, .. } => Self::Variable(*ty),
            constant => Self::Constant(constant.clone()),
        }
    }
}

/// A function that is called, and the names that all calls so far have in common.
struct Entry {
    target: Target,
    common: BTreeMap<String, Meaning>,
}

/// The state of lowering a diagram.
struct Lowering<'d, 'a> {
    diagram: &'d Diagram<'a>,
    graph: Graph<'a>,
    /// The names that conditions assign.
    assigned: BTreeSet<&'a str>,
    parameters: &'d [Parameter],
    entries: Vec<Entry>,
    /// The entries by target, and by the meanings of the names that it needs.
    ids: BTreeMap<(Target, String), usize>,
    /// The entries without a body, by rank. All calls of an entry come from those before it.
    waiting: BTreeMap<(usize, usize), usize>,
    /// The targets with a diagnostic.
    refused: BTreeSet<Target>,
    diagnostics: Diagnostics,
}

impl<'d> Lowering<'d, '_> {
    /// Lowers all functions, each before those that it calls.
    fn functions(&mut self) -> Result<Vec<Function>, Diagnostic> {
        self.call(self.diagram.root, &Scope::lenient(self.parameters));
        let mut functions = Vec::new();
        while let Some((_, id)) = self.waiting.pop_first() {
            if self.entries.len() > MAX_FUNCTIONS {
                return Err(invalid("it needs too many functions", &self.diagram.location));
            }
            let Entry { target, common } = &self.entries[id];
            let (target, scope) = (*target, self.scope(common));
            let variables = variables(&scope);
            let body = self.body(target, scope, 0);
            functions.push(Function { id, target, variables, body });
        }
        Ok(functions)
    }

    /// Returns the scope of a function at its start.
    fn scope(&self, common: &BTreeMap<String, Meaning>) -> Scope<'d> {
        let mut scope = Scope::lenient(self.parameters);
        for (name, meaning) in common {
            match meaning {
                Meaning::Variable(ty) => drop(scope.bind(name, *ty)),
                Meaning::Constant(value) => scope.define(name, value.clone()),
            }
        }
        scope
    }

    /// Lowers the destination of a branch: in place, or as a call of a function.
    fn branch(&mut self, target: Target, scope: Scope<'d>, depth: usize) -> Branch {
        match target {
            Target::NoMatch => Branch::NoMatch,
            _ if depth == MAX_DEPTH || self.is_shared(target) => self.call(target, &scope),
            _ => self.body(target, scope, depth),
        }
    }

    /// Returns true for targets that become functions, because several branches lead to them. Short results are repeated instead.
    fn is_shared(&self, target: Target) -> bool {
        let is_short = match target {
            Target::NoMatch => true,
            Target::Node { .. } => false,
            Target::Result(index) => {
                let result = self.diagram.results[index].value;
                let is_empty = |key: &str| result["endpoint"][key].as_object().is_none_or(Map::is_empty);
                names::used(result).is_empty() && is_empty("headers") && is_empty("properties")
            }
        };
        !is_short && self.graph.place(target).branches > 1
    }

    /// Lowers a call, and keeps the names that its function can use.
    fn call(&mut self, target: Target, scope: &Scope<'d>) -> Branch {
        let place = self.graph.place(target);
        let is_known = |name: &str| place.needs.contains(name) || scope.is_parameter(name);
        let known = scope.meanings().iter().filter(|(name, _)| is_known(name));
        let meanings: BTreeMap<String, Meaning> =
            known.clone().map(|(name, meaning)| (name.clone(), Meaning::of(meaning))).collect();
        let signature = signature(&place.needs, scope);
        let next = self.entries.len();
        let id = *self.ids.entry((target, signature)).or_insert(next);
        if id == next {
            self.waiting.insert((place.rank, id), id);
            self.entries.push(Entry { target, common: meanings });
        } else {
            self.entries[id].common.retain(|name, meaning| meanings.get(name) == Some(meaning));
        }
        let arguments = known.map(|(name, meaning)| (name.clone(), meaning.clone())).collect();
        Branch::Call { id, arguments }
    }

    /// Lowers a target in place.
    fn body(&mut self, target: Target, scope: Scope<'d>, depth: usize) -> Branch {
        match target {
            Target::NoMatch => Branch::NoMatch,
            Target::Result(index) => self.result(index, scope),
            Target::Node { index, is_complemented } => {
                let node = self.diagram.nodes[index];
                self.node(node.condition, node.branches(is_complemented), scope, depth)
            }
        }
    }

    /// Lowers a result. Without one of its values, no rule matches.
    fn result(&mut self, index: usize, mut scope: Scope<'d>) -> Branch {
        let node = &self.diagram.results[index];
        if self.lacks_value(node, &scope) {
            return Branch::NoMatch;
        }
        match rule::end(node, &mut scope) {
            Ok(end) => Branch::End(end),
            Err(diagnostic) => self.refuse(Target::Result(index), diagnostic),
        }
    }

    /// Lowers a condition with its branches. A branch that cannot be taken is left out.
    fn node(&mut self, condition: usize, [high, low]: [Target; 2], scope: Scope<'d>, depth: usize) -> Branch {
        let node = &self.diagram.conditions[condition];
        let mut inside = scope.clone();
        let conditions = if self.lacks_value(node, &scope) {
            vec![Condition::Test(Expression::Boolean(false))]
        } else {
            match rule::condition(node, &mut inside) {
                Ok(conditions) => conditions,
                Err(diagnostic) => {
                    return self
                        .refuse(Target::Node { index: condition, is_complemented: false }, diagnostic);
                }
            }
        };
        if conditions.contains(&Condition::Test(Expression::Boolean(false))) {
            return self.branch(low, scope, depth);
        }
        let is_always = |condition: &Condition| {
            matches!(condition, Condition::Let { .. } | Condition::Test(Expression::Boolean(true)))
        };
        let holds = conditions.iter().all(is_always);
        let high = self.branch(high, inside, depth + 1);
        let low = if holds { Branch::NoMatch } else { self.branch(low, scope, depth + 1) };
        Branch::Split(Box::new(Split { conditions, high, low }))
    }

    /// Returns true if a node uses a name that conditions assign, but none on the way to here. Such a value is missing.
    fn lacks_value(&self, node: &Node<'_>, scope: &Scope<'_>) -> bool {
        let is_missing = |name: &&str| {
            self.assigned.contains(name) && !scope.is_parameter(name) && !scope.meanings().contains_key(*name)
        };
        names::used(node.value).iter().any(is_missing)
    }

    /// Keeps the first diagnostic of a condition or result.
    fn refuse(&mut self, target: Target, diagnostic: Diagnostic) -> Branch {
        if self.refused.insert(target) {
            self.diagnostics.push(diagnostic);
        }
        Branch::NoMatch
    }
}

/// Returns the variables of a function at its start, by their names in the rules.
fn variables(scope: &Scope<'_>) -> BTreeMap<String, String> {
    let variable = |(name, meaning): (&String, &Expression)| match meaning {
        Expression::Variable { name: variable, .. } => Some((variable.clone(), name.clone())),
        _ => None,
    };
    scope.meanings().iter().filter_map(variable).collect()
}

/// Describes the meanings of names. Calls with the same description can share a function.
fn signature(names: &BTreeSet<&str>, scope: &Scope<'_>) -> String {
    let mut signature = String::new();
    for name in names.iter().filter(|name| !scope.is_parameter(name)) {
        match scope.meanings().get(*name).map(Meaning::of) {
            None => signature.push_str(&format!("{name} is missing; ")),
            Some(Meaning::Variable(ty)) => signature.push_str(&format!("{name} is {}; ", ty.description())),
            Some(Meaning::Constant(value)) => signature.push_str(&format!("{name} is {value:?}; ")),
        }
    }
    signature
}
