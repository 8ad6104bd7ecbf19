//! `cargo xtask diff`

use std::path::PathBuf;

use clap::ArgMatches;
use tinsmith::diff::{self, Class, Report};
use tinsmith::model::Model;
use tinsmith::{Config, Diagnostics, Selection};

use crate::{Failure, terminal};

/// Compares two models and prints what changes; fails when a class is among it that was asked for.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let rendered = |findings: Diagnostics| Failure(findings.render(terminal::colour()));
    let old = model(arguments, "old").map_err(rendered)?;
    let new = model(arguments, "new").map_err(rendered)?;
    let config = Config { selection: selection(arguments), ..Config::new("") };
    let report = diff::compare(&old, &new, &config).map_err(rendered)?;
    terminal::print(&match arguments.get_one::<String>("format").map(String::as_str) {
        Some("json") => diff::json(&report),
        Some("markdown") => diff::markdown(&report, 2),
        _ => diff::text(&report, terminal::colour_out()),
    })?;
    denied(arguments, &report)
}

fn model(arguments: &ArgMatches, which: &str) -> Result<Model, Diagnostics> {
    let path: PathBuf = arguments.get_one(which).cloned().unwrap_or_default();
    let own = format!("{which}-overlay");
    let overlays = ["overlay", own.as_str()].into_iter();
    let overlays = overlays.flat_map(|name| arguments.get_many::<PathBuf>(name).into_iter().flatten());
    let overlays = overlays.cloned().collect();
    tinsmith::load(&Config { overlays, ..Config::new(path) })
}

fn selection(arguments: &ArgMatches) -> Selection {
    let names: Vec<String> = arguments.get_many("operations").into_iter().flatten().cloned().collect();
    if names.is_empty() || names == ["all"] { Selection::All } else { Selection::Named(names) }
}

/// The classes that were denied and are there.
fn denied(arguments: &ArgMatches, report: &Report) -> Result<(), Failure> {
    let denied: Vec<&String> = arguments.get_many("deny").into_iter().flatten().collect();
    let is_denied = |class: &Class| denied.iter().any(|name| *name == class.name());
    let found: Vec<String> = Class::ALL
        .into_iter()
        .filter(is_denied)
        .filter(|class| report.of(*class).next().is_some())
        .map(|class| format!("`{}`", class.name()))
        .collect();
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure(format!("\nthere are changes of the class {}, which is denied", found.join(" and "))))
}
