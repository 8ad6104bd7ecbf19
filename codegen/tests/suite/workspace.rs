//! A cargo workspace of generated crates, for tests that must see them compile.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;

use serde_json::Value;
use tempfile::TempDir;
use tinsmith::output::{self, UnsyncedDisk, Writer};
use tinsmith::{GeneratedCrate, Runtime, Summary};

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

/// The member that unifies the features of all dependencies.
const EVERY_FEATURE: &str = "every-feature";

/// Number of packages that one run of cargo documents. For each of them, rustdoc reads and writes the index of all that are
/// documented in the same folder.
const DOCUMENTED_AT_ONCE: usize = 8;

/// A workspace below cargo's folder for temporary files. What cargo builds there is shared with this repository.
pub(crate) struct Workspace {
    folder: PathBuf,
    packages: Vec<String>,
    /// Some packages have `tests/endpoint.rs`, from their models.
    has_endpoint_tests: bool,
    /// The packages with unit tests.
    unit_tested: Vec<String>,
}

impl Workspace {
    /// Writes a workspace of crates, by package name, with the versions that this repository has locked. A crate that
    /// is there already stays untouched, so that cargo builds what has changed and nothing else.
    pub(crate) fn new(name: &str, crates: &[(String, GeneratedCrate)]) -> Self {
        write_runtime();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        for (package, generated) in crates.iter().chain([&every_feature()]) {
            let target = folder.join(package);
            if !output::check(generated, &target).unwrap().is_empty() {
                // Tests add to crates what the manifest does not know, which looks as if it were edited by hand.
                let writer = Writer::open(&target, &[], &UnsyncedDisk).unwrap();
                writer.write(generated, &[], true).unwrap();
            }
        }
        let members: Vec<_> =
            crates.iter().map(|(package, _)| package.as_str()).chain([EVERY_FEATURE]).collect();
        fs::write(
            folder.join("Cargo.toml"),
            format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"),
        )
        .unwrap();
        fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let has_endpoint_tests = crates.iter().any(|(_, it)| it.files.contains_key("tests/endpoint.rs"));
        let unit_tested =
            crates.iter().filter(|(_, it)| it.files.values().any(|text| text.contains("cfg(test)")));
        let unit_tested = unit_tested.map(|(package, _)| package.clone()).collect();
        let packages = crates.iter().map(|(package, _)| package.clone()).collect();
        Self { folder, packages, has_endpoint_tests, unit_tested }
    }

    /// No warning of rustc, clippy or rustdoc: with the default features, and with `serde` and nothing else.
    pub(crate) fn compiles_without_warnings(&self) {
        let tests: &[&str] = if self.has_endpoint_tests { &["--test", "endpoint"] } else { &[] };
        self.clippy(&[&["--workspace", "--lib"], tests].concat());
        if !self.unit_tested.is_empty() {
            self.clippy(&[Self::only(&self.unit_tested), vec!["--lib", "--profile", "test"]].concat());
        }
        self.clippy(
            &[&WITHOUT_EVERY_FEATURE[..], &["--lib", "--no-default-features", "--features", "serde"]]
                .concat(),
        );
        self.packages.chunks(DOCUMENTED_AT_ONCE).for_each(|packages| self.document(packages));
    }

    /// Documents packages in a folder of their own.
    fn document(&self, packages: &[String]) {
        let documentation = TempDir::new().unwrap();
        let mut command = self.command("doc");
        command
            .env("CARGO_BUILD_BUILD_DIR", target())
            .env("CARGO_TARGET_DIR", documentation.path())
            .args(["--keep-going", "--no-deps"])
            .args(Self::only(packages));
        run(&mut command);
    }

    pub(crate) fn clippy(&self, arguments: &[&str]) {
        self.cargo(&[&["clippy", "--keep-going"], arguments, &["--", "-D", "warnings"]].concat());
    }

    /// Runs tests of some packages, or of all; `arguments` select targets and features.
    pub(crate) fn test(&self, packages: &[String], arguments: &[&str]) {
        let packages = if packages.is_empty() { vec!["--workspace"] } else { Self::only(packages) };
        self.cargo(&[&["test", "--no-fail-fast"], &packages[..], arguments].concat());
    }

    /// Returns the arguments that select packages.
    fn only(packages: &[String]) -> Vec<&str> {
        let packages = packages.iter().map(String::as_str).chain([EVERY_FEATURE]);
        packages.flat_map(|package| ["--package", package]).collect()
    }

    /// Returns the targets that rustc refuses without the default features: package and target, `a user` for
    /// `a/examples/user.rs`.
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

    /// Returns the folder of the workspace, in which each package has a folder.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Builds the library of a package, and returns true if cargo had nothing to do.
    pub(crate) fn is_up_to_date(&self, package: &str) -> bool {
        let output = self.build(package);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8_lossy(&output.stdout);
        let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let is_library = |message: &Value| {
            message["target"]["name"] == *package.replace('-', "_") && message["fresh"].is_boolean()
        };
        messages.filter(is_library).any(|message| message["fresh"] == true)
    }

    /// Builds the library of a package, and returns the messages of the failure.
    pub(crate) fn failure(&self, package: &str) -> String {
        let output = self.build(package);
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    fn build(&self, package: &str) -> Output {
        let arguments = ["--package", package, "--lib", "--message-format", "json"];
        self.command("build").args(arguments).output().unwrap()
    }

    /// Runs cargo without the network; panics with its output when it fails. It builds where this workspace builds, so
    /// that dependencies are compiled once.
    pub(crate) fn cargo(&self, arguments: &[&str]) {
        let (subcommand, rest) = arguments.split_first().unwrap();
        run(self.command(subcommand).args(rest));
    }

    fn command(&self, subcommand: &str) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command
            .args([subcommand, "--offline", "--quiet", "--config"])
            // The profiles of this repository, wherever the target folder is.
            .arg(repository().join(".cargo/config.toml"))
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", target())
            // Fixtures are compiled once and debugged by nobody.
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("RUSTDOCFLAGS", "-D warnings")
            .env_remove("RUSTFLAGS");
        // Build scripts that ask for these would run again whenever another process starts the build.
        let names = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
        for name in names.filter(|name| name.starts_with("CARGO_MANIFEST_") || name.starts_with("CARGO_PKG_"))
        {
            command.env_remove(name);
        }
        command
    }
}

/// Selects all fixtures, with the features of dependencies that they ask for themselves.
pub(crate) const WITHOUT_EVERY_FEATURE: [&str; 3] = ["--workspace", "--exclude", EVERY_FEATURE];

/// Runs cargo; panics with its output when it fails.
fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr) + String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{command:?}:\n{text}");
}

/// Returns the target folder of this repository.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("..")
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn every_feature() -> (String, GeneratedCrate) {
    let manifest = include_str!("every-feature.toml").to_owned();
    let lib = "//! Nothing.\n".to_owned();
    (EVERY_FEATURE.to_owned(), with_manifest([("Cargo.toml", manifest), ("lib.rs", lib)]))
}

/// Returns a crate of files that the writer recognizes as generated.
pub(crate) fn with_manifest(files: impl IntoIterator<Item = (impl Into<String>, String)>) -> GeneratedCrate {
    let mut files: BTreeMap<String, String> =
        files.into_iter().map(|(path, text)| (path.into(), text)).collect();
    let mut list: Vec<&str> = files.keys().map(String::as_str).collect();
    list.push(".tinsmith-manifest\n");
    let list = list.join("\n");
    files.insert(".tinsmith-manifest".to_owned(), list);
    let summary = Summary { name: String::new(), version: String::new(), operations: 0, protocol: None };
    GeneratedCrate { files, summary, warnings: Vec::new() }
}

/// The crates whose derives overlays of the tests use: the same one under two names.
pub(crate) fn marks() -> [(String, GeneratedCrate); 2] {
    ["golden-marks", "golden-spots"].map(|package| {
        let text = |name: &str| fs::read_to_string(Path::new("tests/marks").join(name)).unwrap();
        let manifest = text("Cargo.toml").replace("golden-marks", package);
        (package.to_owned(), with_manifest([("Cargo.toml", manifest), ("lib.rs", text("lib.rs"))]))
    })
}
