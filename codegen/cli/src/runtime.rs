//! The runtime crate that generated crates share: where it is, and writing or checking it.

use std::fs;
use std::path::{Component, Path, PathBuf};

use tinsmith::Runtime;
use tinsmith::output::{self, Difference, Writer};

use crate::Failure;
use crate::codegen::not_written;

/// Returns the setting for a crate in `output`; without a folder, the runtime is inside of the crate.
pub(crate) fn setting(folder: Option<&Path>, output: &Path) -> Result<Runtime, Failure> {
    let Some(folder) = folder else { return Ok(Runtime::Inside) };
    let (folder, output) = (std::path::absolute(folder)?, std::path::absolute(output)?);
    Ok(Runtime::Shared(slashes(&from_to(&normal(&output), &normal(&folder)))))
}

/// Writes the shared runtime, unless the folder contains its hand-written source. With `force`, edited files too.
pub(crate) fn write(folder: Option<&Path>, force: bool) -> Result<(), Failure> {
    let Some(folder) = folder else { return Ok(()) };
    let runtime = output::runtime();
    if is_source(folder)? || output::check(&runtime, folder).map_err(not_written)?.is_empty() {
        return Ok(());
    }
    let writer = Writer::open(folder, &[], &output::RealDisk).map_err(not_written)?;
    writer.write(&runtime, &[], force).map_err(not_written)
}

/// Returns the differences between the shared runtime and the one of this generator.
pub(crate) fn check(folder: Option<&Path>) -> Result<Vec<Difference>, Failure> {
    match folder {
        Some(folder) if !is_source(folder)? => output::check(&output::runtime(), folder).map_err(not_written),
        _ => Ok(Vec::new()),
    }
}

/// Returns whether the folder is a package `tinsmith-runtime` that no generator has written. It is used as it is.
fn is_source(folder: &Path) -> Result<bool, Failure> {
    let manifest = folder.join("Cargo.toml");
    if !manifest.exists() || output::is_written(folder) {
        return Ok(false);
    }
    if fs::read_to_string(&manifest)?.contains("\nname = \"tinsmith-runtime\"\n") {
        return Ok(true);
    }
    Err(Failure(format!(
        "`runtime` of [workspace.metadata.tinsmith] names {}, which contains another package; name an empty folder",
        folder.display()
    )))
}

/// Resolves `.` and `..` without following links.
pub(crate) fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(path.pop()),
            part => path.push(part),
        }
        path
    })
}

/// The relative path that leads from one folder to another.
fn from_to(from: &Path, to: &Path) -> PathBuf {
    let common = from.components().zip(to.components()).take_while(|(from, to)| from == to).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(to.components().skip(common)).collect()
}

/// Manifests are the same on every system.
fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{from_to, normal, slashes};

    #[test]
    fn a_path_between_two_folders_is_relative() {
        let between = |from, to| slashes(&from_to(&normal(Path::new(from)), &normal(Path::new(to))));
        assert_eq!(between("/w/generated", "/w/codegen/runtime"), "../codegen/runtime");
        assert_eq!(between("/w/target/./lags", "/w/codegen/../runtime"), "../../runtime");
        assert_eq!(between("/w", "/w/runtime"), "runtime");
    }
}
