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
        check_archive(path)?;
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

/// Refuses archives: their files have tests next to models, and are read from a folder.
fn check_archive(path: &Path) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_archive = [".tar.gz", ".tgz", ".tar", ".zip", ".whl"].iter().any(|end| name.ends_with(end));
    if !is_archive {
        return Ok(());
    }
    let (shown, folder) = (path.display(), name.split(".tar").next().unwrap_or_default());
    Err(Failure(format!(
        "`{shown}` is an archive: unpack it, such as with `tar -xf {shown}`, and name the folder, such as `{folder}`"
    )))
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
