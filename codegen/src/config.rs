//! The configuration of a generation.

use std::path::PathBuf;

use crate::pass::Selection;

/// The inputs of a generation.
#[derive(Clone, Debug)]
pub struct Config {
    /// The model: a Smithy JSON AST, or a botocore folder.
    pub model: PathBuf,
    /// Overlays in the order in which they take effect.
    pub overlays: Vec<PathBuf>,
    /// The operations.
    pub selection: Selection,
    /// The name of the generated package; derived from the service's id if absent.
    pub crate_name: Option<String>,
    /// The version of the generated package.
    pub crate_version: String,
    /// The protocol by trait id or the part of it after `#`; the model's choice if absent.
    pub protocol: Option<String>,
    /// True if the tests of the model are generated too.
    pub protocol_tests: bool,
}

impl Config {
    /// The configuration of a crate of all supported operations of a model.
    #[must_use]
    pub fn new(model: impl Into<PathBuf>) -> Self {
        Self {
            model: model.into(),
            overlays: Vec::new(),
            selection: Selection::All,
            crate_name: None,
            crate_version: "0.1.0".to_owned(),
            protocol: None,
            protocol_tests: false,
        }
    }
}
