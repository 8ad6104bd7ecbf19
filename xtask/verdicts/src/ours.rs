//! The verdict that is judged, and the crates that it is about.

use std::path::Path;

use tinsmith::diff::{self, Report};
use tinsmith::lower;
use tinsmith::model::Model;
use tinsmith::plan::Protocol;
use tinsmith::{Config, Diagnostics, GeneratedCrate, Selection, generate_from, load};

use crate::pairs::Pair;

/// What `diff` says of two models, and their crates.
pub(crate) struct Ours {
    pub(crate) report: Report,
    pub(crate) old: GeneratedCrate,
    pub(crate) new: GeneratedCrate,
}

/// `None` where one of the services speaks no protocol of which a crate can be made.
pub(crate) fn verdict(pair: &Pair, operations: &[String]) -> Result<Option<Ours>, String> {
    attempt(pair, operations).map_err(|findings| format!("{}: {}", pair.label, findings.render(false)))
}

fn attempt(pair: &Pair, operations: &[String]) -> Result<Option<Ours>, Diagnostics> {
    let config = |model: &Path| Config { crate_name: Some(pair.package()), ..Config::new(model) };
    let (old_config, new_config) = (config(&pair.old), config(&pair.new));
    let (old, new) = (load(&old_config)?, load(&new_config)?);
    let is_spoken = |model: &Model| {
        let protocols = lower::protocols(model);
        protocols.is_empty() || protocols.iter().any(|id| Protocol::parse(id).is_some())
    };
    if !is_spoken(&old) || !is_spoken(&new) {
        return Ok(None);
    }
    let report = diff::compare(&old, &new, &selecting(&new_config, operations, operations.to_vec()))?;
    let there = |model: &Model| -> Vec<String> {
        let all = model.operations();
        operations.iter().filter(|name| all.contains_key(name.as_str())).cloned().collect()
    };
    let old_config = selecting(&old_config, operations, there(&old));
    let new_config = selecting(&new_config, operations, there(&new));
    let (old, new) = (generate_from(&old, &old_config)?, generate_from(&new, &new_config)?);
    Ok(Some(Ours { report, old, new }))
}

/// Those operations that a model has of the ones asked for, or all where none is asked for.
fn selecting(config: &Config, asked: &[String], there: Vec<String>) -> Config {
    let selection = if asked.is_empty() { Selection::All } else { Selection::Named(there) };
    Config { selection, ..config.clone() }
}

impl Ours {
    /// Whether both crates have the same code: nothing but comments differs.
    pub(crate) fn is_same_code(&self) -> bool {
        code(&self.old).eq(code(&self.new))
    }
}

fn code(generated: &GeneratedCrate) -> impl Iterator<Item = (&str, &str)> {
    let sources = generated.files.iter().filter(|(path, _)| path.starts_with("src/"));
    let lines = sources.flat_map(|(path, text)| text.lines().map(move |line| (path.as_str(), line.trim())));
    lines.filter(|(_, line)| !line.starts_with("//"))
}
