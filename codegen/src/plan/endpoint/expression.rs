//! Expressions of the rules with their types.

use super::{Attribute, Function, Type};

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A string literal.
    String(String),
    /// A boolean literal.
    Boolean(bool),
    /// An integer literal, as `substring` takes it.
    Number(u64),
    /// A field of the parameters.
    Parameter {
        /// The field.
        field: String,
        /// Its type.
        ty: Type,
        /// True for an `Option`.
        is_optional: bool,
    },
    /// A variable that a condition has bound.
    Variable {
        /// The Rust name.
        name: String,
        /// Its type.
        ty: Type,
        /// True for an `Option`: conditions assign the value on some of the ways to the function only.
        is_optional: bool,
    },
    /// A string that is formatted from others.
    Format(Vec<Expression>),
    /// A part of a partition, URL or ARN.
    Attribute {
        /// The whole.
        of: Box<Expression>,
        /// The part.
        attribute: &'static Attribute,
    },
    /// An element of an array of strings, if there is one.
    Element {
        /// The array.
        of: Box<Expression>,
        /// The index.
        index: ElementIndex,
    },
    /// A call of a function of the runtime.
    Call {
        /// The function.
        function: &'static Function,
        /// The arguments.
        arguments: Vec<Expression>,
    },
    /// A value as an `Option`.
    Some(Box<Expression>),
    /// An `Option` of this type without a value.
    None(Type),
    /// True if an optional expression has a value.
    IsSome(Box<Expression>),
    /// True if it has none.
    IsNone(Box<Expression>),
    /// The negation of a boolean.
    Not(Box<Expression>),
    /// True if two strings or booleans are equal.
    Equal(Box<Expression>, Box<Expression>),
    /// The first, which is optional, or else the second.
    Or(Box<Expression>, Box<Expression>),
    /// One of two, chosen by a boolean.
    Choose {
        /// The boolean.
        condition: Box<Expression>,
        /// The value if it is true.
        yes: Box<Expression>,
        /// The value if it is false.
        no: Box<Expression>,
    },
}

/// The index of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementIndex {
    /// From the start: 0 is the first element.
    Start(usize),
    /// From the end: 0 is the last element.
    End(usize),
}

impl Expression {
    /// Returns the type, without the `Option` around it.
    #[must_use]
    pub fn ty(&self) -> Type {
        match self {
            Self::String(_) | Self::Format(_) | Self::Element { .. } => Type::String,
            Self::Boolean(_) | Self::IsSome(_) | Self::IsNone(_) | Self::Not(_) | Self::Equal(..) => {
                Type::Boolean
            }
            Self::Number(_) => Type::Number,
            Self::Parameter { ty, .. } | Self::Variable { ty, .. } | Self::None(ty) => *ty,
            Self::Attribute { attribute, .. } => attribute.ty,
            Self::Call { function, .. } => function.result,
            Self::Some(of) | Self::Or(of, _) => of.ty(),
            Self::Choose { yes, .. } => yes.ty(),
        }
    }

    /// Returns true if it may have no value, so that it is an `Option` in Rust.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        match self {
            Self::Parameter { is_optional, .. } | Self::Variable { is_optional, .. } => *is_optional,
            Self::Element { .. } | Self::Some(_) | Self::None(_) => true,
            Self::Call { function, .. } => function.is_optional,
            Self::Or(_, second) => second.is_optional(),
            Self::Choose { yes, no, .. } => yes.is_optional() || no.is_optional(),
            Self::String(_)
            | Self::Boolean(_)
            | Self::Number(_)
            | Self::Format(_)
            | Self::Attribute { .. }
            | Self::IsSome(_)
            | Self::IsNone(_)
            | Self::Not(_)
            | Self::Equal(..) => false,
        }
    }

    /// Returns true if it makes a string or array that nothing else owns.
    #[must_use]
    pub fn is_owned(&self) -> bool {
        match self {
            Self::Format(_) => true,
            Self::Call { function, .. } => function.is_owned,
            _ => false,
        }
    }

    /// Returns the expressions that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::String(_)
            | Self::Boolean(_)
            | Self::Number(_)
            | Self::Parameter { .. }
            | Self::Variable { .. }
            | Self::None(_) => Vec::new(),
            Self::Format(parts) | Self::Call { arguments: parts, .. } => parts.iter().collect(),
            Self::Attribute { of, .. } | Self::Element { of, .. } => vec![of],
            Self::Some(of) | Self::IsSome(of) | Self::IsNone(of) | Self::Not(of) => vec![of],
            Self::Equal(first, second) | Self::Or(first, second) => vec![first, second],
            Self::Choose { condition, yes, no } => vec![condition, yes, no],
        }
    }

    /// Returns itself and every expression inside.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        all.extend(self.parts().into_iter().flat_map(Self::all));
        all
    }

    /// Returns the negation of a boolean, in the simplest form.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Boolean(boolean) => Self::Boolean(!boolean),
            Self::Not(inner) => *inner,
            Self::IsSome(of) => Self::IsNone(of),
            Self::IsNone(of) => Self::IsSome(of),
            other => Self::Not(Box::new(other)),
        }
    }

    /// Returns the comparison of two booleans or strings, in the simplest form.
    #[must_use]
    pub fn equal(first: Self, second: Self) -> Self {
        match (first, second) {
            (Self::Boolean(true), other) | (other, Self::Boolean(true)) => other,
            (Self::Boolean(false), other) | (other, Self::Boolean(false)) => other.negated(),
            (Self::String(first), Self::String(second)) => Self::Boolean(first == second),
            (first, second) if first == second => Self::Boolean(true),
            (first, second) => Self::Equal(Box::new(first), Box::new(second)),
        }
    }

    /// Returns one of two by a boolean, in the simplest form.
    #[must_use]
    pub fn choose(condition: Self, yes: Self, no: Self) -> Self {
        match (condition, yes, no) {
            (Self::Boolean(true), yes, _) => yes,
            (Self::Boolean(false), _, no) => no,
            (condition, Self::Boolean(true), Self::Boolean(false)) => condition,
            (condition, Self::Boolean(false), Self::Boolean(true)) => condition.negated(),
            (_, yes, no) if yes == no => yes,
            (condition, yes, no) => {
                Self::Choose { condition: Box::new(condition), yes: Box::new(yes), no: Box::new(no) }
            }
        }
    }
}
