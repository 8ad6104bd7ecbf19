//! `JMESPath` expressions of waiters with static types.

/// A value in a response. It may be missing unless it is [certain](Self::is_certain).
#[derive(Clone, Debug, PartialEq)]
pub enum WaiterValue {
    /// A variable.
    Variable {
        /// Its name.
        name: &'static str,
        /// The conversion of its value.
        reading: Reading,
    },
    /// A field of a structure.
    Field {
        /// The structure.
        from: Box<WaiterValue>,
        /// The Rust name.
        field: String,
        /// True if it is an `Option`.
        is_optional: bool,
        /// The conversion of its value.
        reading: Reading,
    },
    /// A value of every element of a list. The element is the variable `item`.
    Projection {
        /// The list.
        list: Box<WaiterValue>,
        /// The kind of list.
        of: ElementOf,
        /// The filter of the elements.
        filter: Option<Box<WaiterCondition>>,
        /// The value of an element.
        item: Box<WaiterValue>,
    },
    /// One element of a list. The element is the variable `item`.
    Index {
        /// The list.
        list: Box<WaiterValue>,
        /// The kind of list.
        of: ElementOf,
        /// The number of elements before it.
        index: usize,
        /// True if the index counts from the end.
        from_end: bool,
        /// The value of the element.
        item: Box<WaiterValue>,
    },
    /// A list of several values.
    MultiSelect {
        /// The values.
        values: Vec<WaiterValue>,
        /// True if the list is missing where one value is; otherwise it holds those that are there.
        whole: bool,
    },
    /// The number of elements, entries or characters.
    Length {
        /// The list, map or string.
        of: Box<WaiterValue>,
        /// True for a string.
        is_string: bool,
    },
    /// The keys of a map.
    Keys(Box<WaiterValue>),
    /// A literal of the path.
    Literal(Literal),
    /// A condition as a boolean.
    Condition(Box<WaiterCondition>),
}

/// A condition on values in a response.
#[derive(Clone, Debug, PartialEq)]
pub enum WaiterCondition {
    /// Two values are equal.
    Equal {
        /// The left side.
        left: Box<WaiterValue>,
        /// The right side.
        right: Box<WaiterValue>,
        /// True if they must differ.
        negated: bool,
    },
    /// Two numbers are in that order.
    Ordered {
        /// The comparison.
        comparison: Comparison,
        /// The left side.
        left: Box<WaiterValue>,
        /// The right side.
        right: Box<WaiterValue>,
        /// True if a missing number fulfils the condition.
        or_missing: bool,
    },
    /// A list or string contains a value. A missing one fulfils the negated condition.
    Contains {
        /// The list or string.
        container: Box<WaiterValue>,
        /// The string, number or boolean.
        element: Box<WaiterValue>,
        /// True for a list.
        is_list: bool,
        /// True if it must not contain the value.
        negated: bool,
    },
    /// All of the conditions hold.
    And(Vec<WaiterCondition>),
    /// One of the conditions holds.
    Or(Vec<WaiterCondition>),
    /// A boolean is there and has the value.
    Boolean {
        /// The boolean.
        of: Box<WaiterValue>,
        /// The value.
        value: bool,
        /// True if it may be missing instead.
        or_missing: bool,
    },
    /// A value is there, and not empty where it could be.
    Present {
        /// The value.
        of: Box<WaiterValue>,
        /// True if the value can be empty.
        sized: bool,
        /// True if the value must be missing or empty.
        negated: bool,
    },
}

/// A literal of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A string.
    String(String),
    /// An integer.
    Number(i64),
    /// A boolean.
    Boolean(bool),
}

/// A comparison of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// The conversion of a field, variable or element to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A reference.
    Borrowed,
    /// The `&str` of a `String`.
    String,
    /// The `&str` of an enum.
    Enum,
    /// A copy.
    Copied,
    /// An integer of less than 64 bits as an `i64`.
    Widened,
}

/// The kind of list that has the elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementOf {
    /// A list of the model; elements are borrowed, and nulls in it are skipped.
    Modelled {
        /// True if it holds nulls.
        sparse: bool,
        /// True if its elements are lists, which are flattened.
        nested: bool,
    },
    /// The values of a map of the model; nulls are skipped.
    Values {
        /// True if it holds nulls.
        sparse: bool,
    },
    /// A list made by another expression, which owns its elements.
    Projected {
        /// True if its elements are lists, which are flattened.
        nested: bool,
    },
}

impl WaiterValue {
    /// Returns true if the value is always there.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Variable { .. } | Self::Literal(_) => true,
            Self::Field { from, is_optional: optional, .. } => !optional && from.is_certain(),
            Self::Length { of: inner, .. } | Self::Keys(inner) => inner.is_certain(),
            Self::Projection { list, .. } => list.is_certain(),
            Self::Index { .. } => false,
            Self::MultiSelect { values, whole } => !whole || values.iter().all(Self::is_certain),
            Self::Condition(condition) => condition.is_certain(),
        }
    }

    /// Returns true if the variable is part of the value.
    #[must_use]
    pub fn mentions(&self, variable: &str) -> bool {
        match self {
            Self::Variable { name, .. } => *name == variable,
            Self::Literal(_) => false,
            Self::Field { from: inner, .. } | Self::Length { of: inner, .. } | Self::Keys(inner) => {
                inner.mentions(variable)
            }
            // The variable `item` inside of a list is the list's own element.
            Self::Projection { list, .. } | Self::Index { list, .. } => list.mentions(variable),
            Self::MultiSelect { values, .. } => values.iter().any(|value| value.mentions(variable)),
            Self::Condition(condition) => condition.mentions(variable),
        }
    }

    /// Returns the number of expressions that it is made of, itself included.
    #[must_use]
    pub fn size(&self) -> usize {
        match self {
            Self::Variable { .. } | Self::Literal(_) => 1,
            Self::Field { from: inner, .. } | Self::Length { of: inner, .. } | Self::Keys(inner) => {
                1 + inner.size()
            }
            Self::Projection { list, filter, item, .. } => {
                1 + list.size() + item.size() + filter.as_ref().map_or(0, |filter| filter.size())
            }
            Self::Index { list, item, .. } => 1 + list.size() + item.size(),
            Self::MultiSelect { values, .. } => 1 + values.iter().map(Self::size).sum::<usize>(),
            Self::Condition(condition) => condition.size(),
        }
    }

    /// Returns the same list for one whose lists are flattened: missing values in them are skipped.
    #[must_use]
    pub fn flattened(self) -> Self {
        match self {
            Self::MultiSelect { values, .. } => Self::MultiSelect { values, whole: false },
            Self::Projection { list, of, filter, item } => {
                Self::Projection { list, of, filter, item: Box::new(item.flattened()) }
            }
            other => other,
        }
    }
}

impl WaiterCondition {
    /// Returns true if the condition has a value as a boolean, whatever is missing.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        match self {
            Self::Ordered { left, right, or_missing, .. } => {
                *or_missing || (left.is_certain() && right.is_certain())
            }
            Self::Contains { container, element, negated, .. } => {
                *negated || (container.is_certain() && element.is_certain())
            }
            Self::Equal { .. } | Self::And(_) | Self::Or(_) | Self::Boolean { .. } | Self::Present { .. } => {
                true
            }
        }
    }

    /// Returns true if the variable is part of the condition.
    #[must_use]
    pub fn mentions(&self, variable: &str) -> bool {
        match self {
            Self::Equal { left, right, .. }
            | Self::Ordered { left, right, .. }
            | Self::Contains { container: left, element: right, .. } => {
                left.mentions(variable) || right.mentions(variable)
            }
            Self::And(all) | Self::Or(all) => all.iter().any(|condition| condition.mentions(variable)),
            Self::Boolean { of, .. } | Self::Present { of, .. } => of.mentions(variable),
        }
    }

    /// Returns the number of expressions that it is made of, itself included.
    #[must_use]
    pub fn size(&self) -> usize {
        match self {
            Self::Equal { left, right, .. }
            | Self::Ordered { left, right, .. }
            | Self::Contains { container: left, element: right, .. } => 1 + left.size() + right.size(),
            Self::And(all) | Self::Or(all) => 1 + all.iter().map(Self::size).sum::<usize>(),
            Self::Boolean { of, .. } | Self::Present { of, .. } => 1 + of.size(),
        }
    }
}
