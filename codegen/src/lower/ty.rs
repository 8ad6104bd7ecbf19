//! The Rust type and the schema of a shape.

use super::lowering::{Lowering, MAX_NESTING};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Shape, ShapeKind, SimpleKind, Traits};
use crate::plan::{NamedKind, RustPath, RustType, SchemaNode, SchemaShape};

impl Lowering<'_> {
    pub(super) fn ty(&mut self, shape: &Shape, depth: usize) -> Option<RustType> {
        let named = |kind| RustType::Named(self.names.path(&shape.id), kind);
        Some(match shape.kind {
            ShapeKind::Simple(kind) => simple(kind),
            ShapeKind::IntEnum => RustType::I32,
            ShapeKind::Enum => named(NamedKind::Enum),
            ShapeKind::Structure if shape.id.is_prelude() => RustType::Unit,
            ShapeKind::Structure => named(NamedKind::Struct),
            ShapeKind::Union => named(NamedKind::Union),
            ShapeKind::List => RustType::List {
                element: Box::new(self.inner(shape, "member", depth)?),
                sparse: is_sparse(shape),
            },
            ShapeKind::Map => RustType::Map {
                value: Box::new(self.inner(shape, "value", depth)?),
                sparse: is_sparse(shape),
            },
            ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_) => return None,
        })
    }

    fn inner(&mut self, shape: &Shape, member: &str, depth: usize) -> Option<RustType> {
        if depth == MAX_NESTING {
            self.diagnostics.push(
                Diagnostic::error(format!("`{}` nests lists and maps endlessly", shape.id))
                    .at(&shape.location)
                    .with_help("put a structure into the cycle, or nest less deeply"),
            );
            return None;
        }
        self.ty(self.model.target(&shape.members.get(member)?.target), depth + 1)
    }

    pub(super) fn schema(&self, shape: &Shape, member: &Traits, depth: usize) -> Option<SchemaNode> {
        let below = |name: &str| {
            let member = shape.members.get(name).filter(|_| depth < MAX_NESTING)?;
            self.schema(self.model.target(&member.target), &member.traits, depth + 1).map(Box::new)
        };
        let format = member.text(id::TIMESTAMP_FORMAT).or_else(|| shape.traits.text(id::TIMESTAMP_FORMAT));
        Some(SchemaNode {
            shape: match shape.kind {
                ShapeKind::Simple(kind) => SchemaShape::Simple(wire_type(kind)),
                ShapeKind::Enum => SchemaShape::Simple("String"),
                ShapeKind::IntEnum => SchemaShape::Simple("Integer"),
                ShapeKind::List => SchemaShape::List(below("member")?),
                ShapeKind::Map => SchemaShape::Map(below("value")?),
                ShapeKind::Structure if shape.id.is_prelude() => {
                    SchemaShape::Structure(RustPath::new("::aws_smithy_schema::prelude", "UNIT"))
                }
                ShapeKind::Structure => SchemaShape::Structure(self.names.schema(&shape.id)),
                ShapeKind::Union => SchemaShape::Union(self.names.schema(&shape.id)),
                ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_) => return None,
            },
            id: shape.id.clone(),
            timestamp_format: format.map(str::to_owned),
            is_sensitive: member.has(id::SENSITIVE) || shape.traits.has(id::SENSITIVE),
        })
    }
}

fn is_sparse(shape: &Shape) -> bool {
    shape.traits.has(id::SPARSE)
}

fn simple(kind: SimpleKind) -> RustType {
    match kind {
        SimpleKind::Blob => RustType::Blob,
        SimpleKind::Boolean => RustType::Bool,
        SimpleKind::String => RustType::String,
        SimpleKind::Byte => RustType::I8,
        SimpleKind::Short => RustType::I16,
        SimpleKind::Integer => RustType::I32,
        SimpleKind::Long => RustType::I64,
        SimpleKind::Float => RustType::F32,
        SimpleKind::Double => RustType::F64,
        SimpleKind::BigInteger => RustType::BigInteger,
        SimpleKind::BigDecimal => RustType::BigDecimal,
        SimpleKind::Timestamp => RustType::DateTime,
        SimpleKind::Document => RustType::Document,
    }
}

/// Returns the name of the kind in `aws_smithy_schema::ShapeType`.
fn wire_type(kind: SimpleKind) -> &'static str {
    SimpleKind::ALL.into_iter().find(|(known, ..)| *known == kind).map_or("Document", |(_, _, name)| name)
}
