//! The verdict of `diff` on a pair of models, and the generated crates.

use std::path::Path;

use tinsmith::diff::{self, Report};
use tinsmith::lower;
use tinsmith::model::Model;
use tinsmith::plan::Protocol;
use tinsmith::{Config, Diagnostics, GeneratedCrate, Runtime, Selection, generate_from, load};
use xtask_common::workspace;

use crate::pairs::Pair;

/// The report of `diff` on two models, and their crates.
pub(crate) struct Verdict {
    pub(crate) report: Report,
    pub(crate) old: GeneratedCrate,
    pub(crate) new: GeneratedCrate,
}

/// Compares and generates a pair of models. Returns `None` when a service supports no protocol of the generator.
pub(crate) fn of(pair: &Pair, operations: &[String]) -> Result<Option<Verdict>, String> {
    attempt(pair, operations).map_err(|diagnostics| format!("{}: {}", pair.label, diagnostics.render(false)))
}

fn attempt(pair: &Pair, operations: &[String]) -> Result<Option<Verdict>, Diagnostics> {
    let config = |model: &Path| Config {
        crate_name: Some(pair.package()),
        runtime: Runtime::Shared(workspace::runtime()),
        ..Config::new(model)
    };
    let (old_config, new_config) = (config(&pair.old), config(&pair.new));
    let (old, new) = (load(&old_config)?, load(&new_config)?);
    let is_supported = |model: &Model| {
        let protocols = lower::protocols(model);
        protocols.is_empty() || protocols.iter().any(|id| Protocol::parse(id).is_some())
    };
    if !is_supported(&old) || !is_supported(&new) {
        return Ok(None);
    }
    let report = diff::compare(&old, &new, &selecting(&new_config, operations, operations.to_vec()))?;
    let existing = |model: &Model| -> Vec<String> {
        let all = model.operations();
        operations.iter().filter(|name| all.contains_key(name.as_str())).cloned().collect()
    };
    let old_config = selecting(&old_config, operations, existing(&old));
    let new_config = selecting(&new_config, operations, existing(&new));
    let (old, new) = (generate_from(&old, &old_config)?, generate_from(&new, &new_config)?);
    Ok(Some(Verdict { report, old, new }))
}

/// Selects the requested operations that exist in a model, or all when none is requested.
fn selecting(config: &Config, requested: &[String], existing: Vec<String>) -> Config {
    let selection = if requested.is_empty() { Selection::All } else { Selection::Named(existing) };
    Config { selection, ..config.clone() }
}

impl Verdict {
    /// Returns true when the crates differ in comments only.
    pub(crate) fn is_same_code(&self) -> bool {
        code(&self.old).eq(code(&self.new))
    }
}

/// Lines of code with their files, without comments.
fn code(generated: &GeneratedCrate) -> impl Iterator<Item = (&str, &str)> {
    let sources = generated.files.iter().filter(|(path, _)| path.starts_with("src/"));
    let lines = sources.flat_map(|(path, text)| text.lines().map(move |line| (path.as_str(), line.trim())));
    lines.filter(|(_, line)| !line.starts_with("//"))
}
