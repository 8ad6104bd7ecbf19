//! Plans of data types.

use super::{AttributePlan, DefaultValue, Derives, RustPath, RustType, SchemaNode};

/// Which way values of a type travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Travel {
    /// In requests, so that it must be written.
    pub sent: bool,
    /// In responses, so that it must be read.
    pub received: bool,
}

/// What a structure is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructRole {
    /// The value of a member.
    Plain,
    /// The input of an operation.
    Input,
    /// The output of an operation; it carries the request id.
    Output,
    /// An error, with the code that it has on the wire; it carries error metadata.
    Error {
        /// The code.
        code: String,
        /// `Some(throttling)` when it may be retried.
        retryable: Option<bool>,
        /// Whether the server is to blame.
        server: bool,
    },
}

/// A structure with its builder.
#[derive(Clone, Debug)]
pub struct StructPlan {
    /// Where the type is public: `crate::types::Tag`.
    pub path: RustPath,
    /// The module of the file that defines it, such as `tag`.
    pub module: String,
    /// The name of the builder.
    pub builder: String,
    /// The static with the schema: `TAG`.
    pub schema: String,
    /// The absolute shape id, in its two parts.
    pub id: (String, String),
    /// What it is for.
    pub role: StructRole,
    /// Which way it travels.
    pub travel: Travel,
    /// Documentation in Markdown.
    pub doc: String,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// The fields in the order of the model.
    pub fields: Vec<FieldPlan>,
    /// What it derives.
    pub derives: Derives,
}

impl StructPlan {
    /// Whether the builder may fail: a required field may be missing.
    #[must_use]
    pub fn fallible(&self) -> bool {
        self.fields.iter().any(|field| field.presence == Presence::Required)
    }

    /// Whether `Debug` must hide a field.
    #[must_use]
    pub fn redacted(&self) -> bool {
        self.fields.iter().any(|field| field.sensitive)
    }
}

/// Whether a field is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `Option<T>`.
    Optional,
    /// `T`; the builder insists on it. A response that lacks it gets the empty value.
    Required,
    /// `T`; a value stands in for one that is not given. `sent` tells whether it is written even then.
    Default {
        /// The value.
        value: DefaultValue,
        /// Whether the default itself is written.
        sent: bool,
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
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// The type of the value, without `Option`.
    pub ty: RustType,
    /// Whether it is there.
    pub presence: Presence,
    /// Whether a request without it is refused.
    pub required_input: bool,
    /// Whether `Debug` hides it.
    pub sensitive: bool,
    /// What protocols must know of it.
    pub schema: SchemaNode,
    /// Attributes for derives of other crates.
    pub attributes: Vec<AttributePlan>,
}

/// An enum of text.
#[derive(Clone, Debug)]
pub struct EnumPlan {
    /// Where it is public.
    pub path: RustPath,
    /// The module of the file that defines it.
    pub module: String,
    /// The absolute shape id, in its two parts.
    pub id: (String, String),
    /// Documentation in Markdown.
    pub doc: String,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// The values in the order of the model.
    pub variants: Vec<VariantPlan<String>>,
    /// Whether `Debug` hides the value.
    pub sensitive: bool,
    /// What it derives.
    pub derives: Derives,
}

/// Names for integers.
#[derive(Clone, Debug)]
pub struct IntEnumPlan {
    /// Where it is public.
    pub path: RustPath,
    /// The module of the file that defines it.
    pub module: String,
    /// The absolute shape id, in its two parts.
    pub id: (String, String),
    /// Documentation in Markdown.
    pub doc: String,
    /// Why not to use it any more.
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
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// Attributes for derives of other crates.
    pub attributes: Vec<AttributePlan>,
}

/// A union: exactly one of its variants.
#[derive(Clone, Debug)]
pub struct UnionPlan {
    /// Where it is public.
    pub path: RustPath,
    /// The module of the file that defines it.
    pub module: String,
    /// The static with the schema.
    pub schema: String,
    /// The absolute shape id, in its two parts.
    pub id: (String, String),
    /// Documentation in Markdown.
    pub doc: String,
    /// Why not to use it any more.
    pub deprecated: Option<String>,
    /// Which way it travels.
    pub travel: Travel,
    /// The variants in the order of the model; `name` is the variant's, `stem` the accessors'.
    pub variants: Vec<FieldPlan>,
    /// What it derives.
    pub derives: Derives,
}

impl UnionPlan {
    /// Whether `Debug` must hide a variant.
    #[must_use]
    pub fn redacted(&self) -> bool {
        self.variants.iter().any(|variant| variant.sensitive)
    }
}
