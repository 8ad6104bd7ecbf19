//! Search for models below a folder.

use std::fs;
use std::path::{Path, PathBuf};

use tinsmith::read::json;
use tinsmith::source::Value;

/// A model below the folder.
pub(crate) struct ModelFile {
    /// Path below the folder without extension, such as `dynamodb/2012-08-10`.
    pub(crate) label: String,
    /// The botocore folder or the file.
    pub(crate) path: PathBuf,
    /// Size of the file in bytes, for the order of generation.
    pub(crate) bytes: u64,
}

impl ModelFile {
    /// Name of the package: the label in the letters that packages may have.
    pub(crate) fn package(&self) -> String {
        let allowed = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        format!("swept-{}", self.label.chars().map(allowed).collect::<String>().to_lowercase())
    }
}

/// Finds every folder with `service-2.json`, compressed or not, and every Smithy JSON AST with a service. They are
/// sorted by label.
pub(crate) fn models(folder: &Path) -> Result<Vec<ModelFile>, String> {
    let mut found = Vec::new();
    collect(folder, folder, &mut found)
        .map_err(|error| format!("cannot read `{}`: {error}", folder.display()))?;
    if found.is_empty() {
        return Err(format!("there is no model below `{}`", folder.display()));
    }
    found.sort_by(|left, right| left.label.cmp(&right.label));
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<ModelFile>) -> std::io::Result<()> {
    let service = ["service-2.json", "service-2.json.gz"].map(|name| folder.join(name));
    if let Some(file) = service.iter().find(|file| file.is_file()) {
        let bytes = fs::metadata(file)?.len();
        found.push(ModelFile { label: label(root, folder), path: folder.to_owned(), bytes });
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, found)?;
        } else if is_json(&path) && is_model(&path) {
            let bytes = fs::metadata(&path)?.len();
            found.push(ModelFile { label: label(root, &path), path, bytes });
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
    let has = |path: &Path, expected: &str| path.extension().is_some_and(|extension| extension == expected);
    has(path, "json") || has(path, "gz") && path.file_stem().is_some_and(|stem| has(Path::new(stem), "json"))
}

/// Returns true for a Smithy JSON AST that defines a service. Overlays define none. A file that cannot be read counts as a model, so
/// that it is reported.
fn is_model(path: &Path) -> bool {
    let Some(document) = json::read(path).ok().and_then(|source| json::parse(&source).ok()) else {
        return true;
    };
    let is_service = |shape: &Value| shape.get("type").and_then(Value::as_str) == Some("service");
    let shapes = document.get("shapes").and_then(Value::as_object);
    document.get("smithy").is_some() && shapes.is_some_and(|shapes| shapes.values().any(is_service))
}
