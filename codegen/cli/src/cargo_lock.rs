//! The version of a crate in Cargo.lock.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::terminal::print_error;

/// Updates the versions of the workspace's crates in Cargo.lock. This is the only step of any command that needs cargo.
pub(crate) fn update(root: &Path) {
    if !root.join("Cargo.lock").exists() {
        return;
    }
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["update", "--workspace", "--offline"]).current_dir(root);
    let reason = match cargo.output() {
        Ok(output) if output.status.success() => return,
        Ok(output) => String::from_utf8_lossy(&output.stderr).trim_end().to_owned(),
        Err(error) => error.to_string(),
    };
    print_error(&format!("could not update Cargo.lock; run `cargo update --workspace`:\n{reason}"));
}
