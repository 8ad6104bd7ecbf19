//! Plans of data types.

use super::{AttributePlan, DefaultValue, Derives, RustPath, RustType, SchemaNode, SchemaTrait};
use crate::id::ShapeId;

/// The messages that hold values of a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Requests, so that it must be written.
    pub input: bool,
    /// Responses, so that it must be read.
    pub output: bool,
}

/// The role of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructRole {
    /// The value of a member.
    Plain,
    /// The input of an operation.
    Input,
    /// The output of an operation; it carries the request id.
    Output,
    /// An error with its code on the wire; it carries error metadata.
    Error {
        /// The code.
        code: String,
        /// `Some(throttling)` if it may be retried.
        retryable: Option<bool>,
        /// True for a fault of the server.
        is_server_fault: bool,
        /// The member `message`, if it is a string. One with another name on the wire is in the metadata only.
        message: Option<MessagePlan>,
    },
}

/// The message of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessagePlan {
    /// True if it is an `Option`.
    pub is_optional: bool,
    /// True if errors must not show it.
    pub is_sensitive: bool,
}

/// A structure with its builder.
#[derive(Clone, Debug)]
pub struct StructPlan {
    /// The public path of the type: `crate::types::Tag`.
    pub path: RustPath,
    /// The module of the file that defines it, such as `tag`.
    pub module: String,
    /// The builder: `crate::types::builders::TagBuilder`.
    pub builder: RustPath,
    /// The static with the schema: `crate::types::tag::TAG_SCHEMA`.
    pub schema: RustPath,
    /// The traits of the schema.
    pub schema_traits: Vec<SchemaTrait>,
    /// The shape.
    pub id: ShapeId,
    /// The role.
    pub role: StructRole,
    /// True for an output or error with an extended request id.
    pub has_extended_request_id: bool,
    /// The messages that hold it.
    pub usage: Usage,
    /// Documentation in Markdown.
    pub doc: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// The fields in the order of the model.
    pub fields: Vec<FieldPlan>,
    /// The derives.
    pub derives: Derives,
}

impl StructPlan {
    /// Returns true if `build` returns a `Result`: a required field may be missing. `build` of an input always does, as in
    /// the official crates.
    #[must_use]
    pub fn is_build_fallible(&self) -> bool {
        self.role == StructRole::Input || self.fields.iter().any(|field| field.presence == Presence::Required)
    }

    /// Returns the field with the body of the request or response, if that is a stream.
    #[must_use]
    pub fn stream(&self) -> Option<&FieldPlan> {
        self.fields.iter().find(|field| field.ty.is_stream())
    }

    /// Returns true if `Debug` must hide a field.
    #[must_use]
    pub fn hides_fields(&self) -> bool {
        self.fields.iter().any(|field| field.is_sensitive)
    }
}

/// The presence of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `Option<T>`.
    Optional,
    /// `T`; the builder fails without it. If a response lacks it, it gets the empty value.
    Required,
    /// `T`, with a default.
    Default {
        /// The default.
        value: DefaultValue,
        /// True if the default itself is written.
        is_sent: bool,
        /// True if the model requires the member.
        is_required: bool,
    },
}

/// A field of a structure.
#[derive(Clone, Debug)]
pub struct FieldPlan {
    /// The Rust name: `aws_device`.
    pub name: String,
    /// The name without `r#`, for `set_` and `get_`.
    pub stem: String,
    /// The name on the wire: `awsDevice`.
    pub wire_name: String,
    /// Documentation in Markdown.
    pub doc: String,
    /// The first sentence of the documentation.
    pub summary: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// The type of the value, without `Option`.
    pub ty: RustType,
    /// The presence.
    pub presence: Presence,
    /// True if the field is an `Option` that the model requires: `check_input` refuses an input without it. A field whose presence
    /// is `Required` is refused by `build`.
    pub is_checked: bool,
    /// True if `Debug` hides it.
    pub is_sensitive: bool,
    /// The schema for protocols.
    pub schema: SchemaNode,
    /// Attributes for derives of other crates.
    pub attributes: Vec<AttributePlan>,
}

/// An enum of strings.
#[derive(Clone, Debug)]
pub struct EnumPlan {
    /// The public path.
    pub path: RustPath,
    /// The module of the file that defines it.
    pub module: String,
    /// The shape.
    pub id: ShapeId,
    /// Documentation in Markdown.
    pub doc: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// The values in the order of the model.
    pub variants: Vec<VariantPlan<String>>,
    /// True if `Debug` hides the value.
    pub is_sensitive: bool,
    /// The derives.
    pub derives: Derives,
}

/// Names for integers.
#[derive(Clone, Debug)]
pub struct IntEnumPlan {
    /// The public path.
    pub path: RustPath,
    /// The module of the file that defines it.
    pub module: String,
    /// The shape.
    pub id: ShapeId,
    /// Documentation in Markdown.
    pub doc: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// The values in the order of the model.
    pub variants: Vec<VariantPlan<i32>>,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct VariantPlan<T> {
    /// The Rust name.
    pub name: String,
    /// The value on the wire.
    pub value: T,
    /// Documentation in Markdown.
    pub doc: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// Attributes for derives of other crates.
    pub attributes: Vec<AttributePlan>,
}

/// A union: exactly one of its variants.
#[derive(Clone, Debug)]
pub struct UnionPlan {
    /// The public path.
    pub path: RustPath,
    /// The module of the file that defines it.
    pub module: String,
    /// The static with the schema.
    pub schema: RustPath,
    /// The traits of the schema.
    pub schema_traits: Vec<SchemaTrait>,
    /// The shape.
    pub id: ShapeId,
    /// Documentation in Markdown.
    pub doc: String,
    /// The deprecation note.
    pub deprecated: Option<String>,
    /// The messages that hold it.
    pub usage: Usage,
    /// The error of an event stream, whose variants the union does not have.
    pub event_error: Option<RustPath>,
    /// The variants in the order of the model; `name` is the variant's, `stem` the accessors'.
    pub variants: Vec<FieldPlan>,
    /// The derives.
    pub derives: Derives,
}

impl UnionPlan {
    /// Returns true if `Debug` must hide a variant.
    #[must_use]
    pub fn hides_fields(&self) -> bool {
        self.variants.iter().any(|variant| variant.is_sensitive)
    }
}
