//! `cargo xtask drop-in`: one program on the official crates and on generated ones, in `xtask/suites/compat`.

use std::path::Path;
use std::process::Command;

use crate::Failure;

/// The generated crates: the package, its folder, and the arguments that differ.
const CRATES: [(&str, &str, &[&str]); 2] = [
    ("compat-directconnect", "directconnect", &["--operations", "all"]),
    ("compat-tagging", "tagging", &["--operations", "all", "--model", "xtask/suites/compat/tagging.json"]),
];

/// Generates the crates, builds both programs and plays them, and tests what only the generated crate has.
pub(crate) fn run() -> Result<(), Failure> {
    generate()?;
    finish(&mut cargo("run")?, "the generated crates are not what the official ones are")?;
    finish(cargo("test")?.args(["--test", "*"]), "the generated crate is not what the overlay makes of it")
}

fn cargo(subcommand: &str) -> Result<Command, Failure> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args([subcommand, "--quiet", "--manifest-path", "xtask/suites/compat/Cargo.toml"]);
    cargo.args(["--package", "compat"]).current_dir(root()?);
    Ok(cargo)
}

/// Generates the crates that the workspace `xtask/suites/compat` has beside the official ones.
pub(crate) fn generate() -> Result<(), Failure> {
    let xtask = std::env::current_exe()?;
    for (package, folder, arguments) in CRATES {
        let out = format!("xtask/suites/compat/generated/{folder}");
        let mut codegen = Command::new(&xtask);
        codegen.args(["codegen", "--crate-name", package, "--out", &out]).args(arguments);
        finish(codegen.current_dir(root()?), "a crate could not be generated")?;
    }
    Ok(())
}

fn root() -> Result<&'static Path, Failure> {
    Ok(Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?)
}

/// Runs a command to its end; `meaning` is what it means if it fails.
fn finish(command: &mut Command, meaning: &str) -> Result<(), Failure> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(Failure(format!("drop-in: {meaning}"))) }
}
