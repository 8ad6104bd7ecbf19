//! The command `update`.

mod target;

use std::path::Path;
use std::{fs, io};

use tinsmith::diff;
use tinsmith::output::{self, Difference, PendingFile};
use tinsmith::update::{self, Update};

use crate::options::{ModelSource, Overrides, UpdateOptions};
use crate::project::Project;
use crate::settings::{self, Settings};
use crate::terminal::not_written;
use crate::{Failure, cargo_lock, codegen, runtime, terminal};
use target::{Target, check_replaceable, targets};

/// Imports newer models and prints the changes. Unless it is a dry run, replaces the models and regenerates the crates. All
/// crates are tried before an error is returned.
pub(crate) fn run(options: &UpdateOptions, program: &str) -> Result<(), Failure> {
    // Another update may change the version of another crate meanwhile.
    let _lock = if options.dry_run { None } else { Project::find()?.lock()? };
    let (targets, mut failures) = targets(options, program)?;
    let unread = failures.len();
    for target in &targets {
        if targets.len() > 1 {
            terminal::print(&format!("{}:\n\n", target.name))?;
        }
        failures.extend(update(target, options, program).err().map(|Failure(message)| message));
        if targets.len() > 1 {
            terminal::print("\n")?;
        }
    }
    if options.dry_run && failures.len() - unread < targets.len() {
        terminal::print("nothing is written: this is a dry run\n")?;
    }
    if failures.is_empty() { Ok(()) } else { Err(Failure(failures.join("\n\n"))) }
}

fn update(target: &Target, options: &UpdateOptions, program: &str) -> Result<(), Failure> {
    let load = || settings::one(&Overrides::default(), Some(&target.name));
    let settings = load()?;
    if options.dry_run {
        if let Some(remains) = output::leftover(&settings.output).map_err(not_written)? {
            let remains = remains.display();
            return Err(terminal::refused(
                &format!("an interrupted run left `{remains}`"),
                &format!("run `{program} codegen` to finish it"),
            ));
        }
        let (update, files) = plan(target, &options.source, &settings, program)?;
        return show(&update, &settings, &files).map(drop);
    }
    let (writer, settings) = codegen::open(&settings, load)?;
    let (update, files) = plan(target, &options.source, &settings, program)?;
    let changed = show(&update, &settings, &files)?;
    settings.runtime.as_deref().map_or(Ok(()), |folder| runtime::write(folder, options.force))?;
    writer.write(&update.generated, &files, options.force).map_err(not_written)?;
    if changed > 0 || !files.is_empty() {
        terminal::print("\n")?;
        codegen::report(&update.generated, &settings, changed, false)?;
    }
    if update.version != settings.config.crate_version {
        cargo_lock::update(&settings.root);
    }
    Ok(())
}

/// Returns the update, and the new contents of files that are not generated.
fn plan(
    target: &Target,
    source: &ModelSource,
    settings: &Settings,
    program: &str,
) -> Result<(Update, Vec<PendingFile>), Failure> {
    check_replaceable(&settings.config.model, program)?;
    let update = update::plan(&target.model, &source.name(), &settings.config).map_err(terminal::rendered)?;
    codegen::warn(&update.generated, settings)?;
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

/// Prints the changes for users, and the written files. Returns the number of generated files that change.
fn show(update: &Update, settings: &Settings, files: &[PendingFile]) -> Result<usize, Failure> {
    terminal::print(&diff::text(&update.report, terminal::colour_out()))?;
    let differences = output::check(&update.generated, &settings.output).map_err(not_written)?;
    let changed = differences.len();
    terminal::print(&if files.is_empty() && changed == 0 {
        "\nthe model is up to date\n".to_owned()
    } else {
        summary(update, settings, files, differences)
    })?;
    Ok(changed)
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
