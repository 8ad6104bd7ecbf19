//! What types derive.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use crate::model::derive::Standard;

/// Which traits a type derives beside `Clone`, `Debug` and `PartialEq`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derives {
    /// Traits of the standard library.
    pub standard: BTreeSet<Standard>,
    /// What keeps the type from a trait that it would derive by itself, or by an overlay's wish.
    pub causes: BTreeMap<Standard, CausePlan>,
    /// Macros of other crates, in the order of the overlay.
    pub macros: Vec<MacroPlan>,
    /// Attributes of the type that they read.
    pub attributes: Vec<AttributePlan>,
}

impl Derives {
    /// Whether the type implements the trait.
    #[must_use]
    pub fn has(&self, standard: Standard) -> bool {
        self.standard.contains(&standard)
    }
}

/// What keeps a type from a trait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CausePlan {
    /// The fields that lead to it: `Connection.tags -> Tag.value`; none where it is the type itself.
    pub path: Option<String>,
    /// What is found there: `is a map`.
    pub what: String,
    /// The type that would have to implement the trait first, and could.
    pub first: Option<String>,
}

impl fmt::Display for CausePlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "`{path}` {}", self.what),
            None => write!(f, "it {}", self.what),
        }
    }
}

/// A derive of another crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MacroPlan {
    /// The path, with the crate: `schemars::JsonSchema`.
    pub path: String,
    /// The feature without which it is not there.
    pub feature: Option<String>,
}

/// An attribute for such a derive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttributePlan {
    /// What stands between the brackets: `schemars(skip)`.
    pub text: String,
    /// The feature without which it is not there.
    pub feature: Option<String>,
}

/// A crate that derives come from, as the manifest has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DependencyPlan {
    /// Its name in the manifest.
    pub name: String,
    /// Its name in the registry, where that is another.
    pub package: Option<String>,
    /// The versions that will do.
    pub version: Option<String>,
    /// Its folder.
    pub path: Option<String>,
    /// Its features.
    pub features: Vec<String>,
    /// Whether its default features are wanted.
    pub default_features: bool,
    /// The feature of the generated crate that brings it in.
    pub feature: Option<String>,
}
