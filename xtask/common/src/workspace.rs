//! Folders of the repository, and workspaces of generated crates.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::Failure;

/// Returns the root folder of the repository.
///
/// Cargo names the package that it runs at run time. The path of compile time is the fallback: it may be that of another
/// clone with the same target folder.
#[must_use]
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let compiled = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let has_tools = |folder: &&Path| folder.join("xtask/common/Cargo.toml").is_file();
        let found = package.as_deref().and_then(|package| package.ancestors().find(has_tools));
        found.or_else(|| compiled.ancestors().find(has_tools)).unwrap_or(&compiled).to_owned()
    })
}

/// Returns the path of the runtime in the repository, for manifests of temporary crates: they share one runtime, which is
/// compiled once.
#[must_use]
pub fn runtime() -> String {
    root().join("codegen/runtime").to_string_lossy().replace('\\', "/")
}

/// Returns the target folder that the running program was built in.
///
/// # Errors
///
/// Returns an error when the program is not in a target folder.
pub fn target() -> Result<PathBuf, Failure> {
    let program = env::current_exe()?;
    let folder = program.ancestors().nth(2).ok_or("this program is not in a target folder")?;
    Ok(folder.to_owned())
}

/// Writes the manifest of a workspace of generated crates, with the lock file of the repository, so that its crates
/// build with the same dependencies.
///
/// # Errors
///
/// Returns an error when the folder cannot be written.
pub fn write_members(folder: &Path, members: &[impl AsRef<str>]) -> Result<(), Failure> {
    let members: Vec<&str> = members.iter().map(AsRef::as_ref).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    let write = || {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))
    };
    let written: std::io::Result<u64> = write();
    written.map_err(|error| format!("cannot write a workspace in `{}`: {error}", folder.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{root, write_members};

    #[test]
    fn root_has_the_manifest_of_the_workspace() {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the root has a manifest");
        assert!(manifest.contains("\"xtask/common\""), "{manifest}");
    }

    #[test]
    fn written_workspace_names_its_members_and_has_the_lock_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write_members(folder.path(), &["one", "two"]).expect("the folder can be written");
        let manifest = fs::read_to_string(folder.path().join("Cargo.toml")).expect("it was written");
        assert_eq!(manifest, "[workspace]\nresolver = \"3\"\nmembers = [\"one\", \"two\"]\n");
        assert!(folder.path().join("Cargo.lock").is_file());
    }
}
