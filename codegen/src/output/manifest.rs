//! The list of generated files that a crate contains, by which a later run recognizes them and detects edits.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path};

use super::error::{WriteError, failed};

/// Path of the manifest relative to the crate's folder.
pub(super) const PATH: &str = ".tinsmith-manifest";

/// Files that an earlier run wrote.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// Digests of each file by its path. Old manifests have no digests; after a merge that kept both sides there may be two.
    files: BTreeMap<String, BTreeSet<String>>,
    /// Default protocol of the client. Old manifests have none, like that of the runtime.
    pub(super) protocol: Option<String>,
}

/// Start of the line with the protocol.
const PROTOCOL: &str = "# protocol: ";

/// Returns the text of the manifest for a crate's files and itself.
pub(super) fn render(files: &BTreeMap<String, String>, protocol: Option<&str>) -> String {
    let mut lines: BTreeMap<&str, String> =
        files.iter().map(|(path, text)| (path.as_str(), format!("{path} {}\n", digest(text)))).collect();
    lines.insert(PATH, format!("{PATH}\n"));
    let head = "# Files that tinsmith generated, and digests that show which were edited. Do not edit.\n";
    let protocol = protocol.map(|protocol| format!("{PROTOCOL}{protocol}\n"));
    let head = format!("{head}{}", protocol.unwrap_or_default());
    lines.into_values().fold(head, |text, line| text + &line)
}

/// Returns the digest of a text, which does not depend on its line endings.
///
/// It is 64-bit FNV-1a, which is the same in every version of Rust. It has to detect edits, not attacks.
pub(super) fn digest(text: &str) -> String {
    let text = with_line_feeds(text);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// Converts the line endings of a text to line feeds; Git may have checked it out with others.
pub(super) fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}

/// Reads the manifest of the crate in `folder`. Without a manifest the result is empty; a link or folder at its path is not one.
pub(super) fn read(folder: &Path) -> Result<Manifest, WriteError> {
    let path = folder.join(PATH);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file());
    if !is_file {
        return Ok(Manifest::default());
    }
    let text = fs::read_to_string(&path).map_err(failed("read", &path))?;
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (path, digest) = line.split_once(' ').unwrap_or((line, ""));
        if is_inside(path) {
            let digests = files.entry(path.to_owned()).or_default();
            digests.extend((!digest.is_empty()).then(|| digest.to_owned()));
        }
    }
    let protocol = text.lines().find_map(|line| line.strip_prefix(PROTOCOL)).map(str::to_owned);
    Ok(Manifest { files, protocol })
}

impl Manifest {
    /// Returns true if an earlier run wrote the file.
    pub(super) fn contains(&self, path: &str) -> bool {
        path == PATH || self.files.contains_key(path)
    }

    /// Returns true if an earlier run wrote files below the folder.
    pub(super) fn contains_below(&self, folder: &str) -> bool {
        let is_below = |path: &String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.files.keys().any(is_below)
    }

    /// Returns the paths of the files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Returns true if the text is known to differ from the one that an earlier run wrote. Without a digest it is not.
    pub(super) fn is_edited(&self, path: &str, text: &str) -> bool {
        self.files.get(path).is_some_and(|digests| !digests.is_empty() && !digests.contains(&digest(text)))
    }
}

/// Returns true if a path stays inside the folder. A manifest may have been written by an attacker.
fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::digest;

    /// Another digest would make an update of the generator report every file as edited.
    #[test]
    fn digests_are_stable_and_ignore_line_endings() {
        assert_eq!(digest(""), "cbf29ce484222325");
        assert_eq!(digest("foobar"), "85944171f73967e8");
        assert_eq!(digest("a\r\nb\r\n"), digest("a\nb\n"));
        assert_ne!(digest("a\rb"), digest("a\nb"));
    }
}
