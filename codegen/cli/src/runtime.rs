//! The runtime crate that generated crates share: where it is, and writing or checking it.

use std::fs;
use std::path::Path;

use tinsmith::output::{self, Writer};
use tinsmith::{GeneratedCrate, Runtime};

use crate::disk::disk;
use crate::path::{from_to, normal, slashes};
use crate::terminal::not_written;
use crate::{Failure, terminal};

/// Returns the setting for a crate in `output`; without a folder, the runtime is inside of the crate.
pub(crate) fn setting(folder: Option<&Path>, output: &Path) -> Result<Runtime, Failure> {
    let Some(folder) = folder else { return Ok(Runtime::Inside) };
    let (folder, output) = (std::path::absolute(folder)?, std::path::absolute(output)?);
    Ok(Runtime::Shared(slashes(&from_to(&normal(&output), &normal(&folder)))))
}

/// Writes the shared runtime, unless the folder contains its hand-written source, and prints what was written. With `force`, edited
/// files too.
pub(crate) fn write(folder: &Path, force: bool) -> Result<(), Failure> {
    let Some(runtime) = generated(folder)? else { return Ok(()) };
    let changed = output::check(&runtime, folder).map_err(not_written)?.len();
    if changed == 0 {
        return Ok(());
    }
    let writer = Writer::open(folder, &[], disk()).map_err(not_written)?;
    writer.write(&runtime, &[], force).map_err(not_written)?;
    let (name, version) = (&runtime.summary.name, &runtime.summary.version);
    let (files, folder) = (runtime.files.len(), folder.display());
    terminal::print(&format!("{name} {version}: {files} files in {folder} ({changed} changed)\n"))
}

/// Returns the runtime to write to a folder; `None` if the folder contains its hand-written source.
pub(crate) fn generated(folder: &Path) -> Result<Option<GeneratedCrate>, Failure> {
    Ok((!is_source(folder)?).then(output::runtime))
}

/// Returns true if the folder is a package `tinsmith-runtime` that no generator has written. It is used as it is.
fn is_source(folder: &Path) -> Result<bool, Failure> {
    let manifest = folder.join("Cargo.toml");
    if !manifest.exists() || output::is_written(folder) {
        return Ok(false);
    }
    let text = fs::read_to_string(&manifest)
        .map_err(|error| Failure(format!("cannot read `{}`: {error}", manifest.display())))?;
    if text.lines().any(|line| line == "name = \"tinsmith-runtime\"") {
        return Ok(true);
    }
    Err(terminal::refused(
        &format!("`{}` is the folder of the runtime, but contains another package", folder.display()),
        "choose an empty folder with `runtime` in the settings in Cargo.toml",
    ))
}
