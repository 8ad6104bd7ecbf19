//! Diagnostics: a message about an input, with an excerpt and help.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::source::{Location, Source};

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// The crate is generated, but something was left out.
    Warning,
}

/// The position of a diagnostic. Finding the bytes of a value takes a walk through its file, so it is done only for
/// diagnostics that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// A value.
    Value(Location),
    /// A span of a file.
    Span(Arc<Source>, Range<usize>),
}

impl Position {
    fn resolve(&self) -> (&Source, Range<usize>) {
        match self {
            Self::Value(location) => (location.source(), location.span()),
            Self::Span(source, span) => (source, span.clone()),
        }
    }
}

/// A message about an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// The message, in one sentence.
    pub message: String,
    /// The position of the excerpt, if known.
    pub position: Option<Position>,
    /// A way to fix the input.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error.
    #[must_use]
    pub fn error(message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, message: message.into(), position: None, help: None }
    }

    /// A warning.
    #[must_use]
    pub fn warning(message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message) }
    }

    /// Adds the location in the source file.
    #[must_use]
    pub fn at(mut self, location: &Location) -> Self {
        self.position = Some(Position::Value(location.clone()));
        self
    }

    /// Adds a span in a source file.
    #[must_use]
    pub fn with_span(mut self, source: &Arc<Source>, span: Range<usize>) -> Self {
        self.position = Some(Position::Span(Arc::clone(source), span));
        self
    }

    /// Adds a position, unless the diagnostic has one.
    #[must_use]
    pub fn or_at(mut self, position: Option<&Position>) -> Self {
        self.position = self.position.or_else(|| position.cloned());
        self
    }

    /// Adds the help line.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds `did you mean ...?` if one of `known` is close to `name`, and else `otherwise`.
    #[must_use]
    pub fn suggest<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> Self {
        match closest(name, known) {
            Some(name) => self.with_help(format!("did you mean `{name}`?")),
            None => self.with_help(otherwise),
        }
    }

    /// Renders the diagnostic with its excerpt, as rustc does; with terminal colours if asked.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(self.message.as_str());
        let mut group = match self.position.as_ref().map(Position::resolve) {
            Some((source, span)) => Group::with_title(title).element(
                Snippet::source(source.text.as_str())
                    .path(source.path.as_str())
                    .annotation(AnnotationKind::Primary.span(span)),
            ),
            None => Group::with_title(title),
        };
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        renderer.render(&[group])
    }
}

/// The name among `known` that a typing mistake could have turned into `typed`.
pub(crate) fn closest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = simplified(typed);
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(&typed, &simplified(name)), name));
    let best = scored.max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(left.1)))?;
    (best.0 > 0.85).then_some(best.1)
}

/// Returns a name without its case, and without its namespace, which the names of a model share.
fn simplified(name: &str) -> String {
    let name = name.rsplit('#').next().unwrap_or(name);
    name.chars().filter(|letter| !"_- ".contains(*letter)).flat_map(char::to_lowercase).collect()
}

/// Each excerpt takes a walk through its file, and one cause often has thousands of effects.
const MAX_SHOWN: usize = 100;

/// The diagnostics of one stage; at least one of them is an error if returned as `Err`.
///
/// `Debug` is the report too, on lines of its own, because a `main` that returns an error prints it so.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    /// In the order in which they were found.
    pub list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Returns the value of a result, or adds its error.
    pub fn report<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.push(diagnostic)).ok()
    }

    /// Returns the value of a result, or adds its diagnostics.
    pub fn collect<T>(&mut self, result: Result<T, impl Into<Self>>) -> Option<T> {
        result.map_err(|diagnostics| self.extend(diagnostics.into())).ok()
    }

    /// Adds a position to each diagnostic that has none.
    #[must_use]
    pub fn or_at(self, position: Option<&Position>) -> Self {
        Self { list: self.list.into_iter().map(|diagnostic| diagnostic.or_at(position)).collect() }
    }

    /// Returns true if there is an error, so that nothing can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Ends a stage: the value, or all diagnostics if one of them is an error.
    pub fn finish<T>(self, value: T) -> Result<T, Self> {
        if self.has_errors() { Err(self) } else { Ok(value) }
    }

    /// Renders the diagnostics, at most a hundred of them; with terminal colours if asked.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let shown = self.list.iter().take(MAX_SHOWN).map(|diagnostic| diagnostic.render(colour));
        let mut rendered: Vec<_> = shown.collect();
        if let Some(more) = self.list.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
            rendered.push(format!("and {more} more"));
        }
        rendered.join("\n\n")
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { list: vec![diagnostic] }
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: T) {
        self.list.extend(diagnostics);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl fmt::Debug for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Diagnostics {}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Diagnostics, MAX_SHOWN};

    #[test]
    fn names_of_another_case_are_suggested() {
        let help = |typed| Diagnostic::error("no").suggest(typed, ["GetThing", "all"], "nothing").help;
        for (typed, expected) in [
            ("getthing", "did you mean `GetThing`?"),
            ("get_thing", "did you mean `GetThing`?"),
            ("example#GET-THING", "did you mean `GetThing`?"),
            ("ALL", "did you mean `all`?"),
            ("PutOther", "nothing"),
        ] {
            assert_eq!(help(typed).as_deref(), Some(expected));
        }
    }

    #[test]
    fn main_that_returns_diagnostics_prints_the_report() {
        let source = crate::source::Source::from_text("model.json", "{\"a\": 1}");
        let error = Diagnostic::error("`a` must be a string").with_span(&source, 6..7).with_help("quote it");
        let error: Box<dyn std::error::Error> = Box::new(Diagnostics::from(error));
        let printed = format!("Error: {error:?}");
        let lines: Vec<_> = printed.lines().collect();
        assert_eq!(
            lines[..3],
            ["Error: ", "error: `a` must be a string", " --> model.json:1:7"],
            "{printed}"
        );
        assert!(printed.contains('^') && printed.ends_with("help: quote it"), "{printed}");
    }

    #[test]
    fn diagnostics_beyond_the_limit_are_counted() {
        let list = |number| (0..number).map(|_| Diagnostic::error("no")).collect();
        let rendered = |number| Diagnostics { list: list(number) }.render(false);
        assert_eq!(rendered(MAX_SHOWN).matches("error: no").count(), MAX_SHOWN);
        assert!(!rendered(MAX_SHOWN).contains("more"));
        assert!(rendered(MAX_SHOWN + 7).ends_with("\n\nand 7 more"));
    }
}
