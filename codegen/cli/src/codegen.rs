//! The command `codegen`.

mod check;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use tinsmith::model::Model;
use tinsmith::output::{self, Writer};
use tinsmith::{Diagnostic, GeneratedCrate};

use crate::disk::disk;
use crate::options::CodegenOptions;
use crate::project::{self, Project};
use crate::settings::{self, Settings};
use crate::terminal::{not_written, print_error};
use crate::{Failure, cargo_lock, path, runtime, source, terminal};

/// Generates the crates, or checks that they are up to date. All crates are tried before an error is returned.
pub fn run(options: &CodegenOptions, program: &str) -> Result<(), Failure> {
    let crates = settings::all(&options.overrides, &options.names)?;
    // The model of the command line is read once, because it may be a pipe.
    let model = options.overrides.model.as_ref().map(source::model).transpose()?;
    let is_named = crates.len() == 1 || !options.names.is_empty();
    let runtimes: BTreeSet<&Path> = crates.iter().filter_map(|it| it.runtime.as_deref()).collect();
    let runtimes = runtimes.into_iter().map(|folder| runtime_run(folder, options, program));
    let run = |settings| crate_run(settings, is_named, model.as_ref(), options, program);
    let outcomes = runtimes.chain(crates.iter().map(run));
    let failures: Vec<String> = outcomes.filter_map(|it| it.err().map(|Failure(message)| message)).collect();
    if failures.is_empty() { Ok(()) } else { Err(Failure(failures.join("\n\n"))) }
}

/// Writes or checks a runtime that crates share.
fn runtime_run(folder: &Path, options: &CodegenOptions, program: &str) -> Result<(), Failure> {
    if !options.check {
        return runtime::write(folder, options.force);
    }
    match runtime::generated(folder)? {
        Some(runtime) => check::check(&runtime, folder, None, program),
        None => Ok(()),
    }
}

fn crate_run(
    settings: &Settings,
    is_named: bool,
    model: Option<&Model>,
    options: &CodegenOptions,
    program: &str,
) -> Result<(), Failure> {
    let start = Instant::now();
    let generated = generate(settings, model)?;
    let generation = start.elapsed();
    if options.check {
        warn(&generated, settings)?;
        let name = &*generated.summary.name;
        check::check(&generated, &settings.output, (!is_named).then_some(name), program)?;
    } else {
        write(&generated, settings, model, options)?;
    }
    if options.timings {
        let elapsed = start.elapsed();
        terminal::print(&format!("generation: {generation:.1?}; with files: {elapsed:.1?}\n"))?;
    }
    Ok(())
}

/// Writes the crate and prints what was made. A crate that is up to date is not touched, and not even locked, so that
/// file watchers are not triggered.
fn write(
    generated: &GeneratedCrate,
    settings: &Settings,
    model: Option<&Model>,
    options: &CodegenOptions,
) -> Result<(), Failure> {
    let is_new = !output::is_written(&settings.output);
    let differences = output::check(generated, &settings.output).map_err(not_written)?;
    let leftover = output::leftover(&settings.output).map_err(not_written)?;
    if differences.is_empty() && leftover.is_none() {
        warn(generated, settings)?;
        return report(generated, settings, 0, is_new);
    }
    // An interrupted update, which is finished now, may change Cargo.toml.
    let _lock = if leftover.is_some() { Project::find()?.lock()? } else { None };
    let output = settings.output.clone();
    // Generates again with the lock held, because another run may have changed the inputs.
    let (writer, settings) = open(settings, || again(options, &output))?;
    let generated = generate(&settings, model)?;
    warn(&generated, &settings)?;
    writer.write(&generated, &[], options.force).map_err(not_written)?;
    report(&generated, &settings, differences.len(), is_new)
}

/// Loads the settings of the crate in a folder again.
fn again(options: &CodegenOptions, output: &Path) -> Result<Settings, Failure> {
    let crates = settings::all(&options.overrides, &options.names)?;
    let found = crates.into_iter().find(|settings| settings.output == output);
    found.ok_or_else(|| {
        terminal::refused(
            &format!("the settings of `{}` were removed during the run", output.display()),
            "run the command again",
        )
    })
}

/// Locks the output folder and loads the settings again: an interrupted update may have to be finished, which changes
/// them, and another run may have changed them.
pub(crate) fn open(
    settings: &Settings,
    again: impl FnOnce() -> Result<Settings, Failure>,
) -> Result<(Writer<'static>, Settings), Failure> {
    let writer = Writer::open(&settings.output, &settings.updated, disk()).map_err(not_written)?;
    let settings = again()?;
    if writer.has_resumed() {
        print_error("an interrupted update has been finished\n");
        cargo_lock::update(&settings.root);
    }
    Ok((writer, settings))
}

/// Generates the crate from the model of the settings, or from one that the command line names instead.
fn generate(settings: &Settings, model: Option<&Model>) -> Result<GeneratedCrate, Failure> {
    let config = &settings.config;
    let model = match model {
        Some(model) => tinsmith::load_from(model.clone(), config),
        None => tinsmith::load(config),
    };
    model.and_then(|model| tinsmith::generate_from(&model, config)).map_err(terminal::rendered)
}

/// Prints the warnings of a generation, before its files are written.
pub(crate) fn warn(generated: &GeneratedCrate, settings: &Settings) -> Result<(), Failure> {
    let warnings = generated.warnings.iter().cloned().chain(other_protocol(generated, settings)?);
    warnings.for_each(|warning| terminal::warn(&warning));
    Ok(())
}

/// Returns a warning if the protocol is not that of the written crate, although the settings have not chosen one.
fn other_protocol(generated: &GeneratedCrate, settings: &Settings) -> Result<Option<Diagnostic>, Failure> {
    let written = output::written_protocol(&settings.output).map_err(not_written)?;
    let (Some(old), Some(new)) = (written, generated.summary.protocol) else { return Ok(None) };
    if settings.config.protocol.is_some() || old == new {
        return Ok(None);
    }
    let name = &generated.summary.name;
    let warning = Diagnostic::warning(format!(
        "`{name}` changes its default protocol from `{old}` to `{new}`, which the model now lists first"
    ));
    let help = format!("to keep it, set `protocol = \"{old}\"` in the settings in Cargo.toml");
    Ok(Some(warning.with_help(help)))
}

/// Prints what was made: one line for the crate, and the first time the dependency on it.
pub(crate) fn report(
    generated: &GeneratedCrate,
    settings: &Settings,
    changed: usize,
    is_new: bool,
) -> Result<(), Failure> {
    let mut text = format!("{} ({changed} changed)\n", summary(generated, &settings.output));
    if is_new {
        text.push_str(&dependency(generated, &settings.output)?);
    }
    terminal::print(&text)
}

/// Formats name, version, operations, protocol and files of a crate.
pub(crate) fn summary(generated: &GeneratedCrate, folder: &Path) -> String {
    let summary = &generated.summary;
    format!(
        "{} {}: {} {}, {}, {} files in {}",
        summary.name,
        summary.version,
        summary.operations,
        if summary.operations == 1 { "operation" } else { "operations" },
        summary.protocol.unwrap_or("no protocol"),
        generated.files.len(),
        path::shown(folder).display()
    )
}

/// Formats the line that adds a dependency on a crate to the package of the current folder.
pub(crate) fn dependency(generated: &GeneratedCrate, folder: &Path) -> Result<String, Failure> {
    let name = &generated.summary.name;
    let folder = path::slashes(&path::shorter(&project::package_folder()?, folder));
    Ok(format!(
        "\nAdd the dependency to the package that uses it, with the path from its folder:\n\n    \
         {name} = {{ path = \"{folder}\" }}\n\n"
    ))
}
