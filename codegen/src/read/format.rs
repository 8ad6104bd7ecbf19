//! The formats of models.

use std::collections::BTreeMap;
use std::path::Path;

use super::{botocore, json, smithy};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::source::{Location, Source, Value};

/// Reads a model: a Smithy JSON AST file, a botocore service folder, or its `service-2.json` under any name.
pub fn model(path: &Path) -> Result<Model, Diagnostics> {
    if path.is_dir() {
        return botocore::read(path);
    }
    let source = json::read(path)?;
    let document = json::parse(&source)?;
    match Format::of(&document) {
        Some(Format::Smithy) => smithy::read(&source, &document),
        Some(Format::Botocore) => botocore::named(path, &source, &document),
        None => Err(Diagnostic::error(format!(
            "`{}` is neither a Smithy JSON AST nor a botocore model",
            source.path
        ))
        .at(&Location::root(&source))
        .with_help(
            "a Smithy model has the key `smithy`, a botocore model the keys `metadata` and `operations`",
        )
        .into()),
    }
}

/// Reads a Smithy JSON AST from memory.
pub fn text(name: &str, text: &str) -> Result<Model, Diagnostics> {
    let source = Source::from_text(name, text);
    let document = json::parse(&source)?;
    smithy::read(&source, &document)
}

/// Reads the files of a botocore service folder from memory, by name: `service-2.json`, and optionally
/// `endpoint-rule-set-1.json`, `paginators-1.json` and `waiters-2.json`.
pub fn botocore_texts(name: &str, files: &BTreeMap<&str, &str>) -> Result<Model, Diagnostics> {
    botocore::texts(name, files)
}

enum Format {
    Smithy,
    Botocore,
}

impl Format {
    fn of(document: &Value) -> Option<Self> {
        if document.get("smithy").is_some() {
            Some(Self::Smithy)
        } else if document.get("metadata").is_some() && document.get("operations").is_some() {
            Some(Self::Botocore)
        } else {
            None
        }
    }
}
