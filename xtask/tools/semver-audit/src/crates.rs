//! The crates of both models, in one workspace for each side, and what rustdoc says of them.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tinsmith::{GeneratedCrate, output};

use crate::pairs::Pair;

/// A folder with a workspace for each side.
pub(crate) struct Workspaces {
    folder: PathBuf,
}

impl Workspaces {
    /// Below the target folder that this program was built in.
    pub(crate) fn new() -> Result<Self, String> {
        let program = env::current_exe().map_err(|error| error.to_string())?;
        let folder =
            program.ancestors().nth(2).ok_or("this program is in no target folder")?.join("verdicts");
        for side in ["old", "new"] {
            let folder = folder.join(side);
            if folder.exists() {
                fs::remove_dir_all(&folder).map_err(|error| failed("remove", &folder, &error))?;
            }
        }
        Ok(Self { folder })
    }

    /// Adds a crate to a side.
    pub(crate) fn write(&self, side: &str, pair: &Pair, generated: &GeneratedCrate) -> Result<(), String> {
        let folder = self.folder.join(side);
        fs::create_dir_all(&folder).map_err(|error| failed("create", &folder, &error))?;
        output::write(generated, &folder.join(pair.package())).map_err(|error| error.to_string())
    }

    /// Documents the crates of a side as JSON, and says where that is, in the order of the pairs.
    pub(crate) fn document(
        &self,
        side: &str,
        pairs: &[&Pair],
        features: &str,
    ) -> Result<Vec<PathBuf>, String> {
        let folder = self.folder.join(side);
        let members: Vec<String> = pairs.iter().map(|pair| pair.package()).collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        let locked = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../Cargo.lock");
        fs::write(folder.join("Cargo.toml"), manifest)
            .and_then(|()| fs::copy(&locked, folder.join("Cargo.lock")).map(drop))
            .map_err(|error| failed("write", &folder, &error))?;
        self.rustdoc(&folder, features)?;
        pairs.iter().map(|pair| self.moved(&folder, pair)).collect()
    }

    /// Takes the JSON of a crate out of the way of the other side's.
    fn moved(&self, folder: &Path, pair: &Pair) -> Result<PathBuf, String> {
        let name = format!("{}.json", pair.crate_name());
        let (from, to) = (self.folder.join("target/doc").join(&name), folder.join(name));
        fs::rename(&from, &to).map_err(|error| failed("move", &from, &error))?;
        Ok(to)
    }

    /// JSON is not a stable format of rustdoc: the compiler is asked to make an exception.
    fn rustdoc(&self, workspace: &Path, features: &str) -> Result<(), String> {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        if !std::io::stderr().is_terminal() {
            cargo.arg("--quiet");
        }
        let status = cargo
            .args(["doc", "--workspace", "--no-deps", "--no-default-features", "--features", features])
            .current_dir(workspace)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTDOCFLAGS", "-Zunstable-options --output-format=json --cap-lints=allow")
            .status()
            .map_err(|error| format!("cannot run cargo: {error}"))?;
        if status.success() {
            Ok(())
        } else {
            Err("a crate cannot be documented; the output above says why".to_owned())
        }
    }
}

/// `rustdoc 1.95.0`
pub(crate) fn rustdoc_version() -> String {
    let output =
        Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into())).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.split(" (").next().unwrap_or("rustdoc").trim().to_owned()
}

fn failed(verb: &str, path: &Path, error: &std::io::Error) -> String {
    format!("cannot {verb} `{}`: {error}", path.display())
}
