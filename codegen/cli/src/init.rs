//! The command `init`.

mod destination;
mod new_crate;

use std::path::Path;

use tinsmith::canonical::{Prose, to_json};
use tinsmith::model::Model;
use tinsmith::output::{self, PendingFile, Writer};
use tinsmith::{Config, GeneratedCrate, generate_from, pass, read};

use crate::disk::disk;
use crate::options::{CodegenOptions, InitOptions};
use crate::path::relative;
use crate::settings::selection;
use crate::terminal::{not_written, warn};
use crate::{Failure, codegen, project, runtime, source, terminal};
use destination::Destination;
use new_crate::NewCrate;

/// Adds a crate to the project: its files, its model and its settings. Cargo.toml is written last, so that a run that fails
/// can be repeated.
pub(crate) fn run(options: &InitOptions, program: &str) -> Result<(), Failure> {
    let lock = project::lock(&Destination::find()?.manifest)?;
    let destination = Destination::find()?;
    let model = source::model(&options.source)?;
    pass::validate(&model).map_err(terminal::rendered)?;
    let json = to_json(&model, if options.drop_docs { Prose::Drop } else { Prose::Keep });
    let generated = generate(options, &model, &json, &destination)?;
    let new = NewCrate::new(options, &generated, &destination)?;
    new.with_settings(&destination)?;
    let model = PendingFile { path: relative(&destination.root.join(&new.model)), text: json };
    check_model(&model, program)?;
    // A refused runtime must not leave a crate.
    let runtime = relative(&destination.root.join(&destination.runtime));
    runtime::generated(&runtime)?;
    let output = relative(&destination.root.join(&new.output));
    let writer = Writer::open(&output, &[], disk()).map_err(not_written)?;
    writer.write(&generated, &[], false).map_err(not_written)?;
    runtime::write(&runtime, false)?;
    replace(&model.path, &model.text)?;
    // The file is read again: its user may have edited it during the run.
    replace(&relative(&destination.manifest.path), &new.with_settings(&Destination::find()?)?)?;
    drop(lock);
    generated.warnings.iter().for_each(warn);
    terminal::print(&new.report(&generated, &destination, program)?)?;
    if destination.shares_runtime {
        return Ok(());
    }
    // The other crates have contained a runtime each.
    terminal::print("\nAll crates share the runtime now:\n")?;
    codegen::run(&CodegenOptions::default(), program)
}

/// Generates the crate as a later run does: from the canonical text of the model.
fn generate(
    options: &InitOptions,
    model: &Model,
    json: &str,
    destination: &Destination,
) -> Result<GeneratedCrate, Failure> {
    let output = options.out.clone().unwrap_or_else(|| destination.root.join("clients/crate"));
    let config = Config {
        selection: selection(&options.operations),
        crate_name: options.crate_name.clone(),
        protocol: options.protocol.clone(),
        runtime: runtime::setting(Some(&destination.root.join(&destination.runtime)), &output)?,
        ..Config::new("")
    };
    // Errors are shown in the file that the user has named.
    generate_from(model, &config).map_err(terminal::rendered)?;
    let canonical = read::text(&format!("import of {}", options.source.name()), json);
    canonical.and_then(|model| generate_from(&model, &config)).map_err(terminal::rendered)
}

/// Returns an error if another model would be overwritten.
fn check_model(file: &PendingFile, program: &str) -> Result<(), Failure> {
    if !file.path.exists() || file.is_up_to_date() {
        return Ok(());
    }
    let path = file.path.display();
    Err(terminal::refused(
        &format!("`{path}`, to which the model is imported, has another content"),
        &format!(
            "choose another `--out` or `--crate-name`; `{program} update` replaces the model of a crate"
        ),
    ))
}

fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        disk().create_dir(folder).map_err(terminal::cannot("create", folder))?;
    }
    output::replace_text(path, text, disk()).map_err(not_written)
}
