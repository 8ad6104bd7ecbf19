//! Causes to leave out a waiter.

use crate::diagnostic::Diagnostic;

/// The cause to leave out a waiter.
pub(super) enum Refusal {
    /// An error of the model.
    Invalid(Diagnostic),
    /// A part of the model that is not supported.
    Unsupported(Diagnostic),
}

impl From<Diagnostic> for Refusal {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Invalid(diagnostic)
    }
}
