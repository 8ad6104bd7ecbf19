//! The formats of models.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{botocore, file, json, smithy};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::source::{Location, Source, Value};

/// Reads a model: a Smithy JSON AST file, a botocore service folder, or its `service-2.json` under any name.
pub fn model(path: &Path) -> Result<Model, Diagnostics> {
    if path.is_dir() {
        return botocore::read(path);
    }
    of_source(&json::read(path)?, &|source, document| botocore::named(path, source, document))
}

/// Reads a model from the bytes of one file, compressed or not: a Smithy JSON AST, or botocore's `service-2.json` without the
/// other files of its folder.
pub fn bytes(name: &str, bytes: Vec<u8>) -> Result<Model, Diagnostics> {
    of_source(&Arc::new(file::decode(name, bytes)?), &botocore::alone)
}

/// Reads a botocore model from the parsed file of its service.
type ReadBotocore<'a> = dyn Fn(&Arc<Source>, &Value) -> Result<Model, Diagnostics> + 'a;

fn of_source(source: &Arc<Source>, botocore: &ReadBotocore<'_>) -> Result<Model, Diagnostics> {
    let document = json::parse(source)?;
    match Format::of(&document) {
        Some(Format::Smithy) => smithy::read(source, &document),
        Some(Format::Botocore) => botocore(source, &document),
        None => Err(Diagnostic::error(format!(
            "`{}` is neither a Smithy JSON AST nor a botocore model",
            source.path
        ))
        .at(&Location::root(source))
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

/// Reads the files of a botocore service folder from memory, by name. Files that are compressed by gzip may have names that
/// end in `.gz`.
pub fn botocore_files(name: &str, files: BTreeMap<String, Vec<u8>>) -> Result<Model, Diagnostics> {
    botocore::files(name, files)
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
