//! A cargo workspace of generated crates, for tests that must see them compile.
#![allow(dead_code, reason = "each test is a crate of its own, and uses a part of this")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use serde_json::Value;
use tinsmith::output::{self, Real, Writer};
use tinsmith::{GeneratedCrate, Runtime};

/// The runtime of all fixtures, from the folder of a crate. It is one package, which is compiled once for all workspaces.
pub(crate) fn runtime() -> Runtime {
    Runtime::Shared("../../runtime".to_owned())
}

/// Writes [`runtime`], once in each process.
fn write_runtime() {
    static WRITTEN: Once = Once::new();
    WRITTEN.call_once(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("runtime");
        output::write(&output::runtime(), &folder).unwrap();
    });
}

/// A workspace below cargo's folder for temporary files.
pub(crate) struct Workspace {
    folder: PathBuf,
    /// The packages that have tests or examples.
    tested: Vec<String>,
}

impl Workspace {
    /// Writes a workspace of crates, by package name, with the versions that this repository has locked. A crate that
    /// is there already stays untouched, so that cargo builds what has changed and nothing else.
    pub(crate) fn new(name: &str, crates: &[(String, GeneratedCrate)]) -> Self {
        write_runtime();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        for (package, generated) in crates {
            let target = folder.join(package);
            if !output::check(generated, &target).is_empty() {
                // Tests add to crates what the manifest does not know, which looks as if it were edited by hand.
                let writer = Writer::open(&target, &[], &Real).unwrap();
                writer.write(generated, &[], true).unwrap();
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
        let tested = crates.iter().filter(|(_, generated)| is_tested(generated));
        Self { folder, tested: tested.map(|(package, _)| package.clone()).collect() }
    }

    /// No warning of rustc, clippy or rustdoc: with the default features, and with `serde` and nothing else.
    pub(crate) fn compiles_without_warnings(&self) {
        self.clippy(&[]);
        self.clippy(&["--no-default-features", "--features", "serde"]);
        let packages: Vec<_> = self.tested.iter().flat_map(|package| ["--package", package]).collect();
        if !packages.is_empty() {
            self.clippy(&[&["--all-targets"], &packages[..]].concat());
        }
        self.cargo(&["doc", "--keep-going", "--no-deps"]);
    }

    fn clippy(&self, arguments: &[&str]) {
        self.cargo(&[&["clippy", "--keep-going"], arguments, &["--", "-D", "warnings"]].concat());
    }

    /// What of the crates rustc refuses: the package and the target, `a user` for `a/examples/user.rs`.
    pub(crate) fn failing(&self, arguments: &[&str]) -> BTreeSet<String> {
        let output = self
            .command("check")
            .args(["--keep-going", "--message-format", "json"])
            .args(arguments)
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let errors: Vec<Value> = messages.filter(|message| message["message"]["level"] == "error").collect();
        let failing: BTreeSet<String> = errors
            .iter()
            .map(|message| {
                let manifest = message["manifest_path"].as_str().unwrap_or_default();
                let package = Path::new(manifest).parent().and_then(Path::file_name).unwrap_or_default();
                let target = message["target"]["name"].as_str().unwrap_or_default();
                format!("{} {target}", package.to_string_lossy())
            })
            .collect();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.success(), failing.is_empty(), "{stderr}");
        failing
    }

    /// Runs cargo on all crates without the network; panics with its output when it fails. Builds where this workspace
    /// builds: what it has compiled of the runtime crates is used again.
    pub(crate) fn cargo(&self, arguments: &[&str]) {
        let (subcommand, rest) = arguments.split_first().unwrap();
        let output = self.command(subcommand).args(rest).output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "cargo {}:\n{text}", arguments.join(" "));
    }

    fn command(&self, subcommand: &str) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command
            .args([subcommand, "--workspace", "--offline", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."))
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS");
        command
    }
}

/// Crates of derives that overlays of the tests ask for, beside their users: the same one under two names.
pub(crate) fn marks() -> [(String, GeneratedCrate); 2] {
    ["golden-marks", "golden-spots"].map(|package| {
        let text = |name: &str| fs::read_to_string(Path::new("tests/marks").join(name)).unwrap();
        let files = BTreeMap::from([
            ("Cargo.toml".to_owned(), text("Cargo.toml").replace("golden-marks", package)),
            ("lib.rs".to_owned(), text("lib.rs")),
            (".tinsmith-manifest".to_owned(), "Cargo.toml\nlib.rs\n.tinsmith-manifest\n".to_owned()),
        ]);
        (package.to_owned(), GeneratedCrate { files, warnings: Vec::new() })
    })
}

/// Whether anything of the crate is compiled for tests alone.
fn is_tested(generated: &GeneratedCrate) -> bool {
    let folders = ["tests/", "examples/"];
    let is_test = |path: &str| folders.iter().any(|folder| path.starts_with(folder));
    generated.files.iter().any(|(path, text)| is_test(path) || text.contains("cfg(test)"))
}
