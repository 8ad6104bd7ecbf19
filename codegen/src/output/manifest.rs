//! The list of generated files that a crate carries, so that a later run knows which ones are its own and which have been
//! edited since.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path};

/// Where the list stands.
pub(super) const PATH: &str = ".tinsmith-manifest";

/// The files that an earlier run wrote.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// The digests of each text. An old manifest has none; one in which a merge has left both sides may have two.
    files: BTreeMap<String, BTreeSet<String>>,
}

/// The list of a crate's files, itself included.
pub(super) fn of(files: &BTreeMap<String, String>) -> String {
    let mut lines: BTreeMap<&str, String> =
        files.iter().map(|(path, text)| (path.as_str(), format!("{path} {}\n", digest(text)))).collect();
    lines.insert(PATH, format!("{PATH}\n"));
    let head = "# Files that tinsmith generated, and digests that show which were edited. Do not edit.\n";
    lines.into_values().fold(head.to_owned(), |text, line| text + &line)
}

/// What tells one text from another; line ends do not count, for git may have changed them. 64 bits of FNV-1a: edits are
/// no attacks, and no version of Rust gives another value.
pub(super) fn digest(text: &str) -> String {
    let with_line_feeds = unix(text);
    let hash = with_line_feeds.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// The text with line feeds as line ends, whatever git has made of them.
pub(super) fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// The files that an earlier run wrote into `folder`.
pub(super) fn read(folder: &Path) -> Manifest {
    let path = folder.join(PATH);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
    let text = if is_file { fs::read_to_string(&path).unwrap_or_default() } else { String::new() };
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (path, digest) = line.split_once(' ').unwrap_or((line, ""));
        if is_inside(path) {
            let digests = files.entry(path.to_owned()).or_default();
            digests.extend((!digest.is_empty()).then(|| digest.to_owned()));
        }
    }
    Manifest { files }
}

impl Manifest {
    /// Whether an earlier run wrote the file.
    pub(super) fn has(&self, path: &str) -> bool {
        path == PATH || self.files.contains_key(path)
    }

    /// Whether an earlier run wrote files below the folder.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let below = |path: &String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.files.keys().any(below)
    }

    /// The files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether the text is not the one that an earlier run wrote. Without a digest nobody knows.
    pub(super) fn is_edited(&self, path: &str, text: &str) -> bool {
        self.files.get(path).is_some_and(|digests| !digests.is_empty() && !digests.contains(&digest(text)))
    }
}

/// A path that stays inside the folder, whoever has written the list.
fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::digest;

    /// A value that every version must give, or an update of the generator would call every file edited.
    #[test]
    fn digests_stay_what_they_are() {
        assert_eq!(digest(""), "cbf29ce484222325");
        assert_eq!(digest("foobar"), "85944171f73967e8");
        assert_eq!(digest("a\r\nb\r\n"), digest("a\nb\n"));
        assert_ne!(digest("a\rb"), digest("a\nb"));
    }
}
