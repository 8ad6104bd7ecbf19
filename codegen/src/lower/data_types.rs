//! Data types: structures, unions, enums and errors.

use std::collections::BTreeSet;

use super::event_stream::without_errors;
use super::http_binding::Direction;
use super::lowering::Lowering;
use super::required_cycle;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Shape, ShapeKind, is_event_stream};
use crate::plan::{
    Derives, EnumPlan, EventErrorPlan, IntEnumPlan, NamedKind, RustPath, RustType, StructPlan, UnionPlan,
};

/// The data types of a crate. They are lowered before operations, whose paths lead into them.
#[derive(Debug, Default)]
pub(super) struct DataTypes {
    pub(super) structs: Vec<StructPlan>,
    pub(super) enums: Vec<EnumPlan>,
    pub(super) int_enums: Vec<IntEnumPlan>,
    pub(super) unions: Vec<UnionPlan>,
    pub(super) errors: Vec<StructPlan>,
    pub(super) event_errors: Vec<EventErrorPlan>,
}

impl DataTypes {
    /// Lowers the shapes that members refer to.
    pub(super) fn lower(lowering: &mut Lowering<'_>, shapes: &BTreeSet<&ShapeId>) -> Self {
        let mut types = Self::default();
        for shape in shapes.iter().filter_map(|id| lowering.model.shapes.get(*id)) {
            check(lowering, shape);
            match shape.kind {
                ShapeKind::Structure if shape.traits.has(id::ERROR) => {
                    types.errors.push(lowering.lower_error(shape));
                }
                ShapeKind::Structure => types.structs.push(lowering.lower_structure(shape)),
                ShapeKind::Union if is_event_stream(shape) => {
                    types.unions.push(lowering.lower_union(&without_errors(lowering.model, shape)));
                    types.event_errors.push(lowering.lower_event_errors(shape));
                }
                ShapeKind::Union => types.unions.push(lowering.lower_union(shape)),
                ShapeKind::Enum => types.enums.push(lowering.lower_enum(shape)),
                ShapeKind::IntEnum => types.int_enums.push(lowering.lower_int_enum(shape)),
                ShapeKind::Simple(_)
                | ShapeKind::List
                | ShapeKind::Map
                | ShapeKind::Operation(_)
                | ShapeKind::Resource(_)
                | ShapeKind::Service(_) => {}
            }
        }
        lowering.diagnostics.extend(required_cycle::faults(lowering.model, shapes));
        types
    }

    /// Returns the derives of all types.
    pub(super) fn derives(&self) -> impl Iterator<Item = &Derives> {
        let structs = self.structs.iter().chain(&self.errors).map(|item| &item.derives);
        let unions = self.unions.iter().map(|item| &item.derives);
        structs.chain(unions).chain(self.enums.iter().map(|item| &item.derives))
    }

    /// Returns the structure that a type names, if it names one.
    pub(super) fn structure(&self, ty: &RustType) -> Option<&StructPlan> {
        match ty {
            RustType::Named(path, NamedKind::Struct) => self.structs.iter().find(|item| item.path == *path),
            RustType::Boxed(inner) => self.structure(inner),
            _ => None,
        }
    }

    /// Returns the structure or error with a path.
    pub(super) fn structure_or_error(&self, path: &RustPath) -> Option<&StructPlan> {
        self.structs.iter().chain(&self.errors).find(|structure| structure.path == *path)
    }

    /// Returns the structure or error of a shape.
    pub(super) fn structure_of(&self, shape: &ShapeId) -> Option<&StructPlan> {
        self.structs.iter().chain(&self.errors).find(|structure| structure.id == *shape)
    }

    /// Returns the union of a shape.
    pub(super) fn union_of(&self, shape: &ShapeId) -> Option<&UnionPlan> {
        self.unions.iter().find(|union| union.id == *shape)
    }

    /// Returns the union with a path.
    pub(super) fn union(&self, path: &RustPath) -> Option<&UnionPlan> {
        self.unions.iter().find(|union| union.path == *path)
    }
}

/// Checks a shape before it is lowered.
fn check(lowering: &mut Lowering<'_>, shape: &Shape) {
    lowering.check_xml_traits(shape);
    match shape.kind {
        ShapeKind::Structure if shape.traits.has(id::ERROR) => {
            lowering.check_error(shape);
            lowering.check_http_error(shape);
            lowering.check_names(shape, Some(Direction::Response));
        }
        ShapeKind::Structure => lowering.check_names(shape, None),
        ShapeKind::Union if is_event_stream(shape) => {
            lowering.check_members(shape);
            lowering.check_events(shape);
        }
        ShapeKind::Union => {
            lowering.check_members(shape);
            lowering.check_names(shape, None);
        }
        ShapeKind::Enum => lowering.check_members(shape),
        ShapeKind::IntEnum => {
            lowering.check_members(shape);
            lowering.check_int_values(shape);
        }
        ShapeKind::Simple(_)
        | ShapeKind::List
        | ShapeKind::Map
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Service(_) => {}
    }
}
