//! Shapes, members and references.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::traits::{Traits, id};
use crate::id::{MemberId, ShapeId};
use crate::source::{Location, Value};

/// One shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its id.
    pub id: ShapeId,
    /// Its kind.
    pub kind: ShapeKind,
    /// Its members in the order of the model: fields of a structure, variants of a union, values of an enum, `member` of a list,
    /// `key` and `value` of a map.
    pub members: IndexMap<String, Member>,
    /// Its traits.
    pub traits: Traits,
    /// Its location.
    pub location: Location,
}

/// A member of a shape.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its id; the name in it is the wire name.
    pub id: MemberId,
    /// The shape of its value.
    pub target: Reference,
    /// Its traits.
    pub traits: Traits,
    /// Its location.
    pub location: Location,
}

/// Returns true if a member is a stream: a blob that is the body of a message, or an event stream.
#[must_use]
pub fn is_streaming(member: &Member, target: &Shape) -> bool {
    member.traits.has(id::STREAMING) || target.traits.has(id::STREAMING)
}

/// Returns true for the union of an event stream.
#[must_use]
pub fn is_event_stream(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Union) && shape.traits.has(id::STREAMING)
}

/// A use of another shape.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The shape's id.
    pub id: ShapeId,
    /// The location of the id.
    pub location: Location,
}

/// The kinds of shapes. Source: Smithy 2.0 specification, "The Smithy model".
#[derive(Clone, Debug)]
pub enum ShapeKind {
    /// `blob`, `boolean`, `string`, the numbers, `timestamp` or `document`.
    Simple(SimpleKind),
    /// A string with named values.
    Enum,
    /// An integer with named values.
    IntEnum,
    /// A list of `member`.
    List,
    /// A map of `key` to `value`.
    Map,
    /// Named members.
    Structure,
    /// Exactly one of named members.
    Union,
    /// An operation.
    Operation(OperationShape),
    /// A resource, whose operations belong to the service.
    Resource(ResourceShape),
    /// The service.
    Service(ServiceShape),
}

/// A shape without members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SimpleKind {
    /// Bytes.
    Blob,
    /// True or false.
    Boolean,
    /// A UTF-8 string.
    String,
    /// 8 bits, signed.
    Byte,
    /// 16 bits, signed.
    Short,
    /// 32 bits, signed.
    Integer,
    /// 64 bits, signed.
    Long,
    /// 32 bits, floating point.
    Float,
    /// 64 bits, floating point.
    Double,
    /// An integer of arbitrary size.
    BigInteger,
    /// A decimal number of arbitrary size.
    BigDecimal,
    /// A point in time.
    Timestamp,
    /// A JSON-like value without a schema.
    Document,
}

impl SimpleKind {
    /// Every simple kind with its name in the JSON AST and its prelude shape.
    pub const ALL: [(Self, &'static str, &'static str); 13] = [
        (Self::Blob, "blob", "Blob"),
        (Self::Boolean, "boolean", "Boolean"),
        (Self::String, "string", "String"),
        (Self::Byte, "byte", "Byte"),
        (Self::Short, "short", "Short"),
        (Self::Integer, "integer", "Integer"),
        (Self::Long, "long", "Long"),
        (Self::Float, "float", "Float"),
        (Self::Double, "double", "Double"),
        (Self::BigInteger, "bigInteger", "BigInteger"),
        (Self::BigDecimal, "bigDecimal", "BigDecimal"),
        (Self::Timestamp, "timestamp", "Timestamp"),
        (Self::Document, "document", "Document"),
    ];

    /// Parses the name of the kind in the JSON AST.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == name).map(|(kind, ..)| kind)
    }

    /// Returns the name of the kind in the JSON AST.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, ..)| *kind == self).map_or("", |(_, name, _)| name)
    }
}

/// The properties of an operation.
#[derive(Clone, Debug, Default)]
pub struct OperationShape {
    /// Its input; `None` is `smithy.api#Unit`.
    pub input: Option<Reference>,
    /// Its output; `None` is `smithy.api#Unit`.
    pub output: Option<Reference>,
    /// Its errors.
    pub errors: Vec<Reference>,
}

/// The properties of a resource.
#[derive(Clone, Debug, Default)]
pub struct ResourceShape {
    /// The operations of its lifecycle by role: `create`, `put`, `read`, `update`, `delete` or `list`.
    pub lifecycle: BTreeMap<String, Reference>,
    /// Other operations on an instance of the resource.
    pub operations: Vec<Reference>,
    /// Other operations on the collection of resources.
    pub collection_operations: Vec<Reference>,
    /// Child resources.
    pub resources: Vec<Reference>,
    /// The properties `identifiers` and `properties` of the AST, which the generator does not use.
    pub rest: BTreeMap<String, Value>,
}

impl ResourceShape {
    /// The properties of the AST with operations of the lifecycle.
    pub const LIFECYCLE: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

    /// Returns all operations of the resource.
    pub fn all_operations(&self) -> impl Iterator<Item = &Reference> {
        self.lifecycle.values().chain(&self.operations).chain(&self.collection_operations)
    }
}

/// The properties of a service.
#[derive(Clone, Debug, Default)]
pub struct ServiceShape {
    /// The API version.
    pub version: String,
    /// Operations bound to it directly.
    pub operations: Vec<Reference>,
    /// Resources bound to it.
    pub resources: Vec<Reference>,
    /// Errors of every operation.
    pub errors: Vec<Reference>,
    /// Names of shapes that are renamed in the closure of the service.
    pub rename: BTreeMap<ShapeId, String>,
}

impl Shape {
    /// Returns the id of a service, which all versions of its model share: `Direct Connect`.
    #[must_use]
    pub fn sdk_id(&self) -> &str {
        self.traits.property(id::AWS_SERVICE, "sdkId").unwrap_or(self.id.name())
    }

    /// Returns the references of the shape, except those of its members.
    #[must_use]
    pub fn references(&self) -> Vec<&Reference> {
        match &self.kind {
            ShapeKind::Operation(operation) => {
                operation.input.iter().chain(&operation.output).chain(&operation.errors).collect()
            }
            ShapeKind::Resource(resource) => resource.all_operations().chain(&resource.resources).collect(),
            ShapeKind::Service(service) => {
                service.operations.iter().chain(&service.resources).chain(&service.errors).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the type name of the shape in the JSON AST.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match &self.kind {
            ShapeKind::Simple(kind) => kind.name(),
            ShapeKind::Enum => "enum",
            ShapeKind::IntEnum => "intEnum",
            ShapeKind::List => "list",
            ShapeKind::Map => "map",
            ShapeKind::Structure => "structure",
            ShapeKind::Union => "union",
            ShapeKind::Operation(_) => "operation",
            ShapeKind::Resource(_) => "resource",
            ShapeKind::Service(_) => "service",
        }
    }
}
