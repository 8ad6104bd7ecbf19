//! The project that a crate is added to.

use std::env;
use std::path::{Path, PathBuf};

use crate::project::{self, CrateTable, Manifest};
use crate::{Failure, terminal};

/// The project that a crate is added to.
pub(super) struct Destination {
    pub(super) root: PathBuf,
    pub(super) manifest: Manifest,
    pub(super) crates: Vec<CrateTable>,
    /// Folder of the runtime that crates share, relative to the root.
    pub(super) runtime: String,
    /// True unless there are crates that contain a runtime.
    pub(super) shares_runtime: bool,
}

impl Destination {
    /// Finds the nearest Cargo.toml that has settings or is of a workspace, or else the nearest of a package.
    pub(super) fn find() -> Result<Self, Failure> {
        let here = env::current_dir()?;
        let mut package = None;
        for folder in here.ancestors() {
            let manifest =
                project::read(&folder.join("Cargo.toml")).map_err(|error| terminal::failure(&error))?;
            let Some(manifest) = manifest else { continue };
            if manifest.settings().is_some() || manifest.has("workspace") {
                return Self::of(folder, manifest);
            }
            package = package.or(Some((folder, manifest)));
        }
        let missing = || {
            let here = here.display();
            terminal::refused(
                &format!("there is no Cargo.toml in `{here}` or above it"),
                "create a project with `cargo init`; for a crate alone, run `codegen --model FILE` instead",
            )
        };
        let (folder, manifest) = package.ok_or_else(missing)?;
        Self::of(folder, manifest)
    }

    fn of(root: &Path, manifest: Manifest) -> Result<Self, Failure> {
        let crates = match manifest.settings() {
            Some((path, table)) => project::crates(&manifest, path, table).map_err(terminal::rendered)?,
            None => Vec::new(),
        };
        let runtime = crates.iter().find_map(|table| table.runtime.clone());
        let shares_runtime = runtime.is_some() || crates.is_empty();
        let runtime = runtime.unwrap_or_else(|| "clients/runtime".to_owned());
        Ok(Self { root: root.to_owned(), manifest, crates, runtime, shares_runtime })
    }
}
