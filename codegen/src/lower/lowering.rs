//! The state of lowering: the decisions that all items share, and the diagnostics so far.

use std::collections::{BTreeMap, BTreeSet};

use super::derivability::Derivability;
use super::naming::Names;
use super::reach::Usages;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::id::MemberId;
use crate::model::Model;
use crate::model::derive::Dependencies;
use crate::plan::Protocol;

/// The maximum depth of lists and maps without a structure between them.
pub(super) const MAX_NESTING: usize = 32;

/// The decisions that all items share, and the diagnostics so far.
pub(super) struct Lowering<'m> {
    pub(super) model: &'m Model,
    /// The protocol, whose traits schemas get.
    pub(super) protocol: Protocol,
    /// The Rust items of data shapes.
    pub(super) names: &'m Names,
    /// The members that must be boxed.
    pub(super) boxed: &'m BTreeSet<MemberId>,
    /// The messages that hold each shape.
    pub(super) usages: &'m Usages,
    /// The traits of the standard library that shapes can derive.
    pub(super) derivability: &'m Derivability<'m>,
    /// The crates of derive macros that the service declares.
    pub(super) dependencies: &'m Dependencies,
    /// The names of the waiters so far, by module.
    pub(super) waiter_names: BTreeMap<String, String>,
    /// Parts of the model that are left out.
    pub(super) warnings: Vec<Diagnostic>,
    /// Errors of the model.
    pub(super) diagnostics: Diagnostics,
}

impl Lowering<'_> {
    /// Returns the value of a result, or collects its error.
    pub(super) fn report<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        self.diagnostics.report(result)
    }
}
