//! What a path of a waiter takes of an answer, with everything decided that `JMESPath` leaves to the run of the program.

use crate::plan::jmespath::Comparison;

/// A value that is found in an answer. It may be missing where it is not [`certain`](Self::certain).
#[derive(Clone, Debug, PartialEq)]
pub enum ValuePlan {
    /// A variable.
    Variable {
        /// Its name.
        name: &'static str,
        /// How its value is read.
        reading: Reading,
    },
    /// A field of a structure.
    Field {
        /// The structure.
        from: Box<ValuePlan>,
        /// The Rust name.
        field: String,
        /// Whether it is an `Option`.
        optional: bool,
        /// How its value is read.
        reading: Reading,
    },
    /// Something of every element of a list. The element is the variable `item`.
    Each {
        /// The list.
        list: Box<ValuePlan>,
        /// What kind of list.
        of: ElementOf,
        /// What must hold of an element.
        keep: Option<Box<ValuePlan>>,
        /// What is taken of it.
        item: Box<ValuePlan>,
    },
    /// One element of a list. The element is the variable `item`.
    Index {
        /// The list.
        list: Box<ValuePlan>,
        /// What kind of list.
        of: ElementOf,
        /// How many stand before it.
        index: usize,
        /// Whether to count from the end.
        from_end: bool,
        /// How it is read.
        item: Box<ValuePlan>,
    },
    /// A list of values.
    Several {
        /// The values.
        values: Vec<ValuePlan>,
        /// Whether the list is missing where one of them is; otherwise it holds those that are there.
        whole: bool,
    },
    /// The number of elements, entries or characters.
    Length {
        /// Of what.
        of: Box<ValuePlan>,
        /// Whether that is text.
        is_text: bool,
    },
    /// The keys of a map.
    Keys(Box<ValuePlan>),
    /// A value of the model.
    Known(Known),
    /// Whether two values are the same.
    Same {
        /// The one.
        left: Box<ValuePlan>,
        /// The other.
        right: Box<ValuePlan>,
        /// Whether they must differ.
        negated: bool,
    },
    /// Whether two numbers are in that order. As a condition it is false where one is missing, or true when negated.
    Ordered {
        /// How they are compared.
        comparison: Comparison,
        /// The one.
        left: Box<ValuePlan>,
        /// The other.
        right: Box<ValuePlan>,
        /// Whether a missing number makes it true.
        or_missing: bool,
    },
    /// Whether a list or text contains something. As a condition it is false where one is missing, or true when negated.
    Contains {
        /// The list or text.
        in_what: Box<ValuePlan>,
        /// The text, number or flag.
        what: Box<ValuePlan>,
        /// Whether that is a list.
        is_list: bool,
        /// Whether it must not.
        negated: bool,
    },
    /// Whether all hold.
    And(Vec<ValuePlan>),
    /// Whether one holds.
    Or(Vec<ValuePlan>),
    /// Whether a flag is there and has the value.
    Flag {
        /// The flag.
        of: Box<ValuePlan>,
        /// The value.
        value: bool,
        /// Whether it may be missing instead.
        or_missing: bool,
    },
    /// Whether a value is there, and not empty where it could be.
    Present {
        /// The value.
        of: Box<ValuePlan>,
        /// Whether it is something that can be empty.
        sized: bool,
        /// Whether it must not.
        negated: bool,
    },
}

/// A value of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// Text.
    Text(String),
    /// An integer.
    Number(i64),
    /// True or false.
    Flag(bool),
}

/// How a value is read of what holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Borrowed.
    Borrowed,
    /// The text of a `String`.
    Text,
    /// The text of an enum.
    Name,
    /// A copy.
    Copied,
    /// An integer of less than 64 bits as one of 64.
    Widened,
}

/// What the elements of a list are elements of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElementOf {
    /// A list of the model; elements are borrowed, and nulls in it are passed over.
    Model {
        /// Whether there are nulls.
        sparse: bool,
        /// Whether its elements are lists, which are taken apart.
        nested: bool,
    },
    /// A list that was made of another; elements are its own.
    Made {
        /// Whether its elements are lists, which are taken apart.
        nested: bool,
    },
}

impl ValuePlan {
    /// Whether the value is always there.
    #[must_use]
    pub fn certain(&self) -> bool {
        match self {
            Self::Field { from, optional, .. } => !optional && from.certain(),
            Self::Length { of: inner, .. } | Self::Keys(inner) => inner.certain(),
            Self::Each { list, .. } => list.certain(),
            Self::Index { .. } => false,
            Self::Several { values, whole } => !whole || values.iter().all(Self::certain),
            Self::Ordered { left, right, or_missing, .. } => {
                *or_missing || (left.certain() && right.certain())
            }
            Self::Contains { in_what, what, negated, .. } => {
                *negated || (in_what.certain() && what.certain())
            }
            _ => true,
        }
    }

    /// Whether it is found in the variable.
    #[must_use]
    pub fn mentions(&self, variable: &str) -> bool {
        match self {
            Self::Variable { name, .. } => *name == variable,
            // What stands in a list speaks of the list's own elements.
            Self::Each { list, .. } | Self::Index { list, .. } => list.mentions(variable),
            other => other.parts().iter().any(|part| part.mentions(variable)),
        }
    }

    /// How many values it is made of, itself included.
    #[must_use]
    pub fn size(&self) -> usize {
        1 + self.parts().iter().map(|part| part.size()).sum::<usize>()
    }

    /// The values that it is made of.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Variable { .. } | Self::Known(_) => Vec::new(),
            Self::Field { from: inner, .. }
            | Self::Length { of: inner, .. }
            | Self::Keys(inner)
            | Self::Flag { of: inner, .. }
            | Self::Present { of: inner, .. } => vec![inner],
            Self::Each { list, keep, item, .. } => {
                [list, item].into_iter().chain(keep).map(|part| &**part).collect()
            }
            Self::Index { list: left, item: right, .. }
            | Self::Same { left, right, .. }
            | Self::Ordered { left, right, .. }
            | Self::Contains { in_what: left, what: right, .. } => vec![left, right],
            Self::Several { values: all, .. } | Self::And(all) | Self::Or(all) => all.iter().collect(),
        }
    }

    /// The same list for one whose lists are taken apart: what is missing in them is passed over.
    #[must_use]
    pub fn flattened(self) -> Self {
        match self {
            Self::Several { values, .. } => Self::Several { values, whole: false },
            Self::Each { list, of, keep, item } => {
                Self::Each { list, of, keep, item: Box::new(item.flattened()) }
            }
            other => other,
        }
    }
}
