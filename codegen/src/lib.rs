//! Generates small, idiomatic Rust client crates from AWS service models.
//!
//! ```text
//! bytes -> read -> Model -> pass (validate, select) -> lower -> Plan -> emit -> tokens -> output -> files -> write | check
//! ```
//!
//! [`generate`] returns the files of a crate in memory; [`write`](output::write) writes them, and [`check`](output::check)
//! compares them with a folder.
//!
//! ```no_run
//! use tinsmith::{Config, generate, output};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let config = Config::new("model/directconnect-2012-10-25.json");
//! let generated = generate(&config)?;
//! output::write(&generated, "generated".as_ref())?;
//! # Ok(())
//! # }
//! ```

pub mod build;
pub mod canonical;
pub mod config;
pub mod diagnostic;
pub mod diff;
mod doc;
mod emit;
pub mod id;
pub mod inspect;
pub mod lower;
pub mod model;
pub mod name;
pub mod output;
pub mod pass;
pub mod plan;
pub mod read;
pub mod setting;
pub mod source;
mod standard_trait;
pub mod update;

pub use config::{Config, Runtime};
pub use diagnostic::{Diagnostic, Diagnostics};
pub use output::{GeneratedCrate, Summary};
pub use pass::Selection;

use model::Model;
use setting::Setting;

/// Generates the crate of the selected operations from a model and its overlays. Nothing is written.
pub fn generate(config: &Config) -> Result<GeneratedCrate, Diagnostics> {
    generate_from(&load(config)?, config)
}

/// Reads a model and its overlays, and checks its references, names and derives.
pub fn load(config: &Config) -> Result<Model, Diagnostics> {
    load_from(read_model(config)?, config)
}

/// Reads the model without its overlays. An error without a place gets that of the setting.
pub(crate) fn read_model(config: &Config) -> Result<Model, Diagnostics> {
    let position = config.positions.of(Setting::Model, &config.model.to_string_lossy());
    read::model(&config.model).map_err(|errors| errors.or_at(position))
}

/// Applies the overlays to a model that was read from elsewhere, and checks its references, names and derives.
pub fn load_from(mut model: Model, config: &Config) -> Result<Model, Diagnostics> {
    read::overlays(&mut model, &config.overlays, &config.positions)?;
    pass::validate(&model)?;
    Ok(model)
}

/// Generates a crate from a model that [`load`] has read.
pub fn generate_from(model: &Model, config: &Config) -> Result<GeneratedCrate, Diagnostics> {
    let selected = pass::select(model, &config.selection, &config.positions)?;
    let plan = lower::lower(model, &selected, config)?;
    let (files, summary) = (output::assemble(&plan), Summary::of(&plan));
    let warnings = [model.warnings.clone(), selected.warnings, plan.warnings].concat();
    Ok(GeneratedCrate { files, summary, warnings })
}
