//! The Rust type of a shape.

use super::lowering::{Lowering, MAX_NESTING};
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind, SimpleKind, is_event_stream, is_streaming};
use crate::plan::{NamedKind, RustType, StructRole};

impl Lowering<'_> {
    /// Returns the type of a member, which is a stream if it is the body of a request or response.
    pub(super) fn member_ty(
        &mut self,
        member: &Member,
        target: &Shape,
        role: &StructRole,
    ) -> Option<RustType> {
        if !self.streams(member, target, role) {
            self.check_stream(member, target);
            return self.ty(target, 0);
        }
        Some(match target.kind {
            ShapeKind::Union => RustType::EventStream {
                events: self.names.path(&target.id),
                error: self.names.event_error(&target.id),
                is_sent: *role == StructRole::Input,
            },
            _ => RustType::ByteStream,
        })
    }

    /// Checks that a blob that cannot be a stream is not marked as one.
    fn check_stream(&mut self, member: &Member, target: &Shape) {
        let is_blob = matches!(target.kind, ShapeKind::Simple(SimpleKind::Blob));
        let trait_value = member.traits.get(id::STREAMING).or_else(|| target.traits.get(id::STREAMING));
        let Some(trait_value) = trait_value.filter(|_| is_blob) else { return };
        let message = format!("`{}` is a stream that is not the body of a request or response", member.id);
        self.diagnostics.push(Diagnostic::error(message).at(&trait_value.location).with_help(
            "mark the member of an input or output with `smithy.api#httpPayload`, and choose a protocol with HTTP bindings",
        ));
    }

    /// Returns true for a member that is the body of a request or response, as a stream.
    pub(super) fn streams(&self, member: &Member, target: &Shape, role: &StructRole) -> bool {
        let is_message = matches!(role, StructRole::Input | StructRole::Output);
        let is_body = is_message && self.protocol.has_http_bindings() && member.traits.has(id::HTTP_PAYLOAD);
        let is_blob = matches!(target.kind, ShapeKind::Simple(SimpleKind::Blob));
        (is_message && is_event_stream(target)) || (is_body && is_blob && is_streaming(member, target))
    }

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
