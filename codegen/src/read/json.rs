//! Parsing of files. Repeated keys are refused: a model that defines a shape twice is ambiguous.

use std::path::Path;
use std::sync::Arc;

use serde::de::IgnoredAny;

use super::{file, foreign};
use crate::diagnostic::Diagnostic;
use crate::source::json::{self, Failure, MAX_DEPTH};
use crate::source::{Source, Value};

/// Reads a file. One that is compressed by gzip is unpacked.
pub fn read(path: &Path) -> Result<Arc<Source>, Diagnostic> {
    file::read(path).map(Arc::new)
}

/// Parses the text of a file as JSON. A repeated key is an error.
pub fn parse(source: &Arc<Source>) -> Result<Value, Diagnostic> {
    if source.text.trim().is_empty() {
        return Err(Diagnostic::error(format!("`{}` is empty", source.path)).with_help(
            "a model is a JSON object; restore the file or import it again with the command `import`",
        ));
    }
    json::parse(&source.text)
        .map_err(|failure| foreign::explain(source).unwrap_or_else(|| explain(source, failure)))
}

fn explain(source: &Arc<Source>, failure: Failure) -> Diagnostic {
    match failure {
        Failure::Syntax => syntax_error(source),
        Failure::Repeated(key, span) => {
            Diagnostic::error(format!("the key `{key}` occurs twice in one object"))
                .with_span(source, span)
                .with_help("remove or rename one of the two; a JSON object may hold each key once")
        }
        Failure::TooDeep(at) => Diagnostic::error("invalid JSON: recursion limit exceeded")
            .with_span(source, at..at + 1)
            .with_help(format!("nest at most {MAX_DEPTH} lists and objects")),
    }
}

/// Returns the diagnostic for text that is not JSON, with the reason and position of `serde_json`.
fn syntax_error(source: &Arc<Source>) -> Diagnostic {
    let text = &source.text;
    let error = serde_json::from_str::<IgnoredAny>(text).err();
    let error = error.or_else(|| serde_json::from_str::<serde_json::Value>(text).err());
    let (line, column) = error.as_ref().map_or((0, 0), |error| (error.line(), error.column()));
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let offset = (start + column.saturating_sub(1)).min(text.len().saturating_sub(1));
    let offset = text.floor_char_boundary(offset);
    let end = text.ceil_char_boundary(offset + 1);
    let reason = error.map(|error| error.to_string()).unwrap_or_default();
    let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason);
    Diagnostic::error(format!("invalid JSON: {reason}"))
        .with_span(source, offset..end)
        .with_help("fix the JSON at the marked location")
}
