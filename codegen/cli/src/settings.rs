//! Settings of a crate: its table in Cargo.toml, and overrides of the command line.

use std::path::{Path, PathBuf};

use tinsmith::setting::{Positions, Setting};
use tinsmith::{Config, Diagnostic, Selection};

use crate::options::Overrides;
use crate::path::relative;
use crate::project::{self, CrateTable, Project};
use crate::{Failure, terminal};

/// Inputs and outputs of the generator, for one crate.
pub(crate) struct Settings {
    /// Configuration of the generator.
    pub(crate) config: Config,
    /// Folder of the generated crate.
    pub(crate) output: PathBuf,
    /// Folder of the runtime crate that generated crates share; without it, each crate contains its own.
    pub(crate) runtime: Option<PathBuf>,
    /// Root folder of the project.
    pub(crate) root: PathBuf,
    /// Files other than generated ones that an update replaces.
    pub(crate) updated: Vec<PathBuf>,
}

impl Settings {
    /// Returns Cargo.toml with another version of the crate. The file is read again: its user may have edited it during
    /// the run.
    pub(crate) fn with_version(&self, version: &str) -> Result<Option<(PathBuf, String)>, Failure> {
        let project = Project::find()?;
        let is_same = |table: &&CrateTable| relative(&project.root.join(&table.output)) == self.output;
        let Some(table) = project.crates.iter().find(is_same) else { return Ok(None) };
        let Some(manifest) = &project.manifest else { return Ok(None) };
        let text = manifest.with_setting(table.path, "crate-version", version);
        let text = text.map_err(|error| terminal::failure(&error))?;
        Ok(Some((relative(&manifest.path), text)))
    }
}

/// Loads the settings of the crates with the names, or of all crates of the project.
pub(crate) fn all(overrides: &Overrides, names: &[String]) -> Result<Vec<Settings>, Failure> {
    let project = Project::find()?;
    let tables = project.named(names)?;
    match &*tables {
        [] => Ok(vec![settings(&project, None, overrides)?]),
        // A model of its own needs no crate, but a folder, or else it would replace one of the crates.
        [_, _, ..] if overrides.model.is_some() && names.is_empty() && overrides.out.is_some() => {
            Ok(vec![settings(&project, None, overrides)?])
        }
        [_, _, ..] if *overrides != Overrides::default() => Err(several(&tables)),
        [table] if table.model.is_some() && overrides.model.is_some() && overrides.out.is_none() => {
            Err(replaced(table))
        }
        _ => {
            let load = |table: &&CrateTable| settings(&project, Some(table), overrides);
            tables.iter().map(load).collect()
        }
    }
}

/// Returns the error for a crate that the crate of another model would replace.
fn replaced(table: &CrateTable) -> Failure {
    terminal::refused(
        &format!("the crate of `--model` would replace the crate `{}` in `{}`", table.name(), table.output),
        "pass its folder with `--out`, or change `model` in the settings in Cargo.toml",
    )
}

fn several(tables: &[&CrateTable]) -> Failure {
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    terminal::refused(
        &format!("options that override settings need one crate, but there are `{}`", names.join("`, `")),
        &format!("name one, such as `codegen {}`, or pass `--model` and `--out` for another crate", names[0]),
    )
}

/// Loads the settings of one crate, which needs a name if the project has several.
pub(crate) fn one(overrides: &Overrides, name: Option<&str>) -> Result<Settings, Failure> {
    let names: Vec<String> = name.map(str::to_owned).into_iter().collect();
    let project = Project::find()?;
    let tables = project.named(&names)?;
    match &*tables {
        [table] => settings(&project, Some(table), overrides),
        [_, _, ..] if overrides.model.is_none() => {
            let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
            Err(terminal::refused(
                &format!("the settings have several crates: `{}`", names.join("`, `")),
                &format!("choose one with `--crate`, such as `--crate {}`", names[0]),
            ))
        }
        // A model of its own needs no crate.
        _ => settings(&project, None, overrides),
    }
}

/// Checks the output folder if it, or the model, is not that of the settings, which are checked when they are read.
fn check_output(overrides: &Overrides, output: &Path, config: &Config, root: &Path) -> Result<(), Failure> {
    if overrides.out.is_none() && overrides.model.is_none() {
        return Ok(());
    }
    let [output, model] = [output, &config.model].map(|path| path.to_string_lossy());
    // Paths of options are relative to the current folder.
    let here = std::env::current_dir()?;
    project::check_output(&output, &here, root, &[&model]).map_err(|error| terminal::failure(&error))
}

fn settings(
    project: &Project,
    table: Option<&CrateTable>,
    overrides: &Overrides,
) -> Result<Settings, Failure> {
    let Project { root, manifest, .. } = project;
    let below_root = |path: &str| relative(&root.join(path));
    let output = below_root(table.map_or("generated", |table| &table.output));
    let model = table.and_then(|table| table.model.as_deref()).map(below_root).into_iter();
    let files = manifest.iter().map(|manifest| relative(&manifest.path));
    let updated = model.chain(files).chain([output.join("CHANGELOG.md")]).collect();
    let runtime = table.and_then(|table| table.runtime.as_deref()).map(below_root);
    let mut config = config(overrides, table, below_root)?;
    let output = overrides.out.clone().unwrap_or(output);
    check_output(overrides, &output, &config, root)?;
    config.runtime = crate::runtime::setting(runtime.as_deref(), &output)?;
    Ok(Settings { config, output, runtime, root: root.clone(), updated })
}

/// Merges table and overrides. Settings that belong to the model of the table do not apply to another model.
fn config(
    overrides: &Overrides,
    table: Option<&CrateTable>,
    below_root: impl Fn(&str) -> PathBuf,
) -> Result<Config, Failure> {
    let of_model = table.filter(|_| overrides.model.is_none());
    let overridden = overrides.model.as_ref().map(|source| source.path.clone());
    let model = of_model.and_then(|table| table.model.as_deref()).map(&below_root);
    let mut config = Config::new(overridden.or(model).ok_or_else(|| missing_model(table))?);
    config.overlays.clone_from(&overrides.overlays);
    if let Some(table) = of_model.filter(|_| overrides.overlays.is_empty()) {
        config.overlays = table.overlays.iter().map(|path| below_root(path)).collect();
    }
    config.selection = match &*overrides.operations {
        [] => selection(table.map_or(&[][..], |table| &table.operations)),
        names => selection(names),
    };
    config.crate_name = overrides.crate_name.clone().or_else(|| of_model?.crate_name.clone());
    if let Some(version) = of_model.and_then(|table| table.crate_version.clone()) {
        config.crate_version = version;
    }
    config.publish = table.is_some_and(|table| table.publish);
    config.protocol = overrides.protocol.clone().or_else(|| of_model?.protocol.clone());
    config.protocol_tests = overrides.protocol_tests;
    if let Some(table) = table {
        config.positions = positions(table, below_root);
    }
    Ok(config)
}

/// Returns the positions of settings by their values in a [`Config`], in which paths are relative to the current folder.
fn positions(table: &CrateTable, below_root: impl Fn(&str) -> PathBuf) -> Positions {
    let mut positions = table.positions.clone();
    let models = table.model.iter().map(|path| (Setting::Model, path));
    let overlays = table.overlays.iter().map(|path| (Setting::Overlay, path));
    for (setting, path) in models.chain(overlays) {
        if let Some(position) = table.positions.of(setting, path) {
            positions.insert(setting, below_root(path).to_string_lossy(), position.clone());
        }
    }
    positions
}

/// Selects operations by name, or every operation by `all`.
pub(crate) fn selection(names: &[impl AsRef<str>]) -> Selection {
    match names {
        [name] if name.as_ref() == "all" => Selection::All,
        names => Selection::Named(names.iter().map(|name| name.as_ref().to_owned()).collect()),
    }
}

fn missing_model(table: Option<&CrateTable>) -> Failure {
    let Some(table) = table else {
        return terminal::refused(
            "there are no settings in a Cargo.toml here or above",
            "add a crate with `init SOURCE --operations A,B`; `codegen`, `operations` and `tree` take `--model SOURCE` instead",
        );
    };
    let error = Diagnostic::error(format!("the crate `{}` has no model", table.name()))
        .or_at(table.positions.of(Setting::Model, ""))
        .with_help("write its path, such as `model = \"models/sqs.json\"`, or pass `--model SOURCE`");
    terminal::failure(&error)
}
