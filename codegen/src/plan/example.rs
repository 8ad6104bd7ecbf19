//! Calls for documentation.

use super::StructValue;

/// A call of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamplePlan {
    /// Documentation in Markdown: the title and the documentation of the model.
    pub doc: String,
    /// The input.
    pub input: StructValue,
}
