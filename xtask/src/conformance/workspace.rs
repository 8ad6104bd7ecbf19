//! The workspace of the generated crates.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use xtask_common::{Failure, process, workspace};

use super::cases::Outcomes;

/// A folder of crates below the target folder.
pub(super) struct Workspace {
    pub(super) root: PathBuf,
    /// Target folder of the repository, whose builds of the runtime crates are reused.
    target: PathBuf,
    /// Names of the crates, and whether their tests use the client.
    members: Vec<(String, bool)>,
}

impl Workspace {
    pub(super) fn create() -> Result<Self, Failure> {
        let target = workspace::target()?;
        let root = target.join("conformance");
        fs::create_dir_all(root.join("models"))?;
        Ok(Self { root, target, members: Vec::new() })
    }

    pub(super) fn add(&mut self, name: &str, client: bool) {
        self.members.push((name.to_owned(), client));
    }

    /// Compiles all crates and their tests. Those without a client are compiled separately, with fewer features. The tests of a
    /// crate that does not compile do not run, which fails each of its cases.
    pub(super) fn build(&self) -> Result<(), Failure> {
        let members: Vec<&str> = self.members.iter().map(|(name, _)| name.as_str()).collect();
        workspace::write_members(&self.root, &members)?;
        for client in [true, false] {
            let members = self.members.iter().filter(|(_, uses_client)| *uses_client == client);
            let packages: Vec<&str> = members.flat_map(|(name, _)| ["--package", name]).collect();
            let build = &mut self.cargo(&["build", "--keep-going"], &packages, client);
            if !packages.is_empty()
                && let Err(error) = process::run(build)
            {
                eprintln!("{error}");
            }
        }
        Ok(())
    }

    /// Runs the tests of a crate.
    pub(super) fn test(&self, name: &str, client: bool) -> Result<Outcomes, Failure> {
        let output =
            process::captured(&mut self.cargo(&["test", "--no-fail-fast"], &["--package", name], client))?;
        let printed = String::from_utf8_lossy(&output.stdout);
        let outcome = |line: &str| {
            let (name, outcome) = line.strip_prefix("test ")?.split_once(" ... ")?;
            let name = name.strip_suffix(" - should panic").unwrap_or(name);
            Some((name.to_owned(), outcome == "ok"))
        };
        let outcomes: Outcomes = printed.lines().filter_map(outcome).collect();
        if outcomes.values().any(|passed| !passed) {
            println!("{printed}");
        }
        Ok(outcomes)
    }

    fn cargo(&self, command: &[&str], packages: &[&str], client: bool) -> Command {
        let features: &[&str] = if client { &["--features", "client,rt-tokio"] } else { &[] };
        let mut cargo = process::cargo();
        cargo.args(command).args(["--lib", "--tests", "--no-default-features"]).args(features).args(packages);
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        cargo
    }
}
