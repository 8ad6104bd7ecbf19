//! The files of a service folder, compressed or not.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::reader::Reader;
use super::{pagination, waiter};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::traits::id;
use crate::read::{file, json};
use crate::source::{Location, Node, Source, Value};

/// Reads `service-2.json` of a folder and the other files of botocore next to it.
pub(in crate::read) fn read(folder: &Path) -> Result<Model, Diagnostics> {
    from_files(&folder.display().to_string(), &|name| file_of(folder, name))
}

/// Reads the service from a parsed file of any name, and the other files of botocore next to it.
pub(in crate::read) fn named(
    path: &Path,
    source: &Arc<Source>,
    document: &Value,
) -> Result<Model, Diagnostics> {
    let folder = path.parent().unwrap_or(Path::new("."));
    check_depth(source, document)?;
    service(source, document, &|name| file_of(folder, name))
}

/// Reads the service from a parsed file without other files.
pub(in crate::read) fn alone(source: &Arc<Source>, document: &Value) -> Result<Model, Diagnostics> {
    check_depth(source, document)?;
    service(source, document, &|_| Ok(None))
}

/// Reads the files of a folder from memory, by name, compressed or not.
pub(in crate::read) fn files(folder: &str, files: BTreeMap<String, Vec<u8>>) -> Result<Model, Diagnostics> {
    let decode = |(name, bytes): (String, Vec<u8>)| {
        let source = file::decode(&format!("{folder}/{name}"), bytes)?;
        Ok((name.trim_end_matches(".gz").to_owned(), Arc::new(source)))
    };
    let files = files.into_iter().map(decode).collect::<Result<BTreeMap<_, _>, Diagnostic>>()?;
    from_files(folder, &|name| Ok(files.get(name).cloned()))
}

/// Reads the files of a folder from memory, by name.
pub(in crate::read) fn texts(name: &str, files: &BTreeMap<&str, &str>) -> Result<Model, Diagnostics> {
    let file = |file: &str| files.get(file).map(|text| Source::from_text(&format!("{name}/{file}"), text));
    from_files(name, &|name| Ok(file(name)))
}

/// Finds a file by its name.
type Find<'a> = dyn Fn(&str) -> Result<Option<Arc<Source>>, Diagnostic> + 'a;

fn from_files(folder: &str, find: &Find<'_>) -> Result<Model, Diagnostics> {
    let Some((source, document)) = parsed(find, "service-2.json")? else {
        return Err(Diagnostic::error(format!("the folder `{folder}` has no model"))
            .with_help(
                "name a folder with a `service-2.json`, such as `botocore/data/directconnect/2012-10-25`, or the JSON \
                 file of a Smithy model",
            )
            .into());
    };
    service(&source, &document, find)
}

/// Reads the service, and its endpoint rules, paginators and waiters if there are files of them.
fn service(source: &Arc<Source>, document: &Value, find: &Find<'_>) -> Result<Model, Diagnostics> {
    let root = Node::root(document, source);
    let mut reader = Reader::read(&root)?;
    if let Some((source, document)) = parsed(find, "endpoint-rule-set-1.json")? {
        reader.service.insert(id::ENDPOINT_RULE_SET, document, Location::root(&source));
    }
    if let Some((source, document)) = parsed(find, "paginators-1.json")? {
        pagination::apply(&mut reader.model, reader.names.namespace(), &Node::root(&document, &source))?;
    }
    if let Some((source, document)) = parsed(find, "waiters-2.json")? {
        waiter::apply(&mut reader.model, reader.names.namespace(), &Node::root(&document, &source))?;
    }
    Ok(reader.finish(&root)?)
}

/// Reads the file `name` or `name.gz` of a folder, if there is one.
fn file_of(folder: &Path, name: &str) -> Result<Option<Arc<Source>>, Diagnostic> {
    let candidates = [folder.join(name), folder.join(format!("{name}.gz"))];
    candidates.iter().find(|path| path.is_file()).map(|path| json::read(path)).transpose()
}

/// Reads and parses a file, if there is one.
fn parsed(find: &Find<'_>, name: &str) -> Result<Option<(Arc<Source>, Value)>, Diagnostic> {
    let Some(source) = find(name)? else { return Ok(None) };
    let document = json::parse(&source)?;
    check_depth(&source, &document)?;
    Ok(Some((source, document)))
}

/// The maximum depth of a file. Its content is some levels deeper in the Smithy model that is written from it, and the JSON parser
/// allows 127.
const MAX_DEPTH: usize = 100;

/// Checks that a file is not nested too deeply.
fn check_depth(source: &Arc<Source>, document: &Value) -> Result<(), Diagnostic> {
    if depth(document) <= MAX_DEPTH {
        return Ok(());
    }
    Err(Diagnostic::error(format!("`{}` is nested more than {MAX_DEPTH} levels deep", source.path))
        .at(&Location::root(source))
        .with_help("models of services are far less deep; use the file of a release of botocore"))
}

/// Returns the depth of a document, which the JSON parser has limited.
fn depth(value: &Value) -> usize {
    let inside = match value {
        Value::Array(list) => list.iter().map(depth).max(),
        Value::Object(object) => object.values().map(depth).max(),
        _ => return 0,
    };
    1 + inside.unwrap_or_default()
}
