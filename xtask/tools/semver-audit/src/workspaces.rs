//! Workspaces of the generated crates, one for each side, and their documentation.

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tinsmith::{GeneratedCrate, output};
use xtask_common::{Failure, process, workspace};

use crate::pairs::Pair;

/// A folder with a workspace for each side.
pub(crate) struct Workspaces {
    folder: PathBuf,
}

impl Workspaces {
    /// Empty workspaces below the target folder of this program.
    pub(crate) fn new() -> Result<Self, Failure> {
        let folder = workspace::target()?.join("semver-audit");
        for side in ["old", "new"] {
            let folder = folder.join(side);
            if folder.exists() {
                fs::remove_dir_all(&folder).map_err(|error| failed("remove", &folder, &error))?;
            }
        }
        Ok(Self { folder })
    }

    /// Adds a crate to a side.
    pub(crate) fn write(&self, side: &str, pair: &Pair, generated: &GeneratedCrate) -> Result<(), Failure> {
        let folder = self.folder.join(side);
        fs::create_dir_all(&folder).map_err(|error| failed("create", &folder, &error))?;
        Ok(output::write(generated, &folder.join(pair.package()))?)
    }

    /// Documents the crates of a side as JSON. Returns the files in the order of the pairs.
    pub(crate) fn document(
        &self,
        side: &str,
        pairs: &[&Pair],
        features: &str,
    ) -> Result<Vec<PathBuf>, Failure> {
        let folder = self.folder.join(side);
        let members: Vec<String> = pairs.iter().map(|pair| pair.package()).collect();
        workspace::write_members(&folder, &members)?;
        self.rustdoc(&folder, features)?;
        pairs.iter().map(|pair| self.moved(&folder, pair)).collect()
    }

    /// Moves the JSON of a crate into its workspace: both sides have the same file names.
    fn moved(&self, folder: &Path, pair: &Pair) -> Result<PathBuf, Failure> {
        let name = format!("{}.json", pair.crate_name());
        let (from, to) = (self.folder.join("target/doc").join(&name), folder.join(name));
        fs::rename(&from, &to).map_err(|error| failed("move", &from, &error))?;
        Ok(to)
    }

    /// Runs rustdoc. JSON is not a stable format of it, hence the bootstrap variable.
    fn rustdoc(&self, workspace: &Path, features: &str) -> Result<(), Failure> {
        let mut cargo = process::cargo();
        if !io::stderr().is_terminal() {
            cargo.arg("--quiet");
        }
        cargo
            .args(["doc", "--workspace", "--no-deps", "--no-default-features", "--features", features])
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTDOCFLAGS", "-Zunstable-options --output-format=json --cap-lints=allow");
        Ok(process::run(&mut cargo)?)
    }
}

/// Returns the version of rustdoc, such as `rustdoc 1.95.0`.
pub(crate) fn rustdoc_version() -> String {
    let mut rustdoc = Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    let version = process::output(rustdoc.arg("--version")).unwrap_or_default();
    version.split(" (").next().unwrap_or("rustdoc").trim().to_owned()
}

fn failed(verb: &str, path: &Path, error: &io::Error) -> String {
    format!("cannot {verb} `{}`: {error}", path.display())
}
