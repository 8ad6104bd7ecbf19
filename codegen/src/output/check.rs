//! Comparison of a folder with the generated crate.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use super::disk::{is_folder, is_there};
use super::error::{WriteError, failed};
use super::generated_crate::GeneratedCrate;
use super::manifest::with_line_feeds;
use super::output_paths::OutputPaths;
use super::{manifest, pending};

/// Difference between a file of a folder and the generated crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The file has another text than the generated one.
    Stale {
        /// Path relative to the crate's folder.
        path: String,
        /// Unified diff from the text of the file to the generated text.
        diff: String,
    },
    /// The file has neither the generated text nor the one that an earlier run wrote: it was edited or replaced by a link.
    Edited {
        /// Path relative to the crate's folder.
        path: String,
        /// Unified diff from the text of the file to the generated text.
        diff: String,
    },
    /// The file does not exist.
    Missing {
        /// Path relative to the crate's folder.
        path: String,
    },
    /// An earlier run wrote the file, but it is not generated any more.
    Unexpected {
        /// Path relative to the crate's folder.
        path: String,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stale { path, diff } => write!(f, "out of date: {path}\n{diff}"),
            Self::Edited { path, diff } => write!(f, "edited by hand: {path}\n{diff}"),
            Self::Missing { path } => write!(f, "missing: {path}"),
            Self::Unexpected { path } => write!(f, "unexpected: {path}"),
        }
    }
}

/// Compares a folder with the generated crate. Writes nothing.
///
/// Files that differ only in their line endings are equal, because Git may have converted them.
///
/// # Errors
///
/// Returns an error if a file exists but cannot be read.
pub fn check(generated: &GeneratedCrate, folder: &Path) -> Result<Vec<Difference>, WriteError> {
    let written = manifest::read(folder)?;
    let compare = |path: &str, expected: Option<&String>| -> Result<Option<Difference>, WriteError> {
        let file = folder.join(path);
        let owned = path.to_owned();
        if file.is_symlink() {
            return Ok(Some(linked(owned)));
        }
        let Some(bytes) = read(&file, expected.is_some())? else {
            return Ok(expected.map(|_| Difference::Missing { path: owned }));
        };
        let text = String::from_utf8_lossy(&bytes);
        let actual = with_line_feeds(&text);
        let expected_text = expected.map_or("", String::as_str);
        Ok(match expected {
            Some(expected) if *expected == actual => None,
            _ if written.is_edited(path, &actual) => {
                Some(Difference::Edited { diff: diff(path, &actual, expected_text), path: owned })
            }
            Some(_) => Some(Difference::Stale { diff: diff(path, &actual, expected_text), path: owned }),
            None => Some(Difference::Unexpected { path: owned }),
        })
    };
    let differing = generated.files.iter().map(|(path, text)| compare(path, Some(text)));
    let no_longer_generated = written.paths().filter(|path| !generated.files.contains_key(*path));
    let differences = differing.chain(no_longer_generated.map(|path| compare(path, None)));
    differences.filter_map(Result::transpose).collect()
}

/// Reads a file, if it exists. A folder at the path of a file that is not generated any more is a user's.
fn read(file: &Path, is_generated: bool) -> Result<Option<Vec<u8>>, WriteError> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(_) if !is_generated && is_folder(file) => Ok(None),
        Err(error) => Err(failed("read", file)(error)),
    }
}

/// Returns true if a generator wrote the crate in `folder`.
#[must_use]
pub fn is_written(folder: &Path) -> bool {
    folder.join(manifest::PATH).exists()
}

/// Returns the default protocol of the client that an earlier run generated, such as `awsJson1_1`; `None` if there is no crate, or
/// none with a protocol in its manifest.
///
/// # Errors
///
/// Returns an error if the manifest cannot be read.
pub fn written_protocol(folder: &Path) -> Result<Option<String>, WriteError> {
    Ok(manifest::read(folder)?.protocol)
}

/// Returns the first path that a run which is writing the crate now, or was interrupted, has left.
///
/// # Errors
///
/// Returns an error if the folder cannot be an output folder.
pub fn leftover(folder: &Path) -> Result<Option<PathBuf>, WriteError> {
    let paths = OutputPaths::of(folder)?;
    let leftover = paths.leftovers().next().map(Path::to_owned);
    Ok(leftover.or_else(|| Some(folder.join(pending::FOLDER)).filter(|path| is_there(path))))
}

fn linked(path: String) -> Difference {
    Difference::Edited { path, diff: "replaced by a symbolic link\n".to_owned() }
}

fn diff(path: &str, actual: &str, expected: &str) -> String {
    let diff = similar::TextDiff::from_lines(actual, expected);
    diff.unified_diff().context_radius(3).header(path, path).to_string()
}
