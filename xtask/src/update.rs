//! `cargo xtask update`

use std::path::Path;
use std::{fs, io};

use tinsmith::diff;
use tinsmith::output::{self, Difference, PendingFile};
use tinsmith::update::{self, Update};
use xtask_common::{Failure, process};

use crate::cli::{Overrides, UpdateOptions};
use crate::settings::{self, Settings};
use crate::{codegen, terminal};

/// Imports a newer model and prints the changes. Unless it is a dry run, replaces the model and regenerates the crate.
pub(crate) fn run(options: &UpdateOptions) -> Result<(), Failure> {
    let overrides = Overrides::default();
    if options.dry_run {
        let settings = settings::load(&overrides)?;
        if let Some(leftover) = output::leftover(&settings.output).map_err(codegen::not_written)? {
            let leftover = leftover.display();
            return Err(Failure(format!(
                "an interrupted run left `{leftover}`; `cargo xtask codegen` finishes it"
            )));
        }
        let (update, files) = plan(&options.source, &settings)?;
        show(&update, &settings, &files)?;
        return terminal::print("\nnothing is written: this is a dry run\n");
    }
    let (writer, settings) = codegen::open(&overrides)?;
    let (update, files) = plan(&options.source, &settings)?;
    show(&update, &settings, &files)?;
    writer.write(&update.generated, &files, options.force).map_err(codegen::not_written)?;
    lock(&settings.root);
    Ok(())
}

/// Returns the update, and the new contents of files that are not generated.
fn plan(source: &Path, settings: &Settings) -> Result<(Update, Vec<PendingFile>), Failure> {
    if settings.config.model.is_dir() {
        let folder = settings.config.model.display();
        return Err(Failure(format!(
            "the model `{folder}` is a botocore folder, which is not updated; run `cargo xtask import {folder} -o \
             model.json`, and set `model` in [workspace.metadata.tinsmith] to the file"
        )));
    }
    let update = update::plan(source, &settings.config).map_err(terminal::rendered)?;
    for warning in &update.generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
    let files = pending_files(&update, settings)?;
    Ok((update, files))
}

fn pending_files(update: &Update, settings: &Settings) -> Result<Vec<PendingFile>, Failure> {
    let file = |path: &Path, text: String| PendingFile { path: path.to_owned(), text };
    let mut files = vec![file(&settings.config.model, update.model.clone())];
    if update.version != settings.config.crate_version {
        let manifest = settings::relative(&settings.root.join("Cargo.toml"));
        let toml = read(&manifest)?.unwrap_or_default();
        let table = "workspace.metadata.tinsmith";
        let toml = update::with_setting(&toml, table, "crate-version", &update.version)?;
        files.push(file(&manifest, toml));
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
    let differences = output::check(&update.generated, &settings.output).map_err(codegen::not_written)?;
    if files.is_empty() && differences.is_empty() {
        return terminal::print("\nthe model is up to date\n");
    }
    terminal::print(&summary(update, settings, files, differences))
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("read", path, &error)),
    }
}

fn failed(verb: &str, path: &Path, error: &io::Error) -> Failure {
    Failure(format!("cannot {verb} `{}`: {error}", path.display()))
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

/// Updates the version of the crate in Cargo.lock, which has it when the crate is a member of the workspace.
pub(crate) fn lock(root: &Path) {
    if !root.join("Cargo.lock").exists() {
        return;
    }
    let mut cargo = process::cargo();
    cargo.args(["update", "--workspace", "--offline"]).current_dir(root);
    if let Err(error) = process::output(&mut cargo) {
        eprintln!("Cargo.lock is out of date; run `cargo update --workspace`:\n{error}");
    }
}
