//! The Rust type of a shape.

use super::lowering::{Lowering, MAX_NESTING};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Shape, ShapeKind, SimpleKind};
use crate::plan::{NamedKind, RustType};

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
                key: Box::new(self.inner(shape, "key", depth)?),
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
