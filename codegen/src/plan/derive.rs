//! Derives of types.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::standard_trait::StandardTrait;

/// The derives of a type besides `Clone`, `Debug` and `PartialEq`, which types with streams do not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derives {
    /// True if the type is neither `Clone` nor `PartialEq`, because it holds a stream.
    pub holds_stream: bool,
    /// Traits of the standard library.
    pub standard: BTreeSet<StandardTrait>,
    /// The causes that keep the type from a trait that it would derive by itself, or that an overlay asks for.
    pub causes: BTreeMap<StandardTrait, CausePlan>,
    /// Macros of other crates, in the order of the overlay.
    pub macros: Vec<MacroPlan>,
    /// Attributes of the type for these macros.
    pub attributes: Vec<AttributePlan>,
}

impl Derives {
    /// Returns true if the type implements the trait.
    #[must_use]
    pub fn has(&self, standard: StandardTrait) -> bool {
        self.standard.contains(&standard)
    }
}

/// The cause that keeps a type from a trait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CausePlan {
    /// The fields that lead to it: `Connection.tags -> Tag.value`; none for the type itself.
    pub path: Option<String>,
    /// The obstacle at the end of the path: `is a map`.
    pub what: String,
    /// The type that could implement the trait, and would have to do so first.
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
    /// The feature that enables it.
    pub cargo_feature: Option<String>,
}

/// An attribute for such a derive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttributePlan {
    /// The text between the brackets: `schemars(skip)`.
    pub text: String,
    /// The feature that enables it.
    pub cargo_feature: Option<String>,
}

/// A crate of derive macros, as `Cargo.toml` lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DependencyPlan {
    /// Its name in `Cargo.toml`.
    pub name: String,
    /// Its name in the registry, if that is another.
    pub package: Option<String>,
    /// The version requirement.
    pub version: Option<String>,
    /// Its folder.
    pub path: Option<String>,
    /// Its features.
    pub features: Vec<String>,
    /// True if its default features are enabled.
    pub default_features: bool,
    /// The feature of the generated crate that enables it.
    pub cargo_feature: Option<String>,
}
