//! Settings, as diagnostics show them.

use std::collections::BTreeMap;

use crate::diagnostic::Position;

/// A setting of a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// Path of the model.
    Model,
    /// Path of an overlay.
    Overlay,
    /// The list of operations.
    Operations,
    /// Name of an operation.
    Operation,
    /// Name of the package.
    CrateName,
    /// Version of the package.
    CrateVersion,
    /// Default protocol of the client.
    Protocol,
    /// Folder of the generated crate.
    Output,
    /// Folder of the runtime crate.
    Runtime,
}

/// Positions of settings in the file that they were read from.
///
/// A position belongs to a setting with its value, so that the value of an option on the command line has none.
#[derive(Clone, Debug, Default)]
pub struct Positions(BTreeMap<(Setting, String), Position>);

impl Positions {
    /// Adds the position of a setting with the value.
    pub fn insert(&mut self, setting: Setting, value: impl Into<String>, position: Position) {
        self.0.insert((setting, value.into()), position);
    }

    /// Returns the position of a setting, if it has the value.
    #[must_use]
    pub fn of(&self, setting: Setting, value: &str) -> Option<&Position> {
        self.0.get(&(setting, value.to_owned()))
    }
}
