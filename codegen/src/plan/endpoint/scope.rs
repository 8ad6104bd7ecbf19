//! What names mean at a place of the rules.

use std::collections::{BTreeMap, BTreeSet};

use super::{Condition, Expression, Function, Parameter, Type};
use crate::diagnostic::Diagnostic;
use crate::name;
use crate::source::Place;

/// The names that the generated functions call or have themselves, beside those of the support code.
const RESERVED: [&str; 4] = ["params", "at", "found", "failed"];

/// The names that can be used at a place of the rules.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    parameters: &'a [Parameter],
    /// What the names of the rules stand for, where that is not a parameter as it was given.
    meanings: BTreeMap<String, Expression>,
    /// The Rust names in use.
    taken: BTreeSet<String>,
    /// Values that need a name before the condition or outcome that is being read.
    pub(super) pending: Vec<Condition>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(parameters: &'a [Parameter]) -> Self {
        let called = Function::ALL.iter().map(|function| function.name);
        let taken = RESERVED.into_iter().chain(called).map(str::to_owned).collect();
        Self { parameters, meanings: BTreeMap::new(), taken, pending: Vec::new() }
    }

    /// What a name stands for.
    pub(super) fn resolve(&self, name: &str, place: &Place) -> Result<Expression, Diagnostic> {
        if let Some(meaning) = self.meanings.get(name) {
            return Ok(meaning.clone());
        }
        let parameter = self.parameters.iter().find(|parameter| parameter.wire_name == name);
        parameter.map(Parameter::expression).ok_or_else(|| {
            let known = self.parameters.iter().map(|parameter| parameter.wire_name.as_str());
            Diagnostic::error(format!("the endpoint rules use `{name}`, which nothing defines"))
                .at(place)
                .suggest(
                    name,
                    known.chain(self.meanings.keys().map(String::as_str)),
                    "define a parameter of that name",
                )
        })
    }

    /// Lets a name stand for an expression.
    pub(super) fn define(&mut self, name: &str, meaning: Expression) {
        self.meanings.insert(name.to_owned(), meaning);
    }

    /// Lets a name stand for a new variable, and returns the variable's Rust name.
    pub(super) fn bind(&mut self, name: &str, ty: Type) -> String {
        let variable = self.variable(name);
        self.define(name, Expression::Variable { name: variable.clone(), ty });
        variable
    }

    /// A Rust name that nothing else has here.
    pub(super) fn variable(&mut self, name: &str) -> String {
        let base = match name::field(name) {
            base if base.trim_matches('_').is_empty() => "value".to_owned(),
            base => base,
        };
        let numbered = (2..).map(|number| format!("{}_{number}", base.trim_start_matches("r#")));
        let mut candidates = std::iter::once(base.clone()).chain(numbered);
        let free = candidates.find(|candidate| !self.taken.contains(candidate)).unwrap_or(base);
        self.taken.insert(free.clone());
        free
    }

    /// A value that something borrows from gets a name, so that it lives long enough.
    pub(super) fn keep(&mut self, value: Expression) -> Expression {
        if !value.owned() {
            return value;
        }
        let ty = value.ty();
        let name = self.variable(if ty == Type::Texts { "list" } else { "text" });
        self.pending.push(Condition::Let { name: name.clone(), value });
        Expression::Variable { name, ty }
    }
}
