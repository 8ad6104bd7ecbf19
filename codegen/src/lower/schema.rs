//! The schema of a value.

use super::lowering::{Lowering, MAX_NESTING};
use super::schema_trait;
use crate::model::traits::id;
use crate::model::{Member, Shape, ShapeKind, SimpleKind, Traits};
use crate::plan::{RustPath, SchemaNode, SchemaShape, SchemaTrait};

impl Lowering<'_> {
    /// Lowers the schema of a member.
    pub(super) fn member_schema(&self, member: &Member) -> Option<SchemaNode> {
        self.schema(self.model.target(&member.target), &member.traits, 0)
    }

    fn schema(&self, shape: &Shape, member: &Traits, depth: usize) -> Option<SchemaNode> {
        Some(SchemaNode {
            shape: self.schema_shape(shape, member, depth)?,
            id: shape.id.clone(),
            traits: schema_trait::member(self.protocol, member, shape),
        })
    }

    fn schema_shape(&self, shape: &Shape, member: &Traits, depth: usize) -> Option<SchemaShape> {
        let below = |name| self.schema_below(shape, name, member, depth).map(Box::new);
        Some(match shape.kind {
            ShapeKind::Simple(kind) => SchemaShape::Simple(schema_type(kind)),
            ShapeKind::Enum => SchemaShape::Simple("String"),
            ShapeKind::IntEnum => SchemaShape::Simple("Integer"),
            ShapeKind::List => SchemaShape::List(below("member")?),
            ShapeKind::Map => SchemaShape::Map { key: below("key")?, value: below("value")? },
            ShapeKind::Structure if shape.id.is_prelude() => {
                SchemaShape::Structure(RustPath::new("::aws_smithy_schema::prelude", "UNIT"))
            }
            ShapeKind::Structure => SchemaShape::Structure(self.names.schema(&shape.id)),
            ShapeKind::Union => SchemaShape::Union(self.names.schema(&shape.id)),
            ShapeKind::Operation(_) | ShapeKind::Resource(_) | ShapeKind::Service(_) => return None,
        })
    }

    /// Lowers the elements of a list, or the keys or values of a map. Elements of a flattened list have the name of the list.
    fn schema_below(&self, shape: &Shape, name: &str, holder: &Traits, depth: usize) -> Option<SchemaNode> {
        let member = shape.members.get(name).filter(|_| depth < MAX_NESTING)?;
        let target = self.model.target(&member.target);
        let mut schema = self.schema(target, &member.traits, depth + 1)?;
        if name == "member" && holder.has(id::XML_FLATTENED) {
            schema.traits.retain(|it| !matches!(it, SchemaTrait::XmlName(_)));
        }
        Some(schema)
    }
}

/// Returns the name of the kind in `aws_smithy_schema::ShapeType`.
fn schema_type(kind: SimpleKind) -> &'static str {
    SimpleKind::ALL.into_iter().find(|(known, ..)| *known == kind).map_or("Document", |(_, _, name)| name)
}
