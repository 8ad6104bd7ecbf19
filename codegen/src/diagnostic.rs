//! What is wrong with an input, where, and how to mend it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::source::{Place, Source};

/// How serious a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing can be generated.
    Error,
    /// The crate is generated, but something was left out.
    Warning,
}

/// Where a finding stands. To find the bytes of a value takes a walk through its file, which is made for findings that are
/// shown and not for the thousands behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A value.
    Value(Place),
    /// Some bytes of a file.
    Span(Arc<Source>, Range<usize>),
}

impl Spot {
    fn resolve(&self) -> (&Source, Range<usize>) {
        match self {
            Self::Value(place) => (place.source(), place.span()),
            Self::Span(source, span) => (source, span.clone()),
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How serious it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Where it stands, where known.
    pub place: Option<Spot>,
    /// How to mend it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error.
    #[must_use]
    pub fn error(message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, message: message.into(), place: None, help: None }
    }

    /// A warning.
    #[must_use]
    pub fn warning(message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message) }
    }

    /// Adds the place in the source file.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.place = Some(Spot::Value(place.clone()));
        self
    }

    /// Adds a span in a source file.
    #[must_use]
    pub fn with_span(mut self, source: &Arc<Source>, span: Range<usize>) -> Self {
        self.place = Some(Spot::Span(Arc::clone(source), span));
        self
    }

    /// Adds the line that says what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds `did you mean ...?` when one of `known` is close to `given`, and `otherwise` when none is.
    #[must_use]
    pub fn suggest<'a>(self, given: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> Self {
        match closest(given, known) {
            Some(name) => self.with_help(format!("did you mean `{name}`?")),
            None => self.with_help(otherwise),
        }
    }

    /// The finding with its excerpt, as rustc prints its own; with terminal colours if asked.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(self.message.as_str());
        let mut group = match self.place.as_ref().map(Spot::resolve) {
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

/// The name among `known` that a typing mistake could have turned into `given`.
fn closest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The names of a model share their namespace, which would make all of them alike.
    let tail = |name: &'a str| name.rsplit('#').next().unwrap_or(name);
    let given = given.rsplit('#').next().unwrap_or(given);
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(given, tail(name)), name));
    let best = scored.max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(left.1)))?;
    (best.0 > 0.85).then_some(best.1)
}

/// Each excerpt takes a walk through its file, and one cause often has thousands of effects.
const MOST_SHOWN: usize = 100;

/// The findings of one stage, at least one of them an error when returned as `Err`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    /// In the order in which they were found.
    pub findings: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Whether nothing can be generated.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Ends a stage: the value, or everything that was found when there is an error among it.
    pub fn finish<T>(self, value: T) -> Result<T, Self> {
        if self.has_errors() { Err(self) } else { Ok(value) }
    }

    /// The findings, one after the other, as many as anybody reads; with terminal colours if asked.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let shown = self.findings.iter().take(MOST_SHOWN).map(|finding| finding.render(colour));
        let mut rendered: Vec<_> = shown.collect();
        if let Some(more) = self.findings.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
            rendered.push(format!("and {more} more"));
        }
        rendered.join("\n\n")
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(finding: Diagnostic) -> Self {
        Self { findings: vec![finding] }
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Diagnostics {}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Diagnostics, MOST_SHOWN};

    #[test]
    fn what_nobody_reads_is_counted() {
        let findings = |number| (0..number).map(|_| Diagnostic::error("no")).collect();
        let said = |number| Diagnostics { findings: findings(number) }.render(false);
        assert_eq!(said(MOST_SHOWN).matches("error: no").count(), MOST_SHOWN);
        assert!(!said(MOST_SHOWN).contains("more"));
        assert!(said(MOST_SHOWN + 7).ends_with("\n\nand 7 more"));
    }
}
