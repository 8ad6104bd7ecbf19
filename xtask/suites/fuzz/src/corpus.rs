//! The corpus: models, pairs of models, responses, and bodies in three formats of this repository.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::target::{BOTOCORE_FILES, SEPARATOR};

/// An input in parts, each of which is mutated by itself.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The path of the first file.
    pub name: String,
    /// The parts.
    pub parts: Vec<Vec<u8>>,
    /// Separator of the parts.
    pub separator: &'static [u8],
}

impl Entry {
    /// Returns the input for a target.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.parts.join(self.separator)
    }
}

/// Returns the golden models, the bad models, and the committed model with its overlay.
pub fn smithy() -> io::Result<Vec<Entry>> {
    let mut files: Vec<Vec<PathBuf>> = Vec::new();
    for folder in sorted(&repository("codegen/tests/golden"))? {
        let overlays = sorted(&folder)?.into_iter().filter(|path| is_overlay(path));
        files.push([folder.join("model.json")].into_iter().chain(overlays).collect());
    }
    let bad = repository("codegen/tests/bad_models");
    for path in sorted(&bad)?.into_iter().filter(|path| is_json(path)) {
        files.push(if is_for_full(&path) { vec![bad.join("full.json"), path] } else { vec![path] });
    }
    let mut entries = Vec::new();
    for files in files {
        let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        entries.push(entry(&files)?);
    }
    let committed = repository("model/directconnect-2012-10-25.json");
    entries.push(entry(&[&committed, &repository("model/directconnect-2012-10-25.overlay.json")])?);
    Ok(entries)
}

/// Returns the botocore folders of the tests.
pub fn botocore() -> io::Result<Vec<Entry>> {
    let folder = repository("codegen/tests/botocore/mini/2020-01-01");
    let files = BOTOCORE_FILES.map(|name| folder.join(name));
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let mut entries = vec![entry(&files)?];
    for path in sorted(&repository("codegen/tests/bad_models"))? {
        let service = path.join("service-2.json");
        if service.is_file() {
            entries.push(entry(&[&service])?);
        }
    }
    Ok(entries)
}

/// Returns the pairs of models in the tests of `diff`.
pub fn comparison() -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for folder in sorted(&repository("codegen/tests/diff"))? {
        let models = ["old.json", "new.json"].map(|name| folder.join(name));
        if models.iter().all(|path| path.is_file()) {
            entries.push(entry(&[&models[0], &models[1]])?);
        }
    }
    Ok(entries)
}

/// Returns the responses in `corpus/response`, each as head and body.
pub fn response() -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for path in sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/response"))? {
        let text = fs::read_to_string(&path)?;
        let (head, body) = text.split_once("\n\n").unwrap_or((&text, ""));
        let parts = vec![head.as_bytes().to_vec(), body.trim_end().as_bytes().to_vec()];
        entries.push(Entry { name: path.display().to_string(), parts, separator: b"\n\n" });
    }
    Ok(entries)
}

/// Returns the documents in `corpus/xml`.
pub fn xml() -> io::Result<Vec<Entry>> {
    whole("corpus/xml")
}

/// Returns the files in `corpus/json`.
pub fn json() -> io::Result<Vec<Entry>> {
    whole("corpus/json")
}

/// Returns the bytes in `corpus/cbor`.
pub fn cbor() -> io::Result<Vec<Entry>> {
    whole("corpus/cbor")
}

/// Returns the files of a folder, each in one part.
fn whole(folder: &str) -> io::Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for path in sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
        let part = fs::read(&path)?.trim_ascii_end().to_vec();
        entries.push(Entry { name: path.display().to_string(), parts: vec![part], separator: b"" });
    }
    Ok(entries)
}

fn entry(files: &[&Path]) -> io::Result<Entry> {
    let parts = files.iter().map(fs::read).collect::<io::Result<_>>()?;
    let name = files.first().map_or_else(String::new, |file| file.display().to_string());
    Ok(Entry { name, parts, separator: &[SEPARATOR] })
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

fn is_overlay(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".overlay.json")
}

/// Returns true for bad models that are overlays of `full.json`, the model with shapes of every kind.
fn is_for_full(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("overlay_"))
}

/// Returns the entries of a folder in the order of their names.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

/// Returns a path of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path)
}
