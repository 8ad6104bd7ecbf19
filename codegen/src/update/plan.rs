//! The update of a model and its crate.

use crate::canonical::{Prose, to_json};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::diff::{self, Report};
use crate::model::Model;
use crate::output::GeneratedCrate;
use crate::setting::Setting;
use crate::{generate_from, load_from, pass, read, read_model};

/// An update of a model and its crate.
#[derive(Clone, Debug)]
pub struct Update {
    /// The changes for users of the crate.
    pub report: Report,
    /// The canonical text of the new model; without the prose of its source, unless the old model has prose.
    pub model: String,
    /// The new version of the crate.
    pub version: String,
    /// The new crate.
    pub generated: GeneratedCrate,
}

/// Plans the replacement of the model of `config` with an import of the model `new`, with the same overlays. The import keeps
/// its prose if the old model has prose. `source` is the name of the new model in messages.
pub fn plan(new: &Model, source: &str, config: &Config) -> Result<Update, Diagnostics> {
    let old = read_model(config)?;
    pass::validate(new)?;
    check_service(&old, new, source)?;
    let model = to_json(new, prose(&old));
    let new = overlaid(&model, config)?;
    let old = load_from(old, config).map_err(diff::invalid_old)?;
    let report = diff::compare(&old, &new, config)?;
    let version = match report.step() {
        None => config.crate_version.clone(),
        Some(step) => diff::next(&config.crate_version, step).ok_or_else(|| not_a_version(config))?,
    };
    let config = Config { crate_version: version.clone(), ..config.clone() };
    let generated = generate_from(&new, &config)?;
    Ok(Update { report, model, version, generated })
}

/// Checks that the newer model is of the same service.
fn check_service(old: &Model, new: &Model, source: &str) -> Result<(), Diagnostic> {
    match (old.sdk_id(), new.sdk_id()) {
        (Some(old), Some(new)) if old != new => Err(Diagnostic::error(format!(
            "`{source}` is a model of {new}, but the model of the crate is of {old}"
        ))
        .with_help(format!("pass a model of {old}"))),
        _ => Ok(()),
    }
}

/// Returns the prose that a model was written with.
fn prose(model: &Model) -> Prose {
    let is_bare = to_json(model, Prose::Keep) == to_json(model, Prose::Drop);
    if is_bare { Prose::Drop } else { Prose::Keep }
}

/// Reads the model as a later run does: from the canonical text, with the name of the configured file.
fn overlaid(text: &str, config: &Config) -> Result<Model, Diagnostics> {
    load_from(read::text(&config.model.display().to_string(), text)?, config)
}

fn not_a_version(config: &Config) -> Diagnostic {
    Diagnostic::error(format!("the crate version `{}` cannot be bumped automatically", config.crate_version))
        .or_at(config.positions.of(Setting::CrateVersion, &config.crate_version))
        .with_help("write `crate-version` in the settings in Cargo.toml as three numbers: `0.1.0`")
}
