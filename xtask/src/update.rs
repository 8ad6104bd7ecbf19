//! `cargo xtask update`

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use clap::ArgMatches;
use tinsmith::output::{self, Difference, Text};
use tinsmith::update::{self, Update};
use tinsmith::{Diagnostics, diff};

use crate::settings::{self, Settings};
use crate::{Failure, codegen, terminal};

/// Imports a newer model and shows what changes; unless it is a dry run, replaces the model and regenerates the crate.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    if arguments.get_flag("dry-run") {
        let settings = settings::load(arguments)?;
        if let Some(left) = output::unfinished(&settings.output) {
            let left = left.display();
            return Err(Failure(format!(
                "a run was interrupted and has left `{left}`; `cargo xtask codegen` finishes it"
            )));
        }
        let (update, texts) = planned(arguments, &settings)?;
        show(&update, &settings, &texts)?;
        return terminal::print("\nnothing is written: this is a dry run\n");
    }
    let (writer, settings) = codegen::open(arguments)?;
    let (update, texts) = planned(arguments, &settings)?;
    show(&update, &settings, &texts)?;
    writer.write(&update.generated, &texts, arguments.get_flag("force")).map_err(codegen::not_written)?;
    lock(&settings.root)
}

/// The update, and the files outside of the generated ones that change, with their new texts.
fn planned(arguments: &ArgMatches, settings: &Settings) -> Result<(Update, Vec<Text>), Failure> {
    let source: &PathBuf = arguments.get_one("source").ok_or("no source is named")?;
    if settings.config.model.is_dir() {
        let folder = settings.config.model.display();
        return Err(Failure(format!(
            "the configured model is the folder `{folder}`, which is not ours to write; \
             run `cargo xtask import {folder} -o model.json`, and let `model` of [workspace.metadata.tinsmith] name the file"
        )));
    }
    let rendered = |findings: Diagnostics| Failure(findings.render(terminal::colour()));
    let update = update::plan(source, &settings.config).map_err(rendered)?;
    for warning in &update.generated.warnings {
        eprintln!("{}\n", warning.render(terminal::colour()));
    }
    let texts = texts(&update, settings)?;
    Ok((update, texts))
}

fn texts(update: &Update, settings: &Settings) -> Result<Vec<Text>, Failure> {
    let text = |path: &Path, text: String| Text { path: path.to_owned(), text };
    let mut texts = vec![text(&settings.config.model, update.model.clone())];
    if update.version != settings.config.crate_version {
        let manifest = settings::relative(&settings.root.join("Cargo.toml"));
        let toml = read(&manifest)?.unwrap_or_default();
        let table = "workspace.metadata.tinsmith";
        let toml = update::with_setting(&toml, table, "crate-version", &update.version)?;
        texts.push(text(&manifest, toml));
        let changelog = settings.output.join("CHANGELOG.md");
        let entry = update::with_entry(read(&changelog)?.as_deref(), &update.version, &update.report);
        texts.push(text(&changelog, entry));
    }
    texts.retain(|text| !text.is_there());
    Ok(texts)
}

/// Prints what changes for users, and what is written.
fn show(update: &Update, settings: &Settings, texts: &[Text]) -> Result<(), Failure> {
    terminal::print(&diff::text(&update.report, terminal::colour_out()))?;
    if texts.is_empty() && output::check(&update.generated, &settings.output).is_empty() {
        return terminal::print("\nthe model is up to date\n");
    }
    terminal::print(&shown(update, settings, texts))
}

fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed("read", path, &error)),
    }
}

fn failed(doing: &str, path: &Path, error: &io::Error) -> Failure {
    Failure(format!("cannot {doing} `{}`: {error}", path.display()))
}

/// What is written: the version, the entry of the change log, and the files.
fn shown(update: &Update, settings: &Settings, texts: &[Text]) -> String {
    let mut text = format!("\nversion: {} -> {}\n\nfiles:\n", settings.config.crate_version, update.version);
    for Text { path, .. } in texts {
        let verb = if path.exists() { "changed" } else { "new" };
        text.push_str(&format!("  {verb}: {}\n", path.display()));
    }
    for difference in output::check(&update.generated, &settings.output) {
        let below = |path: &str| settings.output.join(path).display().to_string();
        text.push_str(&match difference {
            Difference::Stale { path, diff } => {
                let lines = |sign: char| diff.lines().skip(2).filter(|line| line.starts_with(sign)).count();
                format!("  changed: {} (+{} -{})\n", below(&path), lines('+'), lines('-'))
            }
            Difference::Edited { path, .. } => format!("  edited by hand: {}\n", below(&path)),
            Difference::Missing { path } => format!("  new: {}\n", below(&path)),
            Difference::Unexpected { path } => format!("  gone: {}\n", below(&path)),
        });
    }
    if update.version != settings.config.crate_version {
        let entry = update::with_entry(Some(""), &update.version, &update.report);
        text.push_str(&format!("\nentry of the change log:\n\n{}\n", entry.trim()));
    }
    text
}

/// Cargo.lock names the version of the crate, too, where the crate is a member of the workspace.
pub(crate) fn lock(root: &Path) -> Result<(), Failure> {
    if !root.join("Cargo.lock").exists() {
        return Ok(());
    }
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output =
        Command::new(cargo).args(["update", "--workspace", "--offline"]).current_dir(root).output()?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr).into_owned();
        eprintln!("Cargo.lock is not up to date; run `cargo update --workspace`:\n{reason}");
    }
    Ok(())
}
