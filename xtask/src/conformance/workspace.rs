//! The workspace of the generated crates.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use xtask_common::{Failure, process, workspace};

use super::cases::{Outcome, Outcomes};

/// A folder of crates below the target folder.
pub(super) struct Workspace {
    pub(super) root: PathBuf,
    /// Target folder of the repository, whose builds of the runtime crates are reused.
    target: PathBuf,
    /// Names of the crates, and whether their tests use the client.
    members: Vec<(String, bool)>,
    /// Test programs of the crates that compile.
    programs: BTreeMap<String, Vec<PathBuf>>,
}

impl Workspace {
    pub(super) fn create() -> Result<Self, Failure> {
        let target = workspace::target()?;
        let root = target.join("conformance");
        fs::create_dir_all(root.join("models"))?;
        Ok(Self { root, target, members: Vec::new(), programs: BTreeMap::new() })
    }

    pub(super) fn add(&mut self, name: &str, client: bool) {
        self.members.push((name.to_owned(), client));
    }

    /// Compiles all crates and their tests. Those without a client are compiled separately, with fewer features. The tests of a
    /// crate that does not compile do not run, which fails each of its cases.
    pub(super) fn build(&mut self) -> Result<(), Failure> {
        let members: Vec<&str> = self.members.iter().map(|(name, _)| name.as_str()).collect();
        workspace::write_members(&self.root, &members)?;
        for client in [true, false] {
            let members = self.members.iter().filter(|(_, uses_client)| *uses_client == client);
            let packages: Vec<&str> = members.map(|(name, _)| name.as_str()).collect();
            if !packages.is_empty() {
                let output = process::captured(&mut self.cargo(&packages, client))?;
                for (name, program) in String::from_utf8_lossy(&output.stdout).lines().filter_map(program) {
                    self.programs.entry(name).or_default().push(program);
                }
            }
        }
        Ok(())
    }

    /// Runs the tests of a crate.
    pub(super) fn test(&self, name: &str) -> Result<Outcomes, Failure> {
        let mut outcomes = Outcomes::new();
        for program in self.programs.get(name).into_iter().flatten() {
            let output = process::captured(Command::new(program).current_dir(self.root.join(name)))?;
            let printed = String::from_utf8_lossy(&output.stdout);
            let of_program: Outcomes = printed.lines().filter_map(outcome).collect();
            if of_program.values().any(|outcome| !outcome.passed) {
                println!("{printed}");
            }
            outcomes.extend(of_program);
        }
        Ok(outcomes)
    }

    fn cargo(&self, packages: &[&str], client: bool) -> Command {
        let features: &[&str] = if client { &["--features", "client,rt-tokio"] } else { &[] };
        let mut cargo = process::cargo();
        cargo.args(["build", "--keep-going", "--lib", "--tests", "--no-default-features"]);
        cargo.args(["--message-format", "json-render-diagnostics"]).args(features);
        cargo.args(packages.iter().flat_map(|name| ["--package", name]));
        // The crates compile faster without it; other packages keep their profile, by which their builds are found again.
        cargo.args(
            packages
                .iter()
                .flat_map(|name| ["--config".to_owned(), format!("profile.dev.package.{name}.debug=false")]),
        );
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target).stderr(Stdio::inherit());
        cargo
    }
}

/// Reads a message of cargo: the package and path of a test program.
fn program(message: &str) -> Option<(String, PathBuf)> {
    let message: Value = serde_json::from_str(message).ok()?;
    let manifest = Path::new(message["manifest_path"].as_str()?);
    let package = manifest.parent()?.file_name()?.to_string_lossy().into_owned();
    let executable = message["executable"].as_str().filter(|_| message["profile"]["test"] == true)?;
    Some((package, executable.into()))
}

/// Reads a line of a test program: the name of a test and its outcome.
fn outcome(line: &str) -> Option<(String, Outcome)> {
    let (name, result) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let (name, must_panic) = match name.strip_suffix(" - should panic") {
        Some(name) => (name, true),
        None => (name, false),
    };
    Some((name.to_owned(), Outcome { passed: result == "ok", must_panic }))
}

#[cfg(test)]
mod tests {
    use super::{outcome, program};

    #[test]
    fn programs_are_those_of_tests() {
        let message = |test: bool| {
            format!(
                r#"{{"manifest_path":"/a/one/Cargo.toml","executable":"/t/one-1","profile":{{"test":{test}}}}}"#
            )
        };
        assert_eq!(program(&message(true)), Some(("one".to_owned(), "/t/one-1".into())));
        assert_eq!(program(&message(false)), None);
        assert_eq!(program(r#"{"reason":"build-finished"}"#), None);
    }

    #[test]
    fn outcomes_are_those_of_tests_that_may_have_to_panic() {
        let read = |line| outcome(line).map(|(name, it)| (name, it.passed, it.must_panic));
        assert_eq!(read("test a::b ... ok"), Some(("a::b".to_owned(), true, false)));
        assert_eq!(read("test a - should panic ... ok"), Some(("a".to_owned(), true, true)));
        assert_eq!(read("test a ... FAILED"), Some(("a".to_owned(), false, false)));
        assert_eq!(read("running 3 tests"), None);
    }
}
