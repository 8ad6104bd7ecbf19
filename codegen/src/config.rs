//! The configuration of a generation.

use std::path::PathBuf;

use crate::pass::Selection;
use crate::setting::Positions;

/// Inputs of a generation.
#[derive(Clone, Debug)]
pub struct Config {
    /// The model: a Smithy JSON AST, or a botocore folder.
    pub model: PathBuf,
    /// Overlays in the order in which they take effect.
    pub overlays: Vec<PathBuf>,
    /// The selected operations.
    pub selection: Selection,
    /// The name of the generated package; derived from the service's id if absent.
    pub crate_name: Option<String>,
    /// The version of the generated package.
    pub crate_version: String,
    /// Allows the package to be published to a registry.
    pub publish: bool,
    /// The protocol, as a trait id or the part of it after `#`; by default, the first one that the model lists.
    pub protocol: Option<String>,
    /// Also generates the protocol tests of the model.
    pub protocol_tests: bool,
    /// Location of the runtime crate.
    pub runtime: Runtime,
    /// Positions of these settings in the file that they were read from, for diagnostics.
    pub positions: Positions,
}

/// Location of the runtime crate that a generated crate depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Runtime {
    /// `runtime/` inside of the output folder. It is written with the crate and is a package of its own.
    #[default]
    Inside,
    /// A folder that crates share, as a path relative to the output folder with `/` between its parts.
    /// [`output::runtime`](crate::output::runtime) returns the files to write there.
    Shared(String),
}

impl Config {
    /// Selects all supported operations of a model, with default settings.
    #[must_use]
    pub fn new(model: impl Into<PathBuf>) -> Self {
        Self {
            model: model.into(),
            overlays: Vec::new(),
            selection: Selection::All,
            crate_name: None,
            crate_version: "0.1.0".to_owned(),
            publish: false,
            protocol: None,
            protocol_tests: false,
            runtime: Runtime::default(),
            positions: Positions::default(),
        }
    }
}
