//! `cargo xtask sweep DIR`: generates every model below a folder, in memory, and reports figures and failures.
//!
//! A package of its own, so that `cargo xtask codegen` does not build the dependencies of the sweep. Exit codes: 0
//! every model was generated, 1 a model failed.

use std::process::ExitCode;

use xtask_common::Failure;
use xtask_common::request::{self, Sweep};

mod compile;
mod find;
mod measure;
mod progress;
mod report;
mod run;

fn main() -> ExitCode {
    request::serve(sweep)
}

/// Returns true when every model was generated, and every compiled crate is free of warnings.
fn sweep(request: &Sweep) -> Result<bool, Failure> {
    let models = find::models(&request.folder)?;
    let results = run::all(&models, request);
    print!("{}", report::table(&results));
    let failures = report::failures(&results);
    eprint!("{failures}");
    let must_compile = request.compile.is_some() || !request.services.is_empty();
    let compiled = !must_compile || compile::some(&models, &results, request)?;
    Ok(failures.is_empty() && compiled)
}
