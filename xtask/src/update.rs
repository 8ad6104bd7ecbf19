//! `cargo xtask update`

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use clap::ArgMatches;
use tinsmith::output::{self, Difference};
use tinsmith::update::{self, Update};
use tinsmith::{Diagnostics, diff};

use crate::settings::{self, Settings};
use crate::{Failure, terminal};

/// Imports a newer model and shows what changes; unless it is a dry run, replaces the model and regenerates the crate.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let source: &PathBuf = arguments.get_one("source").ok_or("no source is named")?;
    let settings = settings::load(arguments)?;
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
    let texts = Texts::of(&update, &settings)?;
    terminal::print(&diff::text(&update.report, terminal::colour_out()))?;
    if texts.0.is_empty() && output::check(&update.generated, &settings.output).is_empty() {
        return terminal::print("\nthe model is up to date\n");
    }
    terminal::print(&shown(&update, &settings, &texts))?;
    if arguments.get_flag("dry-run") {
        return terminal::print("\nnothing is written: this is a dry run\n");
    }
    texts.write(|| Ok(output::write(&update.generated, &settings.output)?))?;
    lock(&settings.root)
}

/// The files outside of the generated ones that change, with their new texts.
struct Texts(Vec<(PathBuf, String)>);

impl Texts {
    fn of(update: &Update, settings: &Settings) -> Result<Self, Failure> {
        let mut texts = vec![(settings.config.model.clone(), update.model.clone())];
        if update.version != settings.config.crate_version {
            let manifest = settings.root.join("Cargo.toml");
            let toml = read(&manifest)?.unwrap_or_default();
            let table = "workspace.metadata.tinsmith";
            texts.push((
                settings::relative(&manifest),
                update::with_setting(&toml, table, "crate-version", &update.version)?,
            ));
            let changelog = settings.output.join("CHANGELOG.md");
            let entry = update::with_entry(read(&changelog)?.as_deref(), &update.version, &update.report);
            texts.push((changelog, entry));
        }
        let mut changed = Vec::new();
        for (path, text) in texts {
            if read(&path)?.as_ref() != Some(&text) {
                changed.push((path, text));
            }
        }
        Ok(Self(changed))
    }

    /// Writes every text beside its place, then carries out `then`, and then puts the texts into their places: what may
    /// fail comes before the first change.
    fn write(&self, then: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
        let staged: Vec<_> = self.0.iter().map(|(path, _)| beside(path)).collect();
        let outcome = self
            .0
            .iter()
            .zip(&staged)
            .try_for_each(|((_, text), staged)| {
                fs::write(staged, text).map_err(|error| failed("write", staged, &error))
            })
            .and_then(|()| then());
        if outcome.is_err() {
            for file in &staged {
                let _ = fs::remove_file(file);
            }
            return outcome;
        }
        for ((path, _), staged) in self.0.iter().zip(&staged) {
            fs::rename(staged, path).map_err(|error| failed("replace", path, &error))?;
        }
        Ok(())
    }
}

/// A name for the new text of a file: in the same folder, or in the one above where a crate is written.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().filter(|_| name == "CHANGELOG.md").unwrap_or(path);
    folder.with_file_name(format!(".{name}.tinsmith-new"))
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
fn shown(update: &Update, settings: &Settings, texts: &Texts) -> String {
    let mut text = format!("\nversion: {} -> {}\n\nfiles:\n", settings.config.crate_version, update.version);
    for (path, _) in &texts.0 {
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
fn lock(root: &Path) -> Result<(), Failure> {
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
