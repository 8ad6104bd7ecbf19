//! The generated crates, in a workspace of their own.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use super::cases::Outcomes;
use crate::Failure;

/// A folder below `target` that holds the crates.
pub(super) struct Workspace {
    pub(super) root: PathBuf,
    /// Where cargo builds: what this workspace has built of the runtime crates is used again.
    target: PathBuf,
    members: Vec<(String, bool)>,
}

impl Workspace {
    pub(super) fn create() -> Result<Self, Failure> {
        let given = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let target = std::path::absolute(given)?;
        let root = target.join("conformance");
        std::fs::create_dir_all(root.join("models"))?;
        Ok(Self { root, target, members: Vec::new() })
    }

    pub(super) fn add(&mut self, name: &str, client: bool) {
        self.members.push((name.to_owned(), client));
    }

    /// Compiles every crate and its tests, those without a client apart from the others.
    pub(super) fn build(&self) -> Result<(), Failure> {
        let mut manifest = "[workspace]\nresolver = \"3\"\nmembers = [".to_owned();
        for (name, _) in &self.members {
            let _ = write!(manifest, "{name:?}, ");
        }
        std::fs::write(self.root.join("Cargo.toml"), manifest + "]\n")?;
        std::fs::copy("Cargo.lock", self.root.join("Cargo.lock"))?;
        for client in [true, false] {
            let members = self.members.iter().filter(|(_, needs)| *needs == client);
            let packages: Vec<&str> = members.flat_map(|(name, _)| ["--package", name]).collect();
            if !packages.is_empty() {
                self.cargo(&[&["--no-run"], &packages[..]].concat(), client)
                    .status()?
                    .success()
                    .then_some(())
                    .ok_or("the generated crates do not compile; the output above says where")?;
            }
        }
        Ok(())
    }

    /// Runs the tests of one crate.
    pub(super) fn test(&self, name: &str, client: bool) -> Result<Outcomes, Failure> {
        let output = self.cargo(&["--no-fail-fast", "--package", name], client).output()?;
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

    fn cargo(&self, arguments: &[&str], client: bool) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let features: &[&str] = if client { &["--features", "client,rt-tokio"] } else { &[] };
        let mut command = Command::new(cargo);
        command.args(["test", "--lib", "--tests", "--no-default-features"]).args(features).args(arguments);
        command.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }
}
