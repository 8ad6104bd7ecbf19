//! Expressions of the rules with their types.

use super::{Attribute, Function};

/// The types of expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// `&str`
    Text,
    /// `bool`
    Flag,
    /// A number that is known beforehand.
    Number,
    /// `&[String]`
    Texts,
    /// `&Partition`
    Partition,
    /// `&Url`
    Url,
    /// `&Arn`
    Arn,
}

impl Type {
    /// The type in a sentence.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Flag => "a boolean",
            Self::Number => "a number",
            Self::Texts => "a list of text",
            Self::Partition => "a partition",
            Self::Url => "a URL",
            Self::Arn => "an ARN",
        }
    }
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// Text that is known beforehand.
    Text(String),
    /// True or false.
    Flag(bool),
    /// A number, as `substring` takes it.
    Number(u64),
    /// A field of the parameters.
    Parameter {
        /// The field.
        field: String,
        /// Its type.
        ty: Type,
        /// Whether it is an `Option`.
        optional: bool,
    },
    /// What a condition has bound.
    Variable {
        /// The Rust name.
        name: String,
        /// Its type.
        ty: Type,
    },
    /// Text with expressions in it.
    Format(Vec<Expression>),
    /// A part of a partition, URL or ARN.
    Attribute {
        /// The whole.
        of: Box<Expression>,
        /// The part.
        attribute: &'static Attribute,
    },
    /// An element of a list of text, if there is one.
    Element {
        /// The list.
        of: Box<Expression>,
        /// Its place in the list.
        index: usize,
    },
    /// A call of a function of the support code.
    Call {
        /// The function.
        function: &'static Function,
        /// The arguments.
        arguments: Vec<Expression>,
    },
    /// Whether an optional expression has a value.
    IsSome(Box<Expression>),
    /// Whether it has none.
    IsNone(Box<Expression>),
    /// The contrary of a flag.
    Not(Box<Expression>),
    /// Whether two texts or flags are the same.
    Equal(Box<Expression>, Box<Expression>),
    /// The first, which is optional, or the second in its place.
    Or(Box<Expression>, Box<Expression>),
    /// One of two, by a flag.
    Choose {
        /// The flag.
        condition: Box<Expression>,
        /// The value when it is true.
        yes: Box<Expression>,
        /// The value when it is false.
        no: Box<Expression>,
    },
}

impl Expression {
    /// Its type, without the `Option` around it.
    #[must_use]
    pub fn ty(&self) -> Type {
        match self {
            Self::Text(_) | Self::Format(_) | Self::Element { .. } => Type::Text,
            Self::Flag(_) | Self::IsSome(_) | Self::IsNone(_) | Self::Not(_) | Self::Equal(..) => Type::Flag,
            Self::Number(_) => Type::Number,
            Self::Parameter { ty, .. } | Self::Variable { ty, .. } => *ty,
            Self::Attribute { attribute, .. } => attribute.ty,
            Self::Call { function, .. } => function.result,
            Self::Or(first, _) => first.ty(),
            Self::Choose { yes, .. } => yes.ty(),
        }
    }

    /// Whether it may have no value, so that it is an `Option` in Rust.
    #[must_use]
    pub fn optional(&self) -> bool {
        match self {
            Self::Parameter { optional, .. } => *optional,
            Self::Element { .. } => true,
            Self::Call { function, .. } => function.optional,
            Self::Or(_, second) => second.optional(),
            Self::Choose { yes, no, .. } => yes.optional() || no.optional(),
            _ => false,
        }
    }

    /// Whether it makes text or a list of its own, which nothing else owns.
    #[must_use]
    pub fn owned(&self) -> bool {
        match self {
            Self::Format(_) => true,
            Self::Call { function, .. } => function.owned,
            _ => false,
        }
    }

    /// The expressions that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Text(_)
            | Self::Flag(_)
            | Self::Number(_)
            | Self::Parameter { .. }
            | Self::Variable { .. } => Vec::new(),
            Self::Format(parts) | Self::Call { arguments: parts, .. } => parts.iter().collect(),
            Self::Attribute { of, .. } | Self::Element { of, .. } => vec![of],
            Self::IsSome(of) | Self::IsNone(of) | Self::Not(of) => vec![of],
            Self::Equal(first, second) | Self::Or(first, second) => vec![first, second],
            Self::Choose { condition, yes, no } => vec![condition, yes, no],
        }
    }

    /// Itself and every expression inside.
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        all.extend(self.parts().into_iter().flat_map(Self::all));
        all
    }

    /// The contrary of a flag, in the simplest form.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Flag(flag) => Self::Flag(!flag),
            Self::Not(inner) => *inner,
            Self::IsSome(of) => Self::IsNone(of),
            Self::IsNone(of) => Self::IsSome(of),
            other => Self::Not(Box::new(other)),
        }
    }

    /// Whether two flags or texts are the same, in the simplest form.
    pub(super) fn equal(first: Self, second: Self) -> Self {
        match (first, second) {
            (Self::Flag(wanted), other) | (other, Self::Flag(wanted)) => {
                if wanted {
                    other
                } else {
                    other.negated()
                }
            }
            (Self::Text(first), Self::Text(second)) => Self::Flag(first == second),
            (first, second) if first == second => Self::Flag(true),
            (first, second) => Self::Equal(Box::new(first), Box::new(second)),
        }
    }

    /// One of two by a flag, in the simplest form.
    pub(super) fn choose(condition: Self, yes: Self, no: Self) -> Self {
        match (condition, yes, no) {
            (Self::Flag(true), yes, _) => yes,
            (Self::Flag(false), _, no) => no,
            (condition, Self::Flag(true), Self::Flag(false)) => condition,
            (condition, Self::Flag(false), Self::Flag(true)) => condition.negated(),
            (_, yes, no) if yes == no => yes,
            (condition, yes, no) => {
                Self::Choose { condition: Box::new(condition), yes: Box::new(yes), no: Box::new(no) }
            }
        }
    }
}
