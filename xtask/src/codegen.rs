//! `cargo xtask codegen`

use std::time::Instant;

use clap::ArgMatches;
use tinsmith::output::{self, Difference, WriteError, Writer};
use tinsmith::{Diagnostic, GeneratedCrate};

use crate::settings::{self, Settings};
use crate::{Failure, runtime, terminal, update};

/// Generates the crate, or checks that it is up to date.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let settings = settings::load(arguments)?;
    let start = Instant::now();
    let generated = generate(&settings)?;
    let generation = start.elapsed();
    let timings = || {
        if arguments.get_flag("timings") {
            println!("generation: {generation:.1?}; with files: {:.1?}", start.elapsed());
        }
    };
    if arguments.get_flag("check") {
        warn(&generated);
        timings();
        return check(&generated, &settings);
    }
    // A crate that is up to date is left alone: not even a lock is taken, so that nothing that watches it wakes up.
    runtime::write(settings.runtime.as_deref())?;
    let up_to_date = output::check(&generated, &settings.output).is_empty();
    if up_to_date && output::unfinished(&settings.output).is_none() {
        warn(&generated);
    } else {
        write(arguments)?;
    }
    println!("{} files in {}", generated.files.len(), settings.output.display());
    timings();
    Ok(())
}

/// Generates once more and writes: another run may have changed what is read, until this one has the right to write.
fn write(arguments: &ArgMatches) -> Result<(), Failure> {
    let (writer, settings) = open(arguments)?;
    let generated = generate(&settings)?;
    warn(&generated);
    writer.write(&generated, &[], arguments.get_flag("force")).map_err(not_written)
}

/// The right to write, before anything is read: an interrupted update may have to be finished, and changes what is read.
pub(crate) fn open(arguments: &ArgMatches) -> Result<(Writer<'static>, Settings), Failure> {
    let settings = settings::load(arguments)?;
    let writer = Writer::open(&settings.output, &settings.updated, &output::Real).map_err(not_written)?;
    if !writer.has_resumed() {
        return Ok((writer, settings));
    }
    eprintln!("an update had been interrupted; it is finished now\n");
    let settings = settings::load(arguments)?;
    update::lock(&settings.root)?;
    Ok((writer, settings))
}

/// Says why something was not written.
pub(crate) fn not_written(error: WriteError) -> Failure {
    Failure(Diagnostic::from(error).render(terminal::colour()))
}

fn generate(settings: &Settings) -> Result<GeneratedCrate, Failure> {
    tinsmith::generate(&settings.config).map_err(|findings| Failure(findings.render(terminal::colour())))
}

fn warn(generated: &GeneratedCrate) {
    for warning in &generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
}

/// Reports what differs, and the command that mends it.
fn check(generated: &GeneratedCrate, settings: &Settings) -> Result<(), Failure> {
    let folder = settings.output.display();
    let repair = |flag: &str| {
        let arguments = std::env::args().skip(2).filter(|argument| argument != "--check");
        let words = std::iter::once("cargo xtask codegen".to_owned()).chain(arguments);
        words.chain((!flag.is_empty()).then(|| flag.to_owned())).collect::<Vec<_>>().join(" ")
    };
    if let Some(left) = output::unfinished(&settings.output) {
        return Err(Failure(format!(
            "another run is writing {folder}, or was interrupted and has left {}; to finish it, run `{}`",
            left.display(),
            repair("")
        )));
    }
    let mut differences = output::check(generated, &settings.output);
    differences.extend(runtime::check(settings.runtime.as_deref())?);
    if differences.is_empty() {
        println!("{folder} is up to date");
        return Ok(());
    }
    for difference in &differences {
        eprintln!("{difference}");
    }
    let is_edited = differences.iter().any(|difference| matches!(difference, Difference::Edited { .. }));
    let (way_out, flag) = if is_edited { (MOVE_EDITS, "--force") } else { ("", "") };
    Err(Failure(format!("\n{folder} is not what the model gives; {way_out}run `{}`", repair(flag))))
}

const MOVE_EDITS: &str = "move what was edited by hand to an overlay of the model or to a crate of your own, or, to overwrite it, ";
