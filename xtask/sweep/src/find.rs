//! Which models there are below a folder.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tinsmith::read::json;

/// A model that was found.
pub(crate) struct Found {
    /// Its path below the folder that is swept, without the ending: `dynamodb/2012-08-10`.
    pub(crate) label: String,
    /// The folder of botocore, or the file.
    pub(crate) path: PathBuf,
    /// How many bytes the file takes on the disk: a measure of size that costs nothing.
    pub(crate) bytes: u64,
}

impl Found {
    /// The name of the crate: the label, as far as it may be part of a package's name.
    pub(crate) fn package(&self) -> String {
        let allowed = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        format!("swept-{}", self.label.chars().map(allowed).collect::<String>().to_lowercase())
    }
}

/// Every folder that holds `service-2.json`, packed or not, and every Smithy JSON AST with a service, by label.
pub(crate) fn models(folder: &Path) -> Result<Vec<Found>, String> {
    let mut found = Vec::new();
    collect(folder, folder, &mut found)
        .map_err(|error| format!("cannot read `{}`: {error}", folder.display()))?;
    if found.is_empty() {
        return Err(format!("there is no model below `{}`", folder.display()));
    }
    found.sort_by(|left, right| left.label.cmp(&right.label));
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Found>) -> std::io::Result<()> {
    let service = ["service-2.json", "service-2.json.gz"].map(|name| folder.join(name));
    if let Some(file) = service.iter().find(|file| file.is_file()) {
        let bytes = fs::metadata(file)?.len();
        found.push(Found { label: label(root, folder), path: folder.to_owned(), bytes });
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else if is_json(&path) && is_model(&path) {
            let bytes = fs::metadata(&path)?.len();
            found.push(Found { label: label(root, &path), path, bytes });
        }
    }
    Ok(())
}

fn label(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let text = if below.as_os_str().is_empty() { path } else { below }.display().to_string();
    let text = text.strip_suffix(".gz").unwrap_or(&text);
    text.strip_suffix(".json").unwrap_or(text).to_owned()
}

fn is_json(path: &Path) -> bool {
    let ends = |path: &Path, ending: &str| path.extension().is_some_and(|extension| extension == ending);
    ends(path, "json")
        || ends(path, "gz") && path.file_stem().is_some_and(|stem| ends(Path::new(stem), "json"))
}

/// Whether the file is a Smithy JSON AST that defines a service. Overlays and other JSON are none.
fn is_model(path: &Path) -> bool {
    let Some(document) = json::read(path).ok().and_then(|source| json::parse(&source).ok()) else {
        return false;
    };
    let is_service = |shape: &Value| shape.get("type").and_then(Value::as_str) == Some("service");
    let shapes = document.get("shapes").and_then(Value::as_object);
    document.get("smithy").is_some() && shapes.is_some_and(|shapes| shapes.values().any(is_service))
}
