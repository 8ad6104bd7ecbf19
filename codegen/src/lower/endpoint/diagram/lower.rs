//! The functions of a diagram, one for each target that several branches lead to, with the names that it needs.

use std::collections::{BTreeMap, BTreeSet};

use super::decode::{Diagram, Target, invalid};
use super::function::{self, Branch, Function, Split};
use super::graph::Graph;
use super::names;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::lower::endpoint::scope::Scope;
use crate::lower::endpoint::{missing, rule};
use crate::plan::endpoint::{Condition, Expression, Parameter, RuleFunction, Type};
use crate::source::{Map, Node};

/// The maximum depth of conditions in a function.
const MAX_DEPTH: usize = 12;

/// The maximum number of functions.
const MAX_FUNCTIONS: usize = 16_384;

/// The maximum number of names that conditions assign.
const MAX_NAMES: usize = 256;

/// Lowers a diagram.
pub(in crate::lower::endpoint) fn lower<'a>(
    node: &Node<'a>,
    parameters: &'a [Parameter],
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
    /// A variable that has no value on some of the ways to the function.
    Optional(Type),
    /// A value that is the same wherever the function is called.
    Constant(Expression),
}

impl Meaning {
    fn of(expression: &Expression) -> Self {
        match expression {
            Expression::Variable { ty, is_optional: false, .. } => Self::Variable(*ty),
            Expression::Variable { ty, is_optional: true, .. } => Self::Optional(*ty),
            constant => Self::Constant(constant.clone()),
        }
    }

    fn ty(&self) -> Type {
        match self {
            Self::Variable(ty) | Self::Optional(ty) => *ty,
            Self::Constant(value) => value.ty(),
        }
    }

    /// Returns the meaning for two calls, of which one may lack the name; `None` if the types differ.
    fn of_both(first: Option<&Self>, second: Option<&Self>) -> Option<Self> {
        match (first, second) {
            (Some(first), Some(second)) if first == second => Some(first.clone()),
            (Some(first), Some(second)) if first.ty() != second.ty() => None,
            (Some(Self::Optional(ty)), Some(_)) | (Some(_), Some(Self::Optional(ty))) => {
                Some(Self::Optional(*ty))
            }
            (Some(first), Some(_)) => Some(Self::Variable(first.ty())),
            (first, second) => first.or(second).map(|meaning| Self::Optional(meaning.ty())),
        }
    }
}

/// A function that is called, and the names that it can use in all calls so far.
struct Entry {
    target: Target,
    names: BTreeMap<String, Meaning>,
}

impl Entry {
    /// Adds a call with these names; the error is a name with two types. Parameters that are not names in all calls are none.
    fn add(&mut self, names: &BTreeMap<String, Meaning>, scope: &Scope<'_>) -> Result<(), String> {
        let all: BTreeSet<String> = self.names.keys().chain(names.keys()).cloned().collect();
        for name in all {
            let (first, second) = (self.names.get(&name), names.get(&name));
            if !scope.is_parameter(&name) {
                let meaning = Meaning::of_both(first, second).ok_or_else(|| name.clone())?;
                self.names.insert(name, meaning);
            } else if first != second {
                self.names.remove(&name);
            }
        }
        Ok(())
    }
}

/// A part of a diagram that a diagnostic is about.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Condition(usize),
    Result(usize),
    Function(Target),
}

/// The state of lowering a diagram.
struct Lowering<'d, 'a> {
    diagram: &'d Diagram<'a>,
    graph: Graph<'a>,
    /// The names that conditions assign.
    assigned: BTreeSet<&'a str>,
    parameters: &'a [Parameter],
    entries: Vec<Entry>,
    /// The entries by target.
    ids: BTreeMap<Target, usize>,
    /// The entries without a body, by rank. All calls of an entry come from those before it.
    waiting: BTreeMap<usize, usize>,
    /// The parts with a diagnostic.
    refused: BTreeSet<Part>,
    diagnostics: Diagnostics,
}

impl<'a> Lowering<'_, 'a> {
    /// Lowers all functions, each before those that it calls.
    fn functions(&mut self) -> Result<Vec<Function>, Diagnostic> {
        self.call(self.diagram.root, &Scope::lenient(self.parameters, &self.assigned));
        let mut functions = Vec::new();
        while let Some((_, id)) = self.waiting.pop_first() {
            if self.entries.len() > MAX_FUNCTIONS {
                return Err(invalid("it needs too many functions", &self.diagram.location));
            }
            let Entry { target, names } = &self.entries[id];
            let (target, scope) = (*target, self.scope(names));
            let variables = variables(&scope);
            let body = self.body(target, scope, 0);
            functions.push(Function { id, target, variables, body });
        }
        Ok(functions)
    }

    /// Returns the scope of a function at its start.
    fn scope(&self, names: &BTreeMap<String, Meaning>) -> Scope<'a> {
        let mut scope = Scope::lenient(self.parameters, &self.assigned);
        for (name, meaning) in names {
            match meaning {
                Meaning::Variable(ty) => drop(scope.bind(name, *ty)),
                Meaning::Optional(ty) => scope.bind_optional(name, *ty),
                Meaning::Constant(value) => scope.define(name, value.clone()),
            }
        }
        scope
    }

    /// Lowers the destination of a branch: in place, or as a call of a function.
    fn branch(&mut self, target: Target, scope: Scope<'a>, depth: usize) -> Branch {
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
        !is_short && self.graph.properties(target).branches > 1
    }

    /// Lowers a call, and keeps the names that its function can use.
    fn call(&mut self, target: Target, scope: &Scope<'a>) -> Branch {
        let properties = self.graph.properties(target);
        let is_known = |name: &str| properties.needs.contains(name) || scope.is_parameter(name);
        let known = scope.meanings().iter().filter(|(name, _)| is_known(name));
        let meanings: BTreeMap<String, Meaning> =
            known.clone().map(|(name, meaning)| (name.clone(), Meaning::of(meaning))).collect();
        let arguments = known.map(|(name, meaning)| (name.clone(), meaning.clone())).collect();
        let next = self.entries.len();
        let id = *self.ids.entry(target).or_insert(next);
        if id == next {
            self.waiting.insert(properties.rank, id);
            self.entries.push(Entry { target, names: meanings });
        } else if let Err(name) = self.entries[id].add(&meanings, scope) {
            let message = format!("conditions assign values of several types to `{name}`");
            return self.refuse(Part::Function(target), invalid(&message, &self.diagram.location));
        }
        Branch::Call { id, arguments }
    }

    /// Lowers a target in place.
    fn body(&mut self, target: Target, scope: Scope<'a>, depth: usize) -> Branch {
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
    fn result(&mut self, index: usize, mut scope: Scope<'a>) -> Branch {
        let node = &self.diagram.results[index];
        if missing::is_missing(node.value, &scope) {
            return Branch::NoMatch;
        }
        match rule::end(node, &mut scope) {
            Ok(end) => Branch::End(end),
            Err(diagnostic) => self.refuse(Part::Result(index), diagnostic),
        }
    }

    /// Lowers a condition with its branches. A branch that cannot be taken is left out.
    fn node(&mut self, condition: usize, [high, low]: [Target; 2], scope: Scope<'a>, depth: usize) -> Branch {
        let node = &self.diagram.conditions[condition];
        let mut inside = scope.clone();
        let conditions = if missing::is_missing(node.value, &scope) {
            vec![Condition::Test(Expression::Boolean(false))]
        } else {
            match rule::condition(node, &mut inside) {
                Ok(conditions) => conditions,
                Err(diagnostic) => return self.refuse(Part::Condition(condition), diagnostic),
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

    /// Keeps the first diagnostic of a condition or result.
    fn refuse(&mut self, part: Part, diagnostic: Diagnostic) -> Branch {
        if self.refused.insert(part) {
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
