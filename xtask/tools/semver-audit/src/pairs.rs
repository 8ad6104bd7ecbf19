//! Models that are in both folders.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::read::json;
use xtask_common::request::SemverAudit;

/// A model in both folders.
pub(crate) struct Pair {
    /// Path below the folders: `directconnect/2012-10-25`, or `directconnect` for `directconnect.json`.
    pub(crate) label: String,
    /// The old model.
    pub(crate) old: PathBuf,
    /// The new model.
    pub(crate) new: PathBuf,
}

impl Pair {
    /// Name of the package. It is the same on both sides, because items are compared by path.
    pub(crate) fn package(&self) -> String {
        let allowed = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        format!("audited-{}", self.label.chars().map(allowed).collect::<String>().to_lowercase())
    }

    /// Name of the library crate.
    pub(crate) fn crate_name(&self) -> String {
        self.package().replace('-', "_")
    }

    /// Returns true when `name` names the service, with or without version: `directconnect` or
    /// `directconnect/2012-10-25`.
    fn has_name(&self, name: &str) -> bool {
        self.label == name || self.label.split('/').next() == Some(name)
    }
}

/// Returns the requested models that are in both folders, sorted by label.
pub(crate) fn all(request: &SemverAudit) -> Result<Vec<Pair>, String> {
    let (old, mut new) = (models(&request.old, "old.json")?, models(&request.new, "new.json")?);
    let both = old.into_iter().filter_map(|(label, old)| {
        let new = new.remove(&label)?;
        Some(Pair { label, old, new })
    });
    let pairs: Vec<Pair> = both.collect();
    let is_known = |name: &String| pairs.iter().any(|pair| pair.has_name(name));
    if let Some(missing) = request.services.iter().find(|name| !is_known(name)) {
        return Err(format!("no model of `{missing}` is in both folders"));
    }
    let is_requested =
        |pair: &Pair| request.services.is_empty() || request.services.iter().any(|name| pair.has_name(name));
    Ok(pairs.into_iter().filter(is_requested).collect())
}

/// Finds the models of a folder by label: `SERVICE/VERSION` as in botocore, `NAME.json`, and `NAME` for a folder that
/// contains both sides.
fn models(folder: &Path, side: &str) -> Result<BTreeMap<String, PathBuf>, String> {
    let mut found = BTreeMap::new();
    for path in entries(&data(folder))? {
        let name = name(&path);
        if path.join(side).is_file() {
            found.insert(name, path.join(side));
        } else if path.is_dir() {
            for version in entries(&path)?.into_iter().filter(|path| is_service(path)) {
                found.insert(format!("{name}/{}", self::name(&version)), version);
            }
        } else if let Some(stem) = name.strip_suffix(".json").filter(|_| is_ast(&path)) {
            found.insert(stem.to_owned(), path);
        }
    }
    Ok(found)
}

/// Returns the folder of the models, which may be inside of a botocore distribution.
fn data(folder: &Path) -> PathBuf {
    let below = ["botocore/data", "data"].map(|below| folder.join(below));
    below.into_iter().find(|below| below.is_dir()).unwrap_or_else(|| folder.to_owned())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()
    });
    entries.map_err(|error| format!("cannot read `{}`: {error}", folder.display()))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn is_service(folder: &Path) -> bool {
    ["service-2.json", "service-2.json.gz"].iter().any(|name| folder.join(name).is_file())
}

/// Returns true for a Smithy JSON AST. Botocore has other files next to its services.
fn is_ast(file: &Path) -> bool {
    let document = json::read(file).ok().and_then(|source| json::parse(&source).ok());
    document.is_some_and(|document| document.get("smithy").is_some())
}
