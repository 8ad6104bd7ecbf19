//! A project of a user in a temporary folder, and running commands in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A project in a temporary folder.
pub(crate) struct Project(pub(crate) TempDir);

impl Project {
    pub(crate) fn new(manifest: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("Cargo.toml"), manifest).expect("the folder is writable");
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs a command that succeeds, and returns its output.
    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        let output = tinsmith(self.0.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
        output
    }

    /// Runs a command that succeeds, and returns what it prints.
    pub(crate) fn run(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        String::from_utf8(output.stdout).expect("the output is UTF-8")
    }

    /// Runs a command that fails, and returns its message.
    pub(crate) fn fail(&self, arguments: &[&str]) -> String {
        let output = tinsmith(self.0.path(), arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", stderr(&output));
        stderr(&output)
    }
}

/// Runs a command in a folder.
pub(crate) fn tinsmith(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the program starts")
}

/// Returns a command in a folder, as cargo starts it, but without cargo in the path and without colours.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-tinsmith"));
    command.arg("tinsmith").args(arguments).current_dir(folder).env_clear().env("NO_COLOR", "1");
    command
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Returns the path of a model of the repository.
pub(crate) fn model(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    path.canonicalize().expect("the model is there").to_str().expect("the path is UTF-8").to_owned()
}
