//! A cargo workspace of generated crates, for tests that must see them compile.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tinsmith::{GeneratedCrate, output};

/// A workspace below cargo's folder for temporary files.
pub(crate) struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Writes a workspace of crates, by package name, with the versions that this repository has locked. A crate that
    /// is there already stays untouched, so that cargo builds what has changed and nothing else.
    pub(crate) fn new(name: &str, crates: &[(String, GeneratedCrate)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        for (package, generated) in crates {
            let target = folder.join(package);
            if !output::check(generated, &target).is_empty() {
                output::write(generated, &target).unwrap();
            }
        }
        let members: Vec<_> = crates.iter().map(|(package, _)| package).collect();
        fs::write(
            folder.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"),
        )
        .unwrap();
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self { folder }
    }

    /// No warning of rustc, clippy or rustdoc: with the default features, and with `serde` and nothing else.
    pub(crate) fn compiles_without_warnings(&self) {
        self.cargo(&["clippy", "--keep-going", "--all-targets", "--", "-D", "warnings"]);
        self.cargo(&[
            "clippy",
            "--keep-going",
            "--all-targets",
            "--no-default-features",
            "--features",
            "serde",
            "--",
            "-D",
            "warnings",
        ]);
        self.cargo(&["doc", "--keep-going", "--no-deps"]);
    }

    /// Runs cargo on all crates without the network; panics with its output when it fails. Builds where this workspace
    /// builds: what it has compiled of the runtime crates is used again.
    pub(crate) fn cargo(&self, arguments: &[&str]) {
        let (subcommand, rest) = arguments.split_first().unwrap();
        let output = Command::new(env!("CARGO"))
            .args([subcommand, "--workspace", "--offline", "--quiet"])
            .args(rest)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."))
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "cargo {}:\n{text}", arguments.join(" "));
    }
}
