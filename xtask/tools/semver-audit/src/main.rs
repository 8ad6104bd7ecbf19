//! `cargo xtask verdicts OLD NEW [SERVICE...]`: is `cargo xtask diff` right?
//!
//! Of each service that both folders have, the crates of both models are generated, and judges that know nothing of
//! models compare them: the public items that rustdoc lists (`items`), the rules of cargo-semver-checks (`lints`), and the
//! text of the code (`code`). Every item that differs must be announced by a change of the report, and every change
//! that shows in items must be seen there (`explain`).
//!
//! A package of its own, so that what only the judges need is not built by `cargo xtask codegen`. `xtask` has checked the
//! arguments. Exit codes: 0 all verdicts are confirmed or the difference is explained, 1 one is not.

use std::process::ExitCode;

mod arguments;
mod crates;
mod explain;
mod items;
mod lints;
mod ours;
mod pairs;
mod place;
mod round;
mod table;

use arguments::Arguments;

fn main() -> ExitCode {
    match verdicts() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(text) => {
            eprintln!("error: {text}");
            ExitCode::from(1)
        }
    }
}

/// Whether every verdict is confirmed.
fn verdicts() -> Result<bool, String> {
    let arguments = Arguments::read(std::env::args_os().skip(1))?;
    let rows = round::all(&pairs::all(&arguments)?, &arguments)?;
    print!("{}", table::markdown(&rows, &judges(&arguments)));
    let objections = table::objections(&rows);
    eprint!("{objections}");
    Ok(objections.is_empty())
}

/// Who judges what, with versions.
fn judges(arguments: &Arguments) -> String {
    let lints =
        lints::version(&arguments.semver_checks).unwrap_or_else(|| "no cargo-semver-checks".to_owned());
    format!("{}, {lints}; features `{}`", crates::rustdoc_version(), arguments.features)
}
