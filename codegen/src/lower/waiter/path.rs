//! The paths that acceptors look at, and the expected values.

use super::refusal::Refusal;
use super::scope::Scope;
use super::typed::{Typed, name_of};
use crate::diagnostic::Diagnostic;
use crate::doc::code_span;
use crate::lower::jmespath;
use crate::lower::lowered_operation::LoweredOperation;
use crate::name;
use crate::plan::waiter::{Expected, Matcher, PathPlan, ValueType};
use crate::source::Node;

/// The paths of one waiter. Acceptors that look at the same path share it.
pub(super) struct Paths<'p> {
    operation: LoweredOperation<'p>,
    waiter: &'p str,
    pub(super) list: Vec<PathPlan>,
}

/// The comparators of the specification.
const COMPARATORS: [&str; 4] = ["stringEquals", "booleanEquals", "allStringEquals", "anyStringEquals"];

impl<'p> Paths<'p> {
    pub(super) fn new(operation: LoweredOperation<'p>, waiter: &'p str) -> Self {
        Self { operation, waiter, list: Vec::new() }
    }

    /// Lowers `{"path": "...", "comparator": "...", "expected": "..."}`.
    pub(super) fn matcher(&mut self, node: &Node<'_>, input: bool) -> Result<Matcher, Refusal> {
        let path = node.required("path")?;
        let comparator = node.required("comparator")?;
        let expected_node = node.required("expected")?;
        let string = expected_node.text()?.to_owned();
        let expected = match comparator.text()? {
            "stringEquals" => Expected::String(string),
            "allStringEquals" => Expected::All(string),
            "anyStringEquals" => Expected::Any(string),
            "booleanEquals" => Expected::Boolean(boolean(&string, &expected_node)?),
            other => return Err(unknown_comparator(other, &comparator).into()),
        };
        let index =
            self.index(path.text()?, input, &expected).map_err(|cause| self.refused(&cause, &path))?;
        Ok(Matcher::Path { path: index, expected })
    }

    /// Returns the index of a path, which is added if it is new.
    fn index(&mut self, path: &str, input: bool, expected: &Expected) -> Result<usize, String> {
        let scope = Scope::new(self.operation, input);
        let expression = jmespath::parse(path)?;
        let typed: Typed<'_> = scope.value(&expression)?;
        let (value, ty) = match expected {
            Expected::String(_) => (typed.string()?, ValueType::String),
            Expected::All(_) | Expected::Any(_) => (typed.strings()?, ValueType::Strings),
            Expected::Boolean(_) => typed.boolean()?,
        };
        let input = value.mentions("input");
        let same = |known: &PathPlan| known.path == path && known.uses_input == input && known.ty == ty;
        if let Some(index) = self.list.iter().position(same) {
            return Ok(index);
        }
        let name = self.free_name(&name_of(&expression));
        let doc = format!("Evaluates {}.", code_span(path));
        self.list.push(PathPlan { name, path: path.to_owned(), doc, uses_input: input, value, ty });
        Ok(self.list.len() - 1)
    }

    fn free_name(&self, name: &str) -> String {
        let name = name::module(name);
        let taken = |name: &str| name == "accept" || self.list.iter().any(|known| known.name == name);
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        std::iter::once(name.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(name)
    }

    /// Refuses a path. In a model, which others have written, only its waiter is left out.
    fn refused(&self, cause: &str, path: &Node<'_>) -> Refusal {
        let waiter = self.waiter;
        if path.location.source().is_overlay {
            let invalid = Diagnostic::error(format!("the waiter `{waiter}` cannot be generated: {cause}"));
            return Refusal::Invalid(invalid.at(&path.location).with_help("write another path"));
        }
        Refusal::Unsupported(
            Diagnostic::warning(format!("the waiter `{waiter}` is left out: {cause}"))
                .at(&path.location)
                .with_help("write another path with an overlay, or poll by hand"),
        )
    }
}

fn boolean(string: &str, node: &Node<'_>) -> Result<bool, Diagnostic> {
    match string {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Diagnostic::error("`booleanEquals` expects neither true nor false")
            .at(&node.location)
            .with_help("write the string `true` or `false`")),
    }
}

fn unknown_comparator(name: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("waiters have no comparator `{}`", name.escape_debug()))
        .at(&node.location)
        .suggest(name, COMPARATORS, &format!("the comparators are `{}`", COMPARATORS.join("`, `")))
}
