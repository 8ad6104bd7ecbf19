//! Types of the values that paths of waiters lead to.

use super::Found;
use super::value::{ElementOf, Reading, ValuePlan};
use crate::plan::jmespath::Expression;
use crate::plan::{NamedKind, RustType, StructPlan};

/// The type of a value.
#[derive(Clone, Debug)]
pub(super) enum Type<'p> {
    /// Text.
    Text,
    /// An integer.
    Number,
    /// A boolean of the model.
    Flag,
    /// A boolean that is made here, and always there.
    Truth,
    /// A structure.
    Struct(&'p StructPlan),
    /// A list of the model.
    List {
        /// The type of its elements.
        element: &'p RustType,
        /// Whether it holds nulls.
        sparse: bool,
    },
    /// A list that was made of another.
    Made(Box<Type<'p>>),
    /// A map of the model.
    Map,
    /// What nothing can be asked of.
    Opaque,
}

/// A value with its type.
#[derive(Clone, Debug)]
pub(super) struct Typed<'p> {
    /// The value.
    pub(super) value: ValuePlan,
    /// Its type.
    pub(super) ty: Type<'p>,
}

/// Or why the path is not supported.
pub(super) type Result<T> = std::result::Result<T, String>;

impl Typed<'_> {
    pub(super) fn text(self) -> Result<ValuePlan> {
        match self.ty {
            Type::Text => Ok(self.value),
            _ => Err("the path leads to no text".to_owned()),
        }
    }

    /// A list of texts, numbers or flags that are compared with one.
    pub(super) fn list_of(self, element: &Type<'_>) -> Result<ValuePlan> {
        match self.made() {
            Typed { ty: Type::Made(found), value } if alike(&found, element) => Ok(value),
            _ => Err("the path leads to no list of such values".to_owned()),
        }
    }

    pub(super) fn texts(self) -> Result<ValuePlan> {
        match self.made() {
            Typed { ty: Type::Made(element), value } if matches!(*element, Type::Text) => Ok(value),
            _ => Err("the path leads to no list of texts".to_owned()),
        }
    }

    pub(super) fn flag(self) -> Result<(ValuePlan, Found)> {
        match self.ty {
            Type::Flag => Ok((self.value, Found::Flag)),
            // What is asked of something that is missing is neither true nor false.
            Type::Truth if !self.value.certain() => Ok((self.value, Found::Flag)),
            Type::Truth => Ok((self.value, Found::Truth)),
            _ => Err("the path leads to no boolean".to_owned()),
        }
    }

    /// A word for the value: the last name of the path.
    pub(super) fn name_of(expression: &Expression) -> String {
        match expression {
            Expression::Field(name) => name.clone(),
            Expression::Subexpression(_, last) => Self::name_of(last),
            Expression::Projection { list, item, .. } if **item == Expression::Current => Self::name_of(list),
            Expression::Projection { item, .. } => Self::name_of(item),
            Expression::Index(list, _) => Self::name_of(list),
            _ => "state".to_owned(),
        }
    }

    /// A list of the model with elements as they are read.
    pub(super) fn made(self) -> Self {
        let Type::List { element, sparse } = self.ty else { return self };
        let of = ElementOf::Model { sparse, nested: false };
        let (ty, reading) = leaf(element);
        let item = Box::new(ValuePlan::Variable { name: "item", reading });
        let value = ValuePlan::Each { list: Box::new(self.value), of, keep: None, item };
        Self { value, ty: Type::Made(Box::new(ty)) }
    }
}

/// Types that have a form of their own in paths; how others are read depends on the plan.
pub(super) fn leaf<'p>(ty: &RustType) -> (Type<'p>, Reading) {
    match ty {
        RustType::String => (Type::Text, Reading::Text),
        RustType::Named(_, NamedKind::Enum) => (Type::Text, Reading::Name),
        RustType::Bool => (Type::Flag, Reading::Copied),
        RustType::I64 => (Type::Number, Reading::Copied),
        RustType::I8 | RustType::I16 | RustType::I32 => (Type::Number, Reading::Widened),
        _ => (Type::Opaque, Reading::Borrowed),
    }
}

/// Whether values of two types can be compared or stand in one list.
pub(super) fn alike(left: &Type<'_>, right: &Type<'_>) -> bool {
    match (left, right) {
        (Type::Text, Type::Text) | (Type::Number, Type::Number) => true,
        (Type::Flag | Type::Truth, Type::Flag | Type::Truth) => true,
        (Type::Made(left), Type::Made(right)) => alike(left, right),
        (Type::Struct(left), Type::Struct(right)) => left.path == right.path,
        _ => false,
    }
}
