//! Settings of a crate: its table in Cargo.toml, and overrides of the command line.

use std::path::PathBuf;
use std::rc::Rc;

use tinsmith::{Config, Selection};

use crate::Failure;
use crate::options::Overrides;
use crate::path::relative;
use crate::project::{CrateTable, Manifest, Project, TablePath};

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
    /// The Cargo.toml with the settings of the crate, and their position in it.
    pub(crate) table: Option<(Rc<Manifest>, TablePath)>,
    /// Files other than generated ones that an update replaces.
    pub(crate) updated: Vec<PathBuf>,
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
        _ => {
            let load = |table: &&CrateTable| settings(&project, Some(table), overrides);
            tables.iter().map(load).collect()
        }
    }
}

fn several(tables: &[&CrateTable]) -> Failure {
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    Failure(format!(
        "options that override settings need one crate, but there are {}: name it, such as `codegen {}`, or pass \
         `--model` and `--out` for another crate",
        names.join(", "),
        names[0]
    ))
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
            Err(Failure(format!("there are several crates; choose one with `--crate`: {}", names.join(", "))))
        }
        // A model of its own needs no crate.
        _ => settings(&project, None, overrides),
    }
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
    config.runtime = crate::runtime::setting(runtime.as_deref(), &output)?;
    let table = manifest.clone().zip(table.map(|table| table.path));
    Ok(Settings { config, output, runtime, root: root.clone(), table, updated })
}

/// Merges table and overrides. Settings that belong to the model of the table do not apply to another model.
fn config(
    overrides: &Overrides,
    table: Option<&CrateTable>,
    below_root: impl Fn(&str) -> PathBuf,
) -> Result<Config, Failure> {
    let of_model = table.filter(|_| overrides.model.is_none());
    let model = of_model.and_then(|table| table.model.as_deref()).map(&below_root);
    let mut config = Config::new(overrides.model.clone().or(model).ok_or_else(|| missing_model(table))?);
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
    Ok(config)
}

/// Selects operations by name, or every operation by `all`.
pub(crate) fn selection(names: &[impl AsRef<str>]) -> Selection {
    match names {
        [name] if name.as_ref() == "all" => Selection::All,
        names => Selection::Named(names.iter().map(|name| name.as_ref().to_owned()).collect()),
    }
}

fn missing_model(table: Option<&CrateTable>) -> Failure {
    Failure(match table {
        Some(table) => format!(
            "the crate `{}` has no model: set `model` in its {} of Cargo.toml, or pass `--model FILE`",
            table.name(),
            table.path.header()
        ),
        None => {
            "there are no settings in a Cargo.toml here or above: run `init MODEL`, or pass `--model FILE`"
                .to_owned()
        }
    })
}
