//! The generated crate in memory.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::plan::CratePlan;

/// A generated crate in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedCrate {
    /// The text of each file, by its path relative to the crate's folder with `/` as the separator.
    pub files: BTreeMap<String, String>,
    /// Name, version, operations and protocol.
    pub summary: Summary,
    /// Warnings of the generation, for example about a waiter that was left out.
    pub warnings: Vec<Diagnostic>,
}

/// Name, version, operations and protocol of a generated crate, to show to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Name of the package.
    pub name: String,
    /// Version of the package.
    pub version: String,
    /// Number of operations.
    pub operations: usize,
    /// Default protocol of the client, such as `awsJson1_1`; `None` for the runtime crate.
    pub protocol: Option<&'static str>,
}

impl Summary {
    pub(crate) fn of(plan: &CratePlan) -> Self {
        Self {
            name: plan.name.clone(),
            version: plan.version.clone(),
            operations: plan.operations.len(),
            protocol: Some(plan.service.protocol.name()),
        }
    }
}
