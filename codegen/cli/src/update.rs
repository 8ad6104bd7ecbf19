//! The command `update`.

use std::path::Path;
use std::{fs, io};

use tinsmith::diff;
use tinsmith::output::{self, Difference, PendingFile};
use tinsmith::update::{self, Update};

use crate::options::{Overrides, UpdateOptions};
use crate::project::{CrateTable, Project};
use crate::settings::{self, Settings};
use crate::terminal::{not_written, warn};
use crate::{Failure, cargo_lock, codegen, terminal};

/// Imports a newer model and prints the changes. Unless it is a dry run, replaces the model and regenerates the crate.
pub(crate) fn run(options: &UpdateOptions, program: &str) -> Result<(), Failure> {
    // Another update may change the version of another crate meanwhile.
    let _lock = if options.dry_run { None } else { Project::find()?.lock()? };
    let name = crate_name(options)?;
    let load = || settings::one(&Overrides::default(), name.as_deref());
    let settings = load()?;
    if options.dry_run {
        if let Some(remains) = output::leftover(&settings.output).map_err(not_written)? {
            let remains = remains.display();
            return Err(Failure(format!(
                "an interrupted run left `{remains}`; `{program} codegen` finishes it"
            )));
        }
        let (update, files) = plan(&options.source, &settings, program)?;
        show(&update, &settings, &files)?;
        return terminal::print("\nnothing is written: this is a dry run\n");
    }
    let (writer, settings) = codegen::open(&settings, load)?;
    let (update, files) = plan(&options.source, &settings, program)?;
    show(&update, &settings, &files)?;
    writer.write(&update.generated, &files, options.force).map_err(not_written)?;
    if update.version != settings.config.crate_version {
        cargo_lock::update(&settings.root);
    }
    Ok(())
}

/// Returns the name of the crate: the one that is asked for, or of several crates the one whose model is of the same
/// service.
fn crate_name(options: &UpdateOptions) -> Result<Option<String>, Failure> {
    let project = Project::find()?;
    if options.krate.is_some() || project.crates.len() < 2 {
        return Ok(options.krate.clone());
    }
    let new = service(&options.source)?;
    let model = |table: &CrateTable| Some(project.root.join(table.model.as_ref()?));
    // A model that cannot be read is not of the service.
    let services =
        project.crates.iter().map(|table| (table, model(table).and_then(|path| service(&path).ok())));
    let services: Vec<_> = services.collect();
    let is_same = |service: &Option<String>| service.as_ref() == Some(&new);
    let found: Vec<&str> =
        services.iter().filter(|(_, service)| is_same(service)).map(|(table, _)| table.name()).collect();
    let source = options.source.display();
    match &*found {
        [name] => Ok(Some((*name).to_owned())),
        [] => {
            let service =
                |service: &Option<String>| service.clone().unwrap_or_else(|| "not readable".to_owned());
            let known = services.iter().map(|(table, of)| format!("{} ({})", table.name(), service(of)));
            let known = known.collect::<Vec<_>>().join(", ");
            Err(Failure(format!("`{source}` is a model of {new}, but no crate is of this service: {known}")))
        }
        names => Err(Failure(format!(
            "`{source}` is a model of {new}, like those of several crates; choose one with `--crate`: {}",
            names.join(", ")
        ))),
    }
}

/// Returns the id of a model's service.
fn service(path: &Path) -> Result<String, Failure> {
    let model = tinsmith::read::model(path).map_err(terminal::rendered)?;
    let missing = || Failure(format!("the model `{}` defines no service", path.display()));
    model.sdk_id().map(str::to_owned).ok_or_else(missing)
}

/// Returns the update, and the new contents of files that are not generated.
fn plan(source: &Path, settings: &Settings, program: &str) -> Result<(Update, Vec<PendingFile>), Failure> {
    if settings.config.model.is_dir() {
        let folder = settings.config.model.display();
        return Err(Failure(format!(
            "the model `{folder}` is a botocore folder, which is not updated; run `{program} import {folder} -o \
             model.json`, and set `model` in Cargo.toml to the file"
        )));
    }
    let update = update::plan(source, &settings.config).map_err(terminal::rendered)?;
    warn(&update.generated);
    let files = pending_files(&update, settings)?;
    Ok((update, files))
}

fn pending_files(update: &Update, settings: &Settings) -> Result<Vec<PendingFile>, Failure> {
    let file = |path: &Path, text: String| PendingFile { path: path.to_owned(), text };
    let mut files = vec![file(&settings.config.model, update.model.clone())];
    if update.version != settings.config.crate_version {
        if let Some((path, toml)) = settings.with_version(&update.version)? {
            files.push(file(&path, toml));
        }
        let changelog = settings.output.join("CHANGELOG.md");
        let entry = update::with_entry(read(&changelog)?.as_deref(), &update.version, &update.report);
        files.push(file(&changelog, entry));
    }
    files.retain(|file| !file.is_up_to_date());
    Ok(files)
}

/// Prints the changes for users, and the written files.
fn show(update: &Update, settings: &Settings, files: &[PendingFile]) -> Result<(), Failure> {
    terminal::print(&diff::text(&update.report, terminal::colour_out()))?;
    let differences = output::check(&update.generated, &settings.output).map_err(not_written)?;
    if files.is_empty() && differences.is_empty() {
        return terminal::print("\nthe model is up to date\n");
    }
    terminal::print(&summary(update, settings, files, differences))
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure(format!("cannot read `{}`: {error}", path.display()))),
    }
}

/// Formats the version, the written files, and the entry of the change log.
fn summary(
    update: &Update,
    settings: &Settings,
    files: &[PendingFile],
    differences: Vec<Difference>,
) -> String {
    let mut text = format!("\nversion: {} -> {}\n\nfiles:\n", settings.config.crate_version, update.version);
    for PendingFile { path, .. } in files {
        let verb = if path.exists() { "changed" } else { "new" };
        text.push_str(&format!("  {verb}: {}\n", path.display()));
    }
    for difference in differences {
        let below = |path: &str| settings.output.join(path).display().to_string();
        text.push_str(&match difference {
            Difference::Stale { path, diff } => {
                let lines = |sign: char| diff.lines().skip(2).filter(|line| line.starts_with(sign)).count();
                format!("  changed: {} (+{} -{})\n", below(&path), lines('+'), lines('-'))
            }
            Difference::Edited { path, .. } => format!("  edited by hand: {}\n", below(&path)),
            Difference::Missing { path } => format!("  new: {}\n", below(&path)),
            Difference::Unexpected { path } => format!("  removed: {}\n", below(&path)),
        });
    }
    if update.version != settings.config.crate_version {
        let entry = update::with_entry(Some(""), &update.version, &update.report);
        text.push_str(&format!("\nentry of the change log:\n\n{}\n", entry.trim()));
    }
    text
}
