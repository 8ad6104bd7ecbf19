//! The project of the current folder: the nearest Cargo.toml with settings, read as TOML. Cargo is not needed.

use std::path::{Path, PathBuf};
use std::{fs, io};

use tinsmith::output::Lock;
use tinsmith::source::Source;
use tinsmith::{Diagnostic, Diagnostics};
use toml_edit::Item;

mod folders;
mod manifest;
mod new_table;
mod table;

pub(crate) use folders::check_output;
pub(crate) use manifest::{Manifest, TablePath};
pub(crate) use table::CrateTable;

use crate::disk::disk;
use crate::path::relative;
use crate::{Failure, terminal};

/// A folder with the settings of crates.
pub(crate) struct Project {
    /// Folder that paths of the settings are relative to.
    pub(crate) root: PathBuf,
    /// The Cargo.toml with the settings. Without one, options of the command line are enough.
    pub(crate) manifest: Option<Manifest>,
    /// Settings of crates, in the order of the file.
    pub(crate) crates: Vec<CrateTable>,
}

impl Project {
    /// Finds the project of the current folder.
    pub(crate) fn find() -> Result<Self, Failure> {
        Self::above(&std::env::current_dir()?).map_err(terminal::rendered)
    }

    /// Finds the project of a folder.
    fn above(folder: &Path) -> Result<Self, Diagnostics> {
        for root in folder.ancestors() {
            let Some(manifest) = read(&root.join("Cargo.toml"))? else { continue };
            if let Some((path, table)) = manifest.settings() {
                let list = crates(&manifest, path, table)?;
                return Ok(Self { root: root.to_owned(), manifest: Some(manifest), crates: list });
            }
            manifest.check_level()?;
        }
        Ok(Self { root: folder.to_owned(), manifest: None, crates: Vec::new() })
    }

    /// Locks the Cargo.toml with the settings, so that no other run changes it between reading and writing.
    pub(crate) fn lock(&self) -> Result<Option<Lock<'static>>, Failure> {
        self.manifest.as_ref().map(lock).transpose()
    }

    /// Returns the crates with the names, or all crates if there are no names.
    pub(crate) fn named(&self, names: &[String]) -> Result<Vec<&CrateTable>, Failure> {
        if names.is_empty() {
            return Ok(self.crates.iter().collect());
        }
        if self.crates.is_empty() {
            let name = &names[0];
            return Err(terminal::refused(
                &format!("there is no crate `{name}`, because no Cargo.toml here or above has settings"),
                "add a crate with `init SOURCE --operations A,B`",
            ));
        }
        names.iter().map(|name| self.crate_named(name)).collect()
    }

    fn crate_named(&self, name: &str) -> Result<&CrateTable, Failure> {
        let by_name = self.crates.iter().find(|table| table.name() == name);
        let by_package = || self.crates.iter().find(|table| table.package_name() == Some(name));
        let found = by_name.or_else(by_package);
        found.ok_or_else(|| {
            let manifest = self.manifest.as_ref().map(|manifest| relative(&manifest.path));
            let manifest = manifest.unwrap_or_default();
            let known: Vec<&str> = self.crates.iter().map(CrateTable::name).collect();
            let message = format!("there is no crate `{name}` in the settings in `{}`", manifest.display());
            let listed = format!("the crates are `{}`", known.join("`, `"));
            terminal::failure(&Diagnostic::error(message).suggest(name, known, &listed))
        })
    }
}

/// Reads the settings of the crates of a project, and checks their names and folders.
pub(crate) fn crates(
    manifest: &Manifest,
    path: TablePath,
    item: &Item,
) -> Result<Vec<CrateTable>, Diagnostics> {
    let mut crates = table::read(manifest, path, item)?;
    let root = manifest.path.parent().unwrap_or(Path::new(""));
    for table in &mut crates {
        table.written_name = written_name(&root.join(&table.output));
    }
    folders::check(&crates, manifest).finish(crates)
}

/// Returns the folder of the package that the current folder is in, or else the current folder.
pub(crate) fn package_folder() -> Result<PathBuf, Failure> {
    let here = std::env::current_dir()?;
    let has_package = |folder: &&Path| matches!(read(&folder.join("Cargo.toml")), Ok(Some(manifest)) if manifest.has("package"));
    let folder = here.ancestors().find(has_package).unwrap_or(&here);
    Ok(folder.to_owned())
}

/// Returns the name of the package in a folder. A crate that cannot be read has none: `codegen` replaces it.
fn written_name(folder: &Path) -> Option<String> {
    let manifest = read(&folder.join("Cargo.toml")).ok()??;
    manifest.package_name().map(str::to_owned)
}

/// Locks a Cargo.toml.
pub(crate) fn lock(manifest: &Manifest) -> Result<Lock<'static>, Failure> {
    Lock::of_file(&relative(&manifest.path), disk()).map_err(terminal::not_written)
}

/// Reads a Cargo.toml; `None` if the folder has none.
pub(crate) fn read(path: &Path) -> Result<Option<Manifest>, Diagnostic> {
    match fs::read(path) {
        Ok(bytes) => Manifest::parse(path, text(path, bytes)?).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let shown = relative(path);
            Err(Diagnostic::error(format!("cannot read `{}`: {error}", shown.display()))
                .with_help("it must be a file that you may read, or must not exist"))
        }
    }
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    String::from_utf8(bytes).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes());
        let source = Source::from_text(&relative(path).display().to_string(), &text);
        let span = start..start + char::REPLACEMENT_CHARACTER.len_utf8();
        Diagnostic::error("the file is not UTF-8").with_span(&source, span).with_help("save it as UTF-8")
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Project;

    #[test]
    fn nearest_manifest_with_settings_counts() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let inner = folder.path().join("a/b");
        fs::create_dir_all(&inner).expect("the folder is writable");
        let above = "[workspace.metadata.tinsmith]\nmodel = \"m.json\"\n";
        fs::write(folder.path().join("Cargo.toml"), above).expect("the folder is writable");
        fs::write(folder.path().join("a/Cargo.toml"), "[package]\nname = \"a\"\n")
            .expect("the folder is writable");
        let project = Project::above(&inner).expect("the manifests are valid");
        assert_eq!(project.root, folder.path());
        assert_eq!(project.crates.len(), 1);
    }

    #[test]
    fn folder_without_settings_is_its_own_root() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let project = Project::above(folder.path()).expect("nothing is invalid");
        assert!(project.manifest.is_none() && project.crates.is_empty());
        assert_eq!(project.root, folder.path());
    }
}
