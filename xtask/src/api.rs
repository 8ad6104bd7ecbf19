//! `cargo xtask bench --api`: starts `xtask/tools/api-parity`, a package of its own, on the crate of the whole service.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Failure;

/// Generates every operation of the configured service and compares what is public with a list.
pub(crate) fn run(list: &Path) -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let list = std::path::absolute(list)?;
    let folder = root.join("target/api");
    fs::create_dir_all(&folder)?;
    let generated = folder.join("crate");
    let out = generated.to_str().ok_or("the path of the target folder is not UTF-8")?;
    succeed(
        Command::new(std::env::current_exe()?)
            .args(["codegen", "--operations", "all", "--out", out])
            .current_dir(root),
    )?;
    fs::write(folder.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"crate\"]\n")?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let program = ["run", "--quiet", "--package", "api-parity", "--"];
    succeed(Command::new(cargo).args(program).arg(&list).arg(&generated).current_dir(root))
}

fn succeed(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| format!("cannot run {command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(Failure("the comparison found differences".to_owned())) }
}
