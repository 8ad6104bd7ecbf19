//! Plans of operations.

use super::waiter::WaiterPlan;
use super::{
    Binding, ExamplePlan, OperationCustomization, PaginatorPlan, RequestFeatures, RustPath, StructPlan,
};
use crate::id::ShapeId;

/// An operation.
#[derive(Clone, Debug)]
pub struct OperationPlan {
    /// The name in the model, which is the one on the wire: `DeleteConnection`.
    pub wire_name: String,
    /// The Rust name: `DeleteConnection`.
    pub name: String,
    /// Its module, and the method of the client: `delete_connection`.
    pub module: String,
    /// The type: `crate::operation::delete_connection::DeleteConnection`.
    pub path: RustPath,
    /// The error: `crate::operation::delete_connection::DeleteConnectionError`.
    pub error: RustPath,
    /// The static with the schema: `crate::operation::delete_connection::OPERATION_SCHEMA`.
    pub schema: RustPath,
    /// The fluent builder: `crate::operation::delete_connection::builders::DeleteConnectionFluentBuilder`.
    pub fluent_builder: RustPath,
    /// The shape.
    pub id: ShapeId,
    /// Documentation in Markdown.
    pub doc: String,
    /// The first sentence of the documentation, on one line.
    pub summary: String,
    /// True if the summary contains more than the name.
    pub is_documented: bool,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// Its input; without fields if the model has none.
    pub input: StructPlan,
    /// True if the model has an input, even one without members.
    pub has_input: bool,
    /// Its output; without fields if the model has none.
    pub output: StructPlan,
    /// The errors that the model lists.
    pub errors: Vec<ErrorVariant>,
    /// The endpoint parameters that it sets.
    pub bindings: Vec<Binding>,
    /// Facts that no model contains.
    pub customization: OperationCustomization,
    /// The request features.
    pub request_features: RequestFeatures,
    /// The paginator.
    pub paginator: Option<PaginatorPlan>,
    /// The waiters that call it, in the order of their names.
    pub waiters: Vec<WaiterPlan>,
    /// Calls of it, for documentation.
    pub examples: Vec<ExamplePlan>,
}

/// An error of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorVariant {
    /// The type, whose name is the variant's.
    pub path: RustPath,
    /// The static with its schema.
    pub schema: RustPath,
    /// The codes on the wire: the name of the shape and that of AWS Query, where it differs.
    pub codes: Vec<String>,
    /// The name in snake case, for `is_...`.
    pub stem: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// `Some(throttling)` if it may be retried.
    pub retryable: Option<bool>,
}
