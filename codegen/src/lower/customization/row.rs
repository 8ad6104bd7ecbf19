//! Rows of the table of customizations.

use super::fact::{Correction, OperationFact, ServiceFact};

/// A fact about a service that no model contains.
pub(super) struct Row {
    /// The service id of the model: `Route 53`.
    pub(super) service: &'static str,
    /// The operations that the fact is about.
    pub(super) operations: Operations,
    /// The fact.
    pub(super) kind: Kind,
}

/// Operations of a service.
#[derive(Clone, Copy)]
pub(super) enum Operations {
    /// All operations that the fact can apply to.
    All,
    /// Operations by name.
    Named(&'static [&'static str]),
}

/// A fact, by the place that it is lowered into.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A trait or member that the model lacks.
    Correction(Correction),
    /// A part of the plan of an operation.
    Operation(OperationFact),
    /// A part of the plan of the service.
    Service(ServiceFact),
}

impl Row {
    /// Returns true if the fact is about the operation `name`.
    pub(super) fn is_about(&self, name: &str) -> bool {
        match self.operations {
            Operations::All => true,
            Operations::Named(names) => names.contains(&name),
        }
    }
}
