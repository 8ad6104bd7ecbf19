//! Which models both folders have.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::read::json;

use crate::arguments::Arguments;

/// A model in both folders.
pub(crate) struct Pair {
    /// Its path below the folders: `directconnect/2012-10-25`, or `directconnect` for `directconnect.json`.
    pub(crate) label: String,
    /// The model before.
    pub(crate) old: PathBuf,
    /// The model after.
    pub(crate) new: PathBuf,
}

impl Pair {
    /// The name of the package on both sides: items are compared by their paths.
    pub(crate) fn package(&self) -> String {
        let allowed = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        format!("judged-{}", self.label.chars().map(allowed).collect::<String>().to_lowercase())
    }

    /// The name of the crate.
    pub(crate) fn crate_name(&self) -> String {
        self.package().replace('-', "_")
    }

    /// Whether `name` asks for it: `directconnect` or `directconnect/2012-10-25`.
    fn is_called(&self, name: &str) -> bool {
        self.label == name || self.label.split('/').next() == Some(name)
    }
}

/// The models that both folders have and the arguments ask for, by label.
pub(crate) fn all(arguments: &Arguments) -> Result<Vec<Pair>, String> {
    let (old, mut new) = (models(&arguments.old, "old.json")?, models(&arguments.new, "new.json")?);
    let both = old.into_iter().filter_map(|(label, old)| {
        let new = new.remove(&label)?;
        Some(Pair { label, old, new })
    });
    let pairs: Vec<Pair> = both.collect();
    let is_there = |name: &String| pairs.iter().any(|pair| pair.is_called(name));
    if let Some(missing) = arguments.services.iter().find(|name| !is_there(name)) {
        return Err(format!("no model of `{missing}` is in both folders"));
    }
    let is_asked_for = |pair: &Pair| {
        arguments.services.is_empty() || arguments.services.iter().any(|name| pair.is_called(name))
    };
    Ok(pairs.into_iter().filter(is_asked_for).collect())
}

/// The models of a folder: `SERVICE/VERSION` as in botocore, `NAME.json`, and `NAME` where both sides stand in one folder.
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

/// The folder of the models, where that of a whole distribution is given.
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

/// Whether the file is a Smithy JSON AST. Botocore has other files beside its services.
fn is_ast(file: &Path) -> bool {
    let document = json::read(file).ok().and_then(|source| json::parse(&source).ok());
    document.is_some_and(|document| document.get("smithy").is_some())
}
