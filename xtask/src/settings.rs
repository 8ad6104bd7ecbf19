//! Settings: `[workspace.metadata.tinsmith]` of Cargo.toml, and overrides of the command line.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tinsmith::{Config, Selection};
use xtask_common::{Failure, process};

use crate::cli::Overrides;

mod table;

use table::Table;

/// Inputs and outputs of the generator.
pub(crate) struct Settings {
    /// Configuration of the generator.
    pub(crate) config: Config,
    /// Folder of the generated crate.
    pub(crate) output: PathBuf,
    /// Folder of the runtime crate that generated crates share; without it, each crate contains its own.
    pub(crate) runtime: Option<PathBuf>,
    /// Root folder of the workspace.
    pub(crate) root: PathBuf,
    /// Files other than generated ones that an update of the workspace replaces.
    pub(crate) updated: Vec<PathBuf>,
}

/// Loads the settings of the workspace of the current folder.
pub(crate) fn load(overrides: &Overrides) -> Result<Settings, Failure> {
    let metadata = workspace_metadata()?;
    let root = metadata["workspace_root"].as_str().map(PathBuf::from).unwrap_or_default();
    let table = Table::new(&metadata["metadata"]["tinsmith"])?;
    let below_root = |path: &str| relative(&root.join(path));
    let output = below_root(table.string("output").unwrap_or("generated"));
    let updated = table.string("model").map(below_root).into_iter();
    let updated = updated.chain([relative(&root.join("Cargo.toml")), output.join("CHANGELOG.md")]).collect();
    let runtime = table.string("runtime").map(below_root);
    let mut config = config(overrides, &table, below_root)?;
    let output = overrides.out.clone().unwrap_or(output);
    config.runtime = crate::runtime::setting(runtime.as_deref(), &output)?;
    Ok(Settings { config, output, runtime, root, updated })
}

/// Merges table and overrides. Settings that belong to the model of the table do not apply to another model.
fn config(
    overrides: &Overrides,
    table: &Table<'_>,
    below_root: impl Fn(&str) -> PathBuf,
) -> Result<Config, Failure> {
    let of_model = |key: &str| table.string(key).filter(|_| overrides.model.is_none()).map(str::to_owned);
    let mut config = Config::new(match &overrides.model {
        Some(model) => model.clone(),
        None => below_root(table.string("model").ok_or(MISSING_MODEL)?),
    });
    config.overlays.clone_from(&overrides.overlays);
    if overrides.overlays.is_empty() && overrides.model.is_none() {
        config.overlays = table.strings("overlays").into_iter().map(below_root).collect();
    }
    config.selection = if overrides.operations.is_empty() {
        selection(&table.strings("operations"))
    } else {
        selection(&overrides.operations)
    };
    config.crate_name = overrides.crate_name.clone().or_else(|| of_model("crate-name"));
    if let Some(version) = of_model("crate-version") {
        config.crate_version = version;
    }
    config.protocol = overrides.protocol.clone().or_else(|| of_model("protocol"));
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

const MISSING_MODEL: &str =
    "there is no model: pass `--model FILE`, or set `model` in [workspace.metadata.tinsmith] of Cargo.toml";

/// Returns the metadata that cargo prints for the workspace.
fn workspace_metadata() -> Result<Value, Failure> {
    let metadata =
        process::output(process::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    Ok(serde_json::from_str(&metadata)?)
}

/// Returns the path relative to the current folder, if it is below it.
pub(crate) fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).to_owned()
}
