//! The typed model: what the generator understands of a service, whatever format it was read from.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diagnostic::Diagnostic;
use crate::id::{MemberId, ShapeId};
use crate::source::{Place, Value};

pub mod auth;
pub mod derive;
mod prelude;
pub mod traits;
mod walk;

pub use traits::Traits;
pub use walk::Closure;

/// All shapes that were read, by id.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The shapes; those of the Smithy prelude are not among them.
    pub shapes: BTreeMap<ShapeId, Shape>,
    /// What was noticed on reading and stops nothing.
    pub warnings: Vec<Diagnostic>,
}

/// One shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its id.
    pub id: ShapeId,
    /// What kind of shape it is.
    pub kind: ShapeKind,
    /// Its members in the order of the model: of a structure or union, the values of an enum, `member` of a list,
    /// `key` and `value` of a map.
    pub members: IndexMap<String, Member>,
    /// Its traits.
    pub traits: Traits,
    /// Where it was read.
    pub place: Place,
}

/// A member of a shape.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its id; the name in it is the wire name.
    pub id: MemberId,
    /// The shape that its value has.
    pub target: Reference,
    /// Its traits.
    pub traits: Traits,
    /// Where it was read.
    pub place: Place,
}

/// A use of another shape.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The shape's id.
    pub id: ShapeId,
    /// Where the id stands.
    pub place: Place,
}

/// The kinds of shapes. Source: Smithy 2.0 specification, "The Smithy model".
#[derive(Clone, Debug)]
pub enum ShapeKind {
    /// `blob`, `boolean`, `string`, the numbers, `timestamp` or `document`.
    Simple(SimpleKind),
    /// A string of which some values have names.
    Enum,
    /// An integer of which some values have names.
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
    /// A resource; its operations belong to the service.
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
    /// UTF-8 text.
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
    /// An integer of any size.
    BigInteger,
    /// A decimal number of any size.
    BigDecimal,
    /// A point in time.
    Timestamp,
    /// Any JSON-like value.
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

    /// Reads the name of the kind in the JSON AST.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == name).map(|(kind, ..)| kind)
    }

    /// The name of the kind in the JSON AST.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, ..)| *kind == self).map_or("", |(_, name, _)| name)
    }
}

/// What is particular to an operation.
#[derive(Clone, Debug, Default)]
pub struct OperationShape {
    /// Its input; `None` is `smithy.api#Unit`.
    pub input: Option<Reference>,
    /// Its output; `None` is `smithy.api#Unit`.
    pub output: Option<Reference>,
    /// The errors that it may answer with.
    pub errors: Vec<Reference>,
}

/// What is particular to a resource.
#[derive(Clone, Debug, Default)]
pub struct ResourceShape {
    /// The operations of its life cycle by their role: `create`, `put`, `read`, `update`, `delete` or `list`.
    pub lifecycle: BTreeMap<String, Reference>,
    /// Other operations on one resource.
    pub operations: Vec<Reference>,
    /// Other operations on all resources of the kind.
    pub collection_operations: Vec<Reference>,
    /// Resources below it.
    pub resources: Vec<Reference>,
    /// The properties that the AST carries and the generator has no use for: identifiers and properties.
    pub rest: BTreeMap<String, Value>,
}

impl ResourceShape {
    /// The properties of the AST that name an operation of the life cycle.
    pub const LIFECYCLE: [&str; 6] = ["create", "put", "read", "update", "delete", "list"];

    /// Every operation, whatever its role.
    pub fn all_operations(&self) -> impl Iterator<Item = &Reference> {
        self.lifecycle.values().chain(&self.operations).chain(&self.collection_operations)
    }
}

/// What is particular to a service.
#[derive(Clone, Debug, Default)]
pub struct ServiceShape {
    /// The API version.
    pub version: String,
    /// Operations bound to it directly.
    pub operations: Vec<Reference>,
    /// Resources bound to it.
    pub resources: Vec<Reference>,
    /// Errors that every operation may answer with.
    pub errors: Vec<Reference>,
    /// Shapes that have another name in this service's closure.
    pub rename: BTreeMap<ShapeId, String>,
}

impl Model {
    /// A shape by id, be it the model's or the prelude's.
    #[must_use]
    pub fn shape(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id).or_else(|| prelude::shape(id))
    }

    /// The shape that a reference names. Only for models that have passed `pass::link`.
    ///
    /// # Panics
    ///
    /// When the model was not linked.
    #[must_use]
    pub fn target(&self, reference: &Reference) -> &Shape {
        self.shape(&reference.id).expect("`pass::link` has checked every reference")
    }

    /// The service, with its particulars.
    #[must_use]
    pub fn service(&self) -> Option<(&Shape, &ServiceShape)> {
        self.shapes.values().find_map(|shape| match &shape.kind {
            ShapeKind::Service(service) => Some((shape, service)),
            _ => None,
        })
    }

    /// The operations of the service, those of its resources included, by name.
    #[must_use]
    pub fn operations(&self) -> BTreeMap<&str, (&Shape, &OperationShape)> {
        let Some((_, service)) = self.service() else { return BTreeMap::new() };
        let mut references: Vec<&Reference> = service.operations.iter().collect();
        let mut resources: Vec<&Reference> = service.resources.iter().collect();
        let mut seen = std::collections::BTreeSet::new();
        while let Some(reference) = resources.pop() {
            if !seen.insert(&reference.id) {
                continue;
            }
            if let Some(Shape { kind: ShapeKind::Resource(resource), .. }) = self.shape(&reference.id) {
                references.extend(resource.all_operations());
                resources.extend(&resource.resources);
            }
        }
        references.into_iter().filter_map(|reference| self.operation(&reference.id)).collect()
    }

    fn operation(&self, id: &ShapeId) -> Option<(&str, (&Shape, &OperationShape))> {
        let shape = self.shapes.get(id)?;
        match &shape.kind {
            ShapeKind::Operation(operation) => Some((shape.id.name(), (shape, operation))),
            _ => None,
        }
    }
}

impl Shape {
    /// The references that stand in the shape itself, members excluded.
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

    /// The type name of the shape in the JSON AST.
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
