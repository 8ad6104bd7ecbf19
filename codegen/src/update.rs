//! A newer model in the location of the one that a crate is generated from: what changes, and every text that follows.
//!
//! [`plan`] is pure: it reads, and leaves writing to its caller, so that showing an update and making it are the same.

mod changelog;
mod setting;

pub use changelog::with_entry;
pub use setting::{SettingError, with_setting};

use std::path::Path;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::diff::{self, Report};
use crate::model::Model;
use crate::output::GeneratedCrate;
use crate::write::{Prose, to_json};
use crate::{generate_from, load, pass, read};

/// What an update consists of.
#[derive(Clone, Debug)]
pub struct Update {
    /// What changes for users of the crate.
    pub report: Report,
    /// The canonical text of the new model; without the prose of its source, unless the model before has its own.
    pub model: String,
    /// The version of the crate from now on.
    pub version: String,
    /// The crate.
    pub generated: GeneratedCrate,
}

/// Imports `source` in the location of the model that `config` names, with the same overlays. Who has imported the model before
/// with its prose gets that of the new one as well.
pub fn plan(source: &Path, config: &Config) -> Result<Update, Diagnostics> {
    let old = load(config)?;
    let imported = read::model(source)?;
    pass::link(&imported)?;
    let model = to_json(&imported, prose(&read::model(&config.model)?));
    let new = overlaid(&model, config)?;
    let report = diff::compare(&old, &new, config)?;
    let version = match report.step() {
        None => config.crate_version.clone(),
        Some(step) => diff::next(&config.crate_version, step).ok_or_else(|| not_a_version(config))?,
    };
    let config = Config { crate_version: version.clone(), ..config.clone() };
    let generated = generate_from(&new, &config)?;
    Ok(Update { report, model, version, generated })
}

/// Whether a model was written with its prose.
fn prose(model: &Model) -> Prose {
    let is_bare = to_json(model, Prose::Keep) == to_json(model, Prose::Drop);
    if is_bare { Prose::Drop } else { Prose::Keep }
}

/// The model as a later run reads it: from the canonical text, under the name of the configured file.
fn overlaid(text: &str, config: &Config) -> Result<Model, Diagnostics> {
    let mut model = read::text(&config.model.display().to_string(), text)?;
    read::overlays(&mut model, &config.overlays)?;
    pass::link(&model)?;
    Ok(model)
}

fn not_a_version(config: &Config) -> Diagnostic {
    Diagnostic::error(format!("the version `{}` of the crate cannot go up by itself", config.crate_version))
        .with_help("write `crate-version` in [workspace.metadata.tinsmith] as three numbers: `0.1.0`")
}
