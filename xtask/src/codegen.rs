//! `cargo xtask codegen`

use std::time::Instant;

use tinsmith::output::{self, Difference, WriteError, Writer};
use tinsmith::{Diagnostic, GeneratedCrate};
use xtask_common::Failure;

use crate::cli::{CodegenOptions, Overrides};
use crate::settings::{self, Settings};
use crate::{runtime, terminal, update};

/// Generates the crate, or checks that it is up to date.
pub(crate) fn run(options: &CodegenOptions) -> Result<(), Failure> {
    let settings = settings::load(&options.overrides)?;
    let start = Instant::now();
    let generated = generate(&settings)?;
    let generation = start.elapsed();
    let timings = || {
        if options.timings {
            println!("generation: {generation:.1?}; with files: {:.1?}", start.elapsed());
        }
    };
    if options.check {
        warn(&generated);
        timings();
        return check(&generated, &settings);
    }
    // A crate that is up to date is not touched, and not even locked, so that file watchers are not triggered.
    runtime::write(settings.runtime.as_deref(), options.force)?;
    let up_to_date = output::check(&generated, &settings.output).map_err(not_written)?.is_empty();
    if up_to_date && output::leftover(&settings.output).map_err(not_written)?.is_none() {
        warn(&generated);
    } else {
        write(options)?;
    }
    println!("{} files in {}", generated.files.len(), settings.output.display());
    timings();
    Ok(())
}

/// Generates again with the lock held, because another run may have changed the inputs, and writes.
fn write(options: &CodegenOptions) -> Result<(), Failure> {
    let (writer, settings) = open(&options.overrides)?;
    let generated = generate(&settings)?;
    warn(&generated);
    writer.write(&generated, &[], options.force).map_err(not_written)
}

/// Locks the output folder. This precedes reading the inputs, because an interrupted update may have to be finished,
/// which changes them.
pub(crate) fn open(overrides: &Overrides) -> Result<(Writer<'static>, Settings), Failure> {
    let settings = settings::load(overrides)?;
    let writer = Writer::open(&settings.output, &settings.updated, &output::RealDisk).map_err(not_written)?;
    if !writer.has_resumed() {
        return Ok((writer, settings));
    }
    eprintln!("an interrupted update has been finished\n");
    let settings = settings::load(overrides)?;
    update::lock(&settings.root);
    Ok((writer, settings))
}

/// Renders an error of writing.
pub(crate) fn not_written(error: WriteError) -> Failure {
    Failure(Diagnostic::from(error).render(terminal::colour()))
}

fn generate(settings: &Settings) -> Result<GeneratedCrate, Failure> {
    tinsmith::generate(&settings.config).map_err(terminal::rendered)
}

fn warn(generated: &GeneratedCrate) {
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
}

/// Reports differences, and the command that fixes them.
fn check(generated: &GeneratedCrate, settings: &Settings) -> Result<(), Failure> {
    let folder = settings.output.display();
    if let Some(leftover) = output::leftover(&settings.output).map_err(not_written)? {
        return Err(Failure(format!(
            "another run is writing {folder}, or was interrupted and left {}; to finish it, run `{}`",
            leftover.display(),
            repair("")
        )));
    }
    let mut differences = output::check(generated, &settings.output).map_err(not_written)?;
    let of_runtime = runtime::check(settings.runtime.as_deref())?;
    if let Some(runtime) = settings.runtime.as_deref().filter(|_| !of_runtime.is_empty()) {
        eprintln!("the runtime in {} is out of date:", runtime.display());
    }
    differences.splice(0..0, of_runtime);
    if differences.is_empty() {
        println!("{folder} is up to date");
        return Ok(());
    }
    differences.iter().for_each(|difference| eprintln!("{difference}"));
    let is_edited = differences.iter().any(|difference| matches!(difference, Difference::Edited { .. }));
    let (way_out, flag) = if is_edited { (MOVE_EDITS, "--force") } else { ("", "") };
    Err(Failure(format!("\n{folder} is out of date; {way_out}run `{}`", repair(flag))))
}

const MOVE_EDITS: &str =
    "move the edits to an overlay of the model or to a crate of your own, or, to overwrite them, ";

/// Returns the command line of this process without `--check`, and with `flag`.
fn repair(flag: &str) -> String {
    let arguments = std::env::args().skip(2).filter(|argument| argument != "--check");
    let words = std::iter::once("cargo xtask codegen".to_owned()).chain(arguments);
    words.chain((!flag.is_empty()).then(|| flag.to_owned())).collect::<Vec<_>>().join(" ")
}
