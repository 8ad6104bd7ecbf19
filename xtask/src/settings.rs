//! `[workspace.metadata.tinsmith]` of Cargo.toml, and what the command line says instead.

use std::path::{Path, PathBuf};
use std::process::Command;

use clap::ArgMatches;
use serde_json::Value;
use tinsmith::{Config, Selection};

use crate::Failure;

mod given;

use given::Given;

/// What to generate and where.
pub(crate) struct Settings {
    /// The inputs.
    pub(crate) config: Config,
    /// The folder of the generated crate.
    pub(crate) output: PathBuf,
    /// The folder of the runtime crate that generated crates share; without it, each crate contains its own.
    pub(crate) runtime: Option<PathBuf>,
    /// The folder of the workspace.
    pub(crate) root: PathBuf,
    /// The files outside of the generated ones that an update of the workspace replaces.
    pub(crate) updated: Vec<PathBuf>,
}

/// The settings of the workspace that the command was started in.
pub(crate) fn load(arguments: &ArgMatches) -> Result<Settings, Failure> {
    let metadata = workspace()?;
    let root = metadata["workspace_root"].as_str().map(PathBuf::from).unwrap_or_default();
    let given = Given::new(&metadata["metadata"]["tinsmith"])?;
    let model = path(arguments, "model");
    let own_model = model.is_some();
    let setting = |key: &str| given.text(key);
    let below_root = |path: &str| relative(&root.join(path));
    let mut config = Config::new(match model {
        Some(model) => model,
        None => below_root(setting("model").ok_or(MISSING_MODEL)?),
    });
    config.overlays = match paths(arguments, "overlay") {
        Some(overlays) => overlays,
        None if own_model => Vec::new(),
        None => given.texts("overlays").into_iter().map(below_root).collect(),
    };
    let operations: Vec<String> = match many(arguments, "operations") {
        Some(names) => names,
        None => given.texts("operations").into_iter().map(str::to_owned).collect(),
    };
    config.selection = if operations == ["all"] { Selection::All } else { Selection::Named(operations) };
    let own_name = setting("crate-name").filter(|_| !own_model).map(str::to_owned);
    config.crate_name = one(arguments, "crate-name").or(own_name);
    if let Some(version) = setting("crate-version").filter(|_| !own_model) {
        version.clone_into(&mut config.crate_version);
    }
    let own_protocol = setting("protocol").filter(|_| !own_model).map(str::to_owned);
    config.protocol = one(arguments, "protocol").or(own_protocol);
    config.protocol_tests = arguments.try_get_one("protocol-tests").ok().flatten().copied().unwrap_or(false);
    let output =
        path(arguments, "out").unwrap_or_else(|| below_root(setting("output").unwrap_or("generated")));
    let runtime = setting("runtime").map(below_root);
    config.runtime = crate::runtime::setting(runtime.as_deref(), &output)?;
    let own_output = below_root(setting("output").unwrap_or("generated"));
    let updated = setting("model").map(below_root).into_iter();
    let updated =
        updated.chain([relative(&root.join("Cargo.toml")), own_output.join("CHANGELOG.md")]).collect();
    Ok(Settings { config, output, runtime, root, updated })
}

const MISSING_MODEL: &str =
    "no model is named: pass `--model FILE`, or set `model` in [workspace.metadata.tinsmith] of Cargo.toml";

/// What cargo knows of the workspace.
fn workspace() -> Result<Value, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo).args(["metadata", "--no-deps", "--format-version", "1"]).output()?;
    if !output.status.success() {
        return Err(Failure(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The path as seen from the current folder, where it is below it.
pub(crate) fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&here).unwrap_or(path).to_owned()
}

fn one(arguments: &ArgMatches, name: &str) -> Option<String> {
    arguments.try_get_one::<String>(name).ok().flatten().cloned()
}

fn path(arguments: &ArgMatches, name: &str) -> Option<PathBuf> {
    arguments.try_get_one::<PathBuf>(name).ok().flatten().cloned()
}

fn many(arguments: &ArgMatches, name: &str) -> Option<Vec<String>> {
    arguments.try_get_many::<String>(name).ok().flatten().map(|values| values.cloned().collect())
}

fn paths(arguments: &ArgMatches, name: &str) -> Option<Vec<PathBuf>> {
    arguments.try_get_many::<PathBuf>(name).ok().flatten().map(|values| values.cloned().collect())
}
