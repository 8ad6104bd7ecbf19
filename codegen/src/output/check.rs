//! What a folder lacks of being the generated crate.

use std::fmt;
use std::path::Path;

use super::{GeneratedCrate, manifest};

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
            Self::Missing { path } => write!(f, "missing: {path}"),
            Self::Unexpected { path } => write!(f, "unexpected: {path}"),
        }
    }
}

/// Compares a folder with the crate; nothing is written.
#[must_use]
pub fn check(generated: &GeneratedCrate, folder: &Path) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (path, text) in &generated.files {
        match std::fs::read_to_string(folder.join(path)) {
            Ok(found) if found == *text => {}
            Ok(found) => differences.push(stale(path, &found, text)),
            Err(_) => differences.push(Difference::Missing { path: path.clone() }),
        }
    }
    let known = manifest::read(folder).into_iter().filter(|path| !generated.files.contains_key(path));
    let left = known.filter(|path| folder.join(path).exists());
    differences.extend(left.map(|path| Difference::Unexpected { path }));
    differences
}

fn stale(path: &str, found: &str, expected: &str) -> Difference {
    let diff = similar::TextDiff::from_lines(found, expected);
    let diff = diff.unified_diff().context_radius(3).header(path, path).to_string();
    Difference::Stale { path: path.to_owned(), diff }
}
