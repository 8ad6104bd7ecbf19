//! Paths from the input of an operation to the value of an endpoint parameter.

use super::goal::Goal;
use crate::diagnostic::Diagnostic;
use crate::lower::data_types::DataTypes;
use crate::lower::endpoint::PathStep;
use crate::model::traits::id;
use crate::model::{Model, Shape, ShapeKind, SimpleKind};
use crate::name;
use crate::plan::endpoint::ParameterType;
use crate::plan::{FieldPlan, Presence, StructPlan, Taken, UnionPlan, Visit};

/// The shapes that paths lead through, and their types.
#[derive(Clone, Copy)]
pub(super) struct Paths<'p> {
    pub(super) model: &'p Model,
    pub(super) types: &'p DataTypes,
}

/// A value on a path.
#[derive(Clone, Copy)]
pub(super) struct Position<'p> {
    pub(super) shape: &'p Shape,
    /// Its type, if it has members.
    ty: Option<Type<'p>>,
    /// The variable with the value.
    variable: &'p str,
}

/// A type with members.
#[derive(Clone, Copy)]
enum Type<'p> {
    Struct(&'p StructPlan),
    Union(&'p UnionPlan),
}

impl<'p> Position<'p> {
    /// Returns the start of a path.
    pub(super) fn of_input(shape: &'p Shape, input: &'p StructPlan) -> Self {
        Self { shape, ty: Some(Type::Struct(input)), variable: "input" }
    }

    fn field(self, name: &str) -> Option<&'p FieldPlan> {
        let mut fields = match self.ty? {
            Type::Struct(structure) => structure.fields.iter(),
            Type::Union(union) => union.variants.iter(),
        };
        fields.find(|field| field.wire_name == name)
    }
}

impl<'p> Paths<'p> {
    /// Lowers the steps from a value.
    pub(super) fn visit(
        self,
        steps: &[PathStep],
        value: Position<'_>,
        goal: &Goal<'_>,
    ) -> Result<Vec<Visit>, Diagnostic> {
        let Some((step, rest)) = steps.split_first() else {
            return leaf(value, self.element(value.shape), goal).map(|leaf| vec![leaf]);
        };
        match step {
            PathStep::Member(name) => self.member(name, rest, value, goal),
            PathStep::Keys => keys(value, rest, goal),
            PathStep::Elements => self.each(rest, value, "member", goal),
            PathStep::Values => self.each(rest, value, "value", goal),
            PathStep::Several(branches) => {
                let mut visits = Vec::new();
                for branch in branches {
                    let steps: Vec<_> = branch.iter().chain(rest).cloned().collect();
                    visits.extend(self.visit(&steps, value, goal)?);
                }
                Ok(visits)
            }
        }
    }

    /// Returns the position of a value of a shape.
    fn position<'v>(self, shape: &'v Shape, variable: &'v str) -> Position<'v>
    where
        'p: 'v,
    {
        let structure = || self.types.structure_of(&shape.id).map(Type::Struct);
        let ty = structure().or_else(|| self.types.union_of(&shape.id).map(Type::Union));
        Position { shape, ty, variable }
    }

    fn member(
        self,
        name: &str,
        rest: &[PathStep],
        value: Position<'_>,
        goal: &Goal<'_>,
    ) -> Result<Vec<Visit>, Diagnostic> {
        let shape = value.shape;
        let (Some(ty), Some(field), Some(member)) = (value.ty, value.field(name), shape.members.get(name))
        else {
            let known = shape.members.keys().map(String::as_str);
            return Err(Diagnostic::error(format!("`{}` has no member `{name}`", shape.id))
                .at(goal.location)
                .suggest(name, known, "a path names members of the operation's input"));
        };
        let variable = variable(field, goal);
        let target = self.model.target(&member.target);
        let inner = self.visit(rest, self.position(target, &variable), goal)?;
        let from = value.variable.to_owned();
        Ok(vec![match ty {
            Type::Struct(_) => Visit::Field {
                from,
                field: field.name.clone(),
                is_optional: field.presence == Presence::Optional,
                name: variable,
                inner,
            },
            Type::Union(union) => Visit::Variant {
                from,
                union: union.path.clone(),
                variant: field.name.clone(),
                name: variable,
                inner,
            },
        }])
    }

    /// Returns the shape of the elements of a list.
    fn element(self, shape: &Shape) -> Option<&'p Shape> {
        let element = shape.members.get("member").filter(|_| matches!(shape.kind, ShapeKind::List))?;
        Some(self.model.target(&element.target))
    }

    fn each(
        self,
        rest: &[PathStep],
        value: Position<'_>,
        member: &str,
        goal: &Goal<'_>,
    ) -> Result<Vec<Visit>, Diagnostic> {
        let shape = value.shape;
        let map = matches!(shape.kind, ShapeKind::Map);
        let element = shape.members.get(member);
        let element =
            element.filter(|_| map == (member == "value") && (map || matches!(shape.kind, ShapeKind::List)));
        let element = element.ok_or_else(|| goal.no_elements(shape))?;
        if goal.parameter.ty != ParameterType::StringArray {
            return Err(goal.unfit("a list"));
        }
        let inside = Goal { is_collecting: true, ..*goal };
        let name = if goal.list() == "item" { "element" } else { "item" }.to_owned();
        let target = self.model.target(&element.target);
        let inner = self.visit(rest, self.position(target, &name), &inside)?;
        let sparse = shape.traits.has(id::SPARSE);
        let each = Visit::Each { from: value.variable.to_owned(), is_map: map, sparse, name, inner };
        if goal.is_collecting {
            return Ok(vec![each]);
        }
        let parameter = goal.parameter.field.clone();
        Ok(vec![Visit::Collect { list: goal.list(), parameter, inner: vec![each] }])
    }
}

/// Lowers `keys(...)`, which ends a path.
fn keys(value: Position<'_>, rest: &[PathStep], goal: &Goal<'_>) -> Result<Vec<Visit>, Diagnostic> {
    let fits = matches!(value.shape.kind, ShapeKind::Map) && rest.is_empty() && !goal.is_collecting;
    if !fits || goal.parameter.ty != ParameterType::StringArray {
        return Err(goal.unfit("not the keys of one map"));
    }
    let parameter = goal.parameter.field.clone();
    Ok(vec![Visit::Set { parameter, from: value.variable.to_owned(), source: Taken::Keys }])
}

/// Lowers the value at the end of a path.
fn leaf(value: Position<'_>, element: Option<&Shape>, goal: &Goal<'_>) -> Result<Visit, Diagnostic> {
    let (shape, from) = (value.shape, value.variable.to_owned());
    let source =
        taken(shape, element).ok_or_else(|| goal.unfit(&format!("of the type {}", shape.type_name())))?;
    if goal.is_collecting {
        return match source {
            Taken::String | Taken::Enum => {
                Ok(Visit::Push { list: goal.list(), from, is_enum: source == Taken::Enum })
            }
            _ => Err(goal.unfit("a list of something else")),
        };
    }
    let fits = match source {
        Taken::String | Taken::Enum => goal.parameter.ty == ParameterType::String,
        Taken::Boolean => goal.parameter.ty == ParameterType::Boolean,
        Taken::StringArray | Taken::Keys => goal.parameter.ty == ParameterType::StringArray,
    };
    if !fits {
        return Err(goal.unfit(&format!("of the type {}", shape.type_name())));
    }
    Ok(Visit::Set { parameter: goal.parameter.field.clone(), from, source })
}

/// Returns the part that is taken of a value, if a parameter can have such values.
fn taken(shape: &Shape, element: Option<&Shape>) -> Option<Taken> {
    match (&shape.kind, element.map(|element| &element.kind)) {
        (ShapeKind::Simple(SimpleKind::String), _) => Some(Taken::String),
        (ShapeKind::Enum, _) => Some(Taken::Enum),
        (ShapeKind::Simple(SimpleKind::Boolean), _) => Some(Taken::Boolean),
        (ShapeKind::List, Some(ShapeKind::Simple(SimpleKind::String))) if !shape.traits.has(id::SPARSE) => {
            Some(Taken::StringArray)
        }
        _ => None,
    }
}

/// Returns the variable for the value of a field; it must not hide those that the function needs.
fn variable(field: &FieldPlan, goal: &Goal<'_>) -> String {
    let name = name::escape_field(&field.stem);
    let taken = ["params", "input"].contains(&name.as_str()) || name == goal.list();
    if taken { format!("{}_value", field.stem) } else { name }
}
