//! What acceptors look at in an answer, and what it must be.

use super::scope::Scope;
use super::typed::Typed;
use super::{Found, LookPlan, Matcher, Refusal, Wanted};
use crate::diagnostic::Diagnostic;
use crate::name;
use crate::plan::jmespath::Expression;
use crate::plan::{CratePlan, OperationPlan};
use crate::read::node::Node;

/// The looks of one waiter; acceptors that look at the same share them.
pub(super) struct Looks<'p> {
    plan: &'p CratePlan,
    operation: &'p OperationPlan,
    waiter: &'p str,
    pub(super) found: Vec<LookPlan>,
}

/// The comparators of the specification.
const COMPARATORS: [&str; 4] = ["stringEquals", "booleanEquals", "allStringEquals", "anyStringEquals"];

impl<'p> Looks<'p> {
    pub(super) fn new(plan: &'p CratePlan, operation: &'p OperationPlan, waiter: &'p str) -> Self {
        Self { plan, operation, waiter, found: Vec::new() }
    }

    /// `{"path": "...", "comparator": "...", "expected": "..."}`
    pub(super) fn matcher(&mut self, node: &Node<'_>, input: bool) -> Result<Matcher, Refusal> {
        let path = node.required("path")?;
        let comparator = node.required("comparator")?;
        let expected = node.required("expected")?;
        let text = expected.text()?.to_owned();
        let wanted = match comparator.text()? {
            "stringEquals" => Wanted::Text(text),
            "allStringEquals" => Wanted::All(text),
            "anyStringEquals" => Wanted::Any(text),
            "booleanEquals" => Wanted::Flag(flag(&text, &expected)?),
            other => return Err(unknown_comparator(other, &comparator).into()),
        };
        let look = self.look(path.text()?, input, &wanted).map_err(|cause| self.refused(&cause, &path))?;
        Ok(Matcher::Look { look, wanted })
    }

    /// The index of the look for a path, which is made where there is none yet.
    fn look(&mut self, path: &str, input: bool, expected: &Wanted) -> Result<usize, String> {
        let scope = Scope::new(self.plan, &self.operation.input, &self.operation.output, input);
        let expression = Expression::parse(path)?;
        let typed = scope.value(&expression)?;
        let (value, found) = match expected {
            Wanted::Text(_) => (typed.text()?, Found::Text),
            Wanted::All(_) | Wanted::Any(_) => (typed.texts()?, Found::Texts),
            Wanted::Flag(_) => typed.flag()?,
        };
        let input = value.mentions("input");
        let same = |look: &LookPlan| look.path == path && look.input == input && look.found == found;
        if let Some(index) = self.found.iter().position(same) {
            return Ok(index);
        }
        let name = self.free_name(&Typed::name_of(&expression));
        self.found.push(LookPlan { name, path: path.to_owned(), input, value, found });
        Ok(self.found.len() - 1)
    }

    fn free_name(&self, word: &str) -> String {
        let word = name::module(word);
        let taken = |name: &str| name == "accept" || self.found.iter().any(|look| look.name == name);
        let numbered = (2..).map(|number| format!("{word}_{number}"));
        std::iter::once(word.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(word)
    }

    fn refused(&self, cause: &str, path: &Node<'_>) -> Refusal {
        Refusal::Unsupported(
            Diagnostic::warning(format!("the waiter `{}` is left out: {cause}", self.waiter))
                .at(&path.place)
                .with_help("write another path with an overlay, or poll by hand"),
        )
    }
}

fn flag(text: &str, node: &Node<'_>) -> Result<bool, Diagnostic> {
    match text {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(Diagnostic::error("`booleanEquals` expects neither true nor false")
            .at(&node.place)
            .with_help("write the text `true` or `false`")),
    }
}

fn unknown_comparator(given: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("waiters cannot compare by `{}`", given.escape_debug()))
        .at(&node.place)
        .suggest(given, COMPARATORS, &format!("the comparators are `{}`", COMPARATORS.join("`, `")))
}
