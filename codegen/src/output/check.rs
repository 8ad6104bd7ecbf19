//! What a folder lacks of being the generated crate.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use super::disk::is_there;
use super::generated_crate::GeneratedCrate;
use super::place::Place;
use super::{manifest, pending};

/// A file that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The text differs; with a unified diff from what is there to what should be.
    Stale {
        /// The path below the crate's folder.
        path: String,
        /// The unified diff.
        diff: String,
    },
    /// The text differs, and it is not what the generator wrote: somebody has edited it, or put a link in its place.
    Edited {
        /// The path below the crate's folder.
        path: String,
        /// The unified diff.
        diff: String,
    },
    /// The file is not there.
    Missing {
        /// The path below the crate's folder.
        path: String,
    },
    /// An earlier run wrote the file; it is not generated any more.
    Unexpected {
        /// The path below the crate's folder.
        path: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stale { path, diff } => write!(f, "stale: {path}\n{diff}"),
            Self::Edited { path, diff } => write!(f, "edited by hand: {path}\n{diff}"),
            Self::Missing { path } => write!(f, "missing: {path}"),
            Self::Unexpected { path } => write!(f, "unexpected: {path}"),
        }
    }
}

/// Compares a folder with the crate; nothing is written. Line ends do not count: git may have changed them.
#[must_use]
pub fn check(generated: &GeneratedCrate, folder: &Path) -> Vec<Difference> {
    let known = manifest::read(folder);
    let compare = |path: &str, expected: Option<&String>| -> Option<Difference> {
        let file = folder.join(path);
        let (owned, is_link) = (path.to_owned(), file.is_symlink());
        let Ok(bytes) = fs::read(&file) else {
            let missing = expected.map(|_| Difference::Missing { path: owned.clone() });
            return if is_link { Some(linked(owned)) } else { missing };
        };
        let found = manifest::unix(&String::from_utf8_lossy(&bytes));
        let wanted = expected.map_or("", String::as_str);
        match expected {
            _ if is_link => Some(linked(owned)),
            Some(expected) if *expected == found => None,
            _ if known.is_edited(path, &found) => {
                Some(Difference::Edited { diff: diff(path, &found, wanted), path: owned })
            }
            Some(_) => Some(Difference::Stale { diff: diff(path, &found, wanted), path: owned }),
            None => Some(Difference::Unexpected { path: owned }),
        }
    };
    let expected = generated.files.iter().filter_map(|(path, text)| compare(path, Some(text)));
    let gone = known.paths().filter(|path| !generated.files.contains_key(*path));
    expected.chain(gone.filter_map(|path| compare(path, None))).collect()
}

/// Returns whether a generator has written the crate in `folder`.
#[must_use]
pub fn is_written(folder: &Path) -> bool {
    folder.join(manifest::PATH).exists()
}

/// What an interrupted run has left, or one that is under way.
#[must_use]
pub fn unfinished(folder: &Path) -> Option<PathBuf> {
    let left = Place::of(folder).ok()?.leftovers().next().map(Path::to_owned);
    left.or_else(|| Some(folder.join(pending::FOLDER)).filter(|path| is_there(path)))
}

fn linked(path: String) -> Difference {
    Difference::Edited { path, diff: "a symbolic link stands in its place\n".to_owned() }
}

fn diff(path: &str, found: &str, expected: &str) -> String {
    let diff = similar::TextDiff::from_lines(found, expected);
    diff.unified_diff().context_radius(3).header(path, path).to_string()
}
