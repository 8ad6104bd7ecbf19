//! The command `diff`.

use std::path::PathBuf;

use tinsmith::diff::{self, Class, Report};
use tinsmith::model::Model;
use tinsmith::{Config, Selection};

use crate::options::{DiffFormat, DiffOptions, ModelSource};
use crate::{Failure, settings, source, terminal};

/// Compares two models and prints the changes. Fails when there is a change of a denied class.
pub(crate) fn run(options: &DiffOptions) -> Result<(), Failure> {
    if options.old.is_standard_input() && options.new.is_standard_input() {
        return Err(terminal::refused("OLD and NEW are both standard input", "name a file for one of them"));
    }
    let old = model(&options.old, &options.overlays, &options.old_overlays)?;
    let new = model(&options.new, &options.overlays, &options.new_overlays)?;
    let selection = match options.operations.as_slice() {
        [] => Selection::All,
        names => settings::selection(names),
    };
    let config = Config { selection, ..Config::new("") };
    let report = diff::compare(&old, &new, &config).map_err(terminal::rendered)?;
    terminal::print(&match options.format {
        DiffFormat::Text => diff::text(&report, terminal::colour_out()),
        DiffFormat::Json => diff::json(&report),
        DiffFormat::Markdown => diff::markdown(&report, 2),
    })?;
    check_denied(&options.deny, &report)
}

/// Reads a model with the common overlays, followed by those of its side.
fn model(source: &ModelSource, common: &[PathBuf], side: &[PathBuf]) -> Result<Model, Failure> {
    let config = Config { overlays: [common, side].concat(), ..Config::new(&source.path) };
    source::load(&config, Some(source))
}

fn check_denied(denied: &[Class], report: &Report) -> Result<(), Failure> {
    let found: Vec<String> = Class::ALL
        .into_iter()
        .filter(|class| denied.contains(class) && report.of(*class).next().is_some())
        .map(|class| format!("`{}`", class.name()))
        .collect();
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure(format!("\nthere are changes of the class {}, which is denied", found.join(" and "))))
}
