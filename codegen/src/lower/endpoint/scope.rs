//! The names at a point of the rules.

use std::collections::{BTreeMap, BTreeSet};

use super::attribute;
use crate::diagnostic::Diagnostic;
use crate::name;
use crate::plan::endpoint::{Condition, Expression, Function, Parameter, Type};
use crate::source::Location;

/// The names that the generated functions call or have themselves, besides those of the runtime.
const RESERVED: [&str; 4] = ["params", "at", "found", "failed"];

/// The names that can be used at a point of the rules.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    parameters: &'a [Parameter],
    /// The meanings of names, apart from parameters.
    meanings: BTreeMap<String, Expression>,
    /// The Rust names in use.
    taken: BTreeSet<String>,
    /// True if a value that is missing makes a condition or outcome fail, wherever it is used.
    is_lenient: bool,
    /// The names that conditions assign somewhere.
    assigned: BTreeSet<&'a str>,
    /// Values that need a name before the condition or outcome that is being read.
    pub(super) pending: Vec<Condition>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(parameters: &'a [Parameter]) -> Self {
        let called = Function::ALL.iter().map(|function| function.name);
        let taken = RESERVED.into_iter().chain(called).map(str::to_owned).collect();
        Self {
            parameters,
            meanings: BTreeMap::new(),
            taken,
            is_lenient: false,
            assigned: BTreeSet::new(),
            pending: Vec::new(),
        }
    }

    /// Returns a scope where a value that is missing makes a condition or outcome fail, wherever it is used. Values may be
    /// missing if they have one of the names that conditions assign.
    pub(super) fn lenient(parameters: &'a [Parameter], assigned: &BTreeSet<&'a str>) -> Self {
        Self { is_lenient: true, assigned: assigned.clone(), ..Self::new(parameters) }
    }

    /// Returns the names that have been defined, apart from parameters, with their meanings.
    pub(super) fn meanings(&self) -> &BTreeMap<String, Expression> {
        &self.meanings
    }

    /// Returns true if the name is that of a parameter.
    pub(super) fn is_parameter(&self, name: &str) -> bool {
        self.parameters.iter().any(|parameter| parameter.rules_name == name)
    }

    /// Returns true for a name that conditions assign, but none on the way to here.
    pub(super) fn is_missing(&self, name: &str) -> bool {
        self.assigned.contains(name) && !self.is_parameter(name) && !self.meanings.contains_key(name)
    }

    /// Checks that an expression is of the type and has a value.
    pub(super) fn expect(
        &mut self,
        value: Expression,
        ty: Type,
        what: &str,
        location: &Location,
    ) -> Result<Expression, Diagnostic> {
        let value = if value.ty() == ty { self.present(value) } else { value };
        attribute::expect(value, ty, what, location)
    }

    /// Returns a value that is not optional, if a value that is missing makes a condition or outcome fail.
    pub(super) fn present(&mut self, value: Expression) -> Expression {
        if !self.is_lenient || !value.is_optional() {
            return value;
        }
        let name = self.variable(match &value {
            Expression::Parameter { field: name, .. } | Expression::Variable { name, .. } => name,
            _ => "value",
        });
        let ty = value.ty();
        self.pending.push(Condition::Bind { name: name.clone(), value });
        Expression::Variable { name, ty, is_optional: false }
    }

    /// Returns the meaning of a name.
    pub(super) fn resolve(&self, name: &str, location: &Location) -> Result<Expression, Diagnostic> {
        if let Some(meaning) = self.meanings.get(name) {
            return Ok(meaning.clone());
        }
        let parameter = self.parameters.iter().find(|parameter| parameter.rules_name == name);
        parameter.map(Parameter::expression).ok_or_else(|| {
            let known = self.parameters.iter().map(|parameter| parameter.rules_name.as_str());
            Diagnostic::error(format!("the endpoint rules use `{name}`, which is not defined"))
                .at(location)
                .suggest(
                    name,
                    known.chain(self.meanings.keys().map(String::as_str)),
                    "define a parameter of that name",
                )
        })
    }

    /// Defines the meaning of a name.
    pub(super) fn define(&mut self, name: &str, meaning: Expression) {
        self.meanings.insert(name.to_owned(), meaning);
    }

    /// Defines a name as a new variable, and returns the variable's Rust name.
    pub(super) fn bind(&mut self, name: &str, ty: Type) -> String {
        let variable = self.variable(name);
        self.define(name, Expression::Variable { name: variable.clone(), ty, is_optional: false });
        variable
    }

    /// Defines a name as a new variable that may have no value.
    pub(super) fn bind_optional(&mut self, name: &str, ty: Type) {
        let variable = self.variable(name);
        self.define(name, Expression::Variable { name: variable, ty, is_optional: true });
    }

    /// Returns an unused Rust name.
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

    /// Binds a value that is borrowed from to a variable, so that it lives long enough.
    pub(super) fn keep(&mut self, value: Expression) -> Expression {
        if !value.is_owned() {
            return value;
        }
        let ty = value.ty();
        let name = self.variable(if ty == Type::StringArray { "list" } else { "text" });
        self.pending.push(Condition::Let { name: name.clone(), value });
        Expression::Variable { name, ty, is_optional: false }
    }
}
