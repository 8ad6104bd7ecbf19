//! The types of values in paths of waiters.

use crate::lower::jmespath::Expression;
use crate::plan::waiter::{ElementOf, Reading, ValueType, WaiterCondition, WaiterValue};
use crate::plan::{NamedKind, RustType, StructPlan};

/// The type of a value.
#[derive(Clone, Debug)]
pub(super) enum Type<'p> {
    /// A string.
    String,
    /// An integer.
    Number,
    /// A boolean of the model.
    Boolean,
    /// A condition as a boolean.
    Condition,
    /// A structure.
    Struct(&'p StructPlan),
    /// A list of the model.
    List {
        /// The type of its elements.
        element: &'p RustType,
        /// True if it holds nulls.
        sparse: bool,
    },
    /// A list made by another expression.
    Projected(Box<Type<'p>>),
    /// A map of the model.
    Map {
        /// The type of its values.
        value: &'p RustType,
        /// True if it holds nulls.
        sparse: bool,
    },
    /// Any other type, on which paths have no operations.
    Opaque,
}

/// A value with its type.
#[derive(Clone, Debug)]
pub(super) struct Typed<'p> {
    /// The value.
    pub(super) value: WaiterValue,
    /// Its type.
    pub(super) ty: Type<'p>,
}

/// A result, or the cause why the path is not supported.
pub(super) type Result<T> = std::result::Result<T, String>;

impl Typed<'_> {
    /// Returns a condition as a boolean.
    pub(super) fn condition(condition: WaiterCondition) -> Self {
        Self { value: WaiterValue::Condition(Box::new(condition)), ty: Type::Condition }
    }

    /// Returns the value, if it is a string.
    pub(super) fn string(self) -> Result<WaiterValue> {
        match self.ty {
            Type::String => Ok(self.value),
            _ => Err("the value of the path is not a string".to_owned()),
        }
    }

    /// Returns the value, if it is a list with elements of a type, to compare with one.
    pub(super) fn list_of(self, element: &Type<'_>) -> Result<WaiterValue> {
        match self.projected() {
            Typed { ty: Type::Projected(found), value } if found.is_comparable(element) => Ok(value),
            _ => Err("the value of the path is not a list of such values".to_owned()),
        }
    }

    /// Returns the value, if it is a list of strings.
    pub(super) fn strings(self) -> Result<WaiterValue> {
        match self.projected() {
            Typed { ty: Type::Projected(element), value } if matches!(*element, Type::String) => Ok(value),
            _ => Err("the value of the path is not a list of strings".to_owned()),
        }
    }

    /// Returns the value, if it is a boolean or condition.
    pub(super) fn boolean(self) -> Result<(WaiterValue, ValueType)> {
        match self.ty {
            Type::Boolean => Ok((self.value, ValueType::Boolean)),
            // A condition on a missing value is neither true nor false.
            Type::Condition if !self.value.is_certain() => Ok((self.value, ValueType::Boolean)),
            Type::Condition => Ok((self.value, ValueType::Condition)),
            _ => Err("the value of the path is not a boolean".to_owned()),
        }
    }

    /// Converts the elements of a list of the model.
    pub(super) fn projected(self) -> Self {
        let Type::List { element, sparse } = self.ty else { return self };
        let of = ElementOf::Modelled { sparse, nested: false };
        let (ty, reading) = Type::of_leaf(element);
        let item = Box::new(WaiterValue::Variable { name: "item", reading });
        let value = WaiterValue::Projection { list: Box::new(self.value), of, filter: None, item };
        Self { value, ty: Type::Projected(Box::new(ty)) }
    }
}

impl<'p> Type<'p> {
    /// Returns the type of a value without members or elements, and its conversion.
    pub(super) fn of_leaf(ty: &RustType) -> (Type<'p>, Reading) {
        match ty {
            RustType::String => (Type::String, Reading::String),
            RustType::Named(_, NamedKind::Enum) => (Type::String, Reading::Enum),
            RustType::Bool => (Type::Boolean, Reading::Copied),
            RustType::I64 => (Type::Number, Reading::Copied),
            RustType::I8 | RustType::I16 | RustType::I32 => (Type::Number, Reading::Widened),
            _ => (Type::Opaque, Reading::Borrowed),
        }
    }

    /// Returns true if values of the two types can be compared or be in one list.
    pub(super) fn is_comparable(&self, other: &Type<'_>) -> bool {
        match (self, other) {
            (Type::String, Type::String) | (Type::Number, Type::Number) => true,
            (Type::Boolean | Type::Condition, Type::Boolean | Type::Condition) => true,
            (Type::Projected(left), Type::Projected(right)) => left.is_comparable(right),
            (Type::Struct(left), Type::Struct(right)) => left.path == right.path,
            _ => false,
        }
    }
}

/// Returns a name for the value of a path: its last field.
pub(super) fn name_of(expression: &Expression) -> String {
    match expression {
        Expression::Field(name) => name.clone(),
        Expression::Subexpression(_, last) => name_of(last),
        Expression::Projection { list, item, .. } if **item == Expression::Current => name_of(list),
        Expression::Projection { item, .. } => name_of(item),
        Expression::Index(list, _) => name_of(list),
        _ => "state".to_owned(),
    }
}
