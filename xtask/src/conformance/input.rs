//! Files of a command line: those of a folder are found by their content.

use std::fs;
use std::path::{Path, PathBuf};

use xtask_common::Failure;

/// Folders with tests in a source distribution of botocore.
const OF_BOTOCORE: [&str; 3] =
    ["tests/unit/protocols/input", "tests/unit/protocols/output", "tests/functional/endpoint-rules"];

/// Returns the JSON files of a path, which may be a folder with files, or with the source distribution of botocore.
pub(super) fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let folders: Vec<PathBuf> =
        OF_BOTOCORE.iter().map(|folder| path.join(folder)).filter(|folder| folder.is_dir()).collect();
    let mut found = Vec::new();
    for folder in if folders.is_empty() { vec![path.to_owned()] } else { folders } {
        collect(&folder, &mut found)?;
    }
    if found.is_empty() {
        return Err(Failure(format!("the folder `{}` has no JSON files", path.display())));
    }
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
    Ok(())
}
