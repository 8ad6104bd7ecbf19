//! `cargo xtask sweep DIR`: generates every model below a folder, in memory, and says what came of it.
//!
//! A package of its own, so that what only the sweep needs is not built by `cargo xtask codegen`. `xtask` has checked the
//! arguments. Exit codes: 0 every model was generated, 1 one was not.

use std::process::ExitCode;

mod arguments;
mod compile;
mod find;
mod measure;
mod progress;
mod report;
mod run;

use arguments::Arguments;

fn main() -> ExitCode {
    match sweep() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(text) => {
            eprintln!("error: {text}");
            ExitCode::from(1)
        }
    }
}

/// Whether all went well.
fn sweep() -> Result<bool, String> {
    let arguments = Arguments::read(std::env::args_os().skip(1))?;
    let models = find::models(&arguments.folder)?;
    let sweep = run::all(&models, &arguments);
    print!("{}", report::table(&sweep));
    let failures = report::failures(&sweep);
    eprint!("{failures}");
    let compiled =
        arguments.compile.map(|count| compile::some(&models, &sweep, &arguments, count)).transpose()?;
    Ok(failures.is_empty() && compiled.unwrap_or(true))
}
