//! The list of generated files that a crate carries, so that a later run knows which ones are its own.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where the list stands.
pub(super) const PATH: &str = ".tinsmith-manifest";

/// The list of a crate's files, itself included.
pub(super) fn of(files: &BTreeMap<String, String>) -> String {
    let mut paths: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    paths.insert(PATH);
    let mut text = "# Files that tinsmith generated. Do not edit.\n".to_owned();
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The files that an earlier run wrote into `folder`.
pub(super) fn read(folder: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(folder.join(PATH)).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.filter(|path| is_inside(path)).map(str::to_owned).collect()
}

/// A path that stays inside the folder, whoever has written the list.
fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}
