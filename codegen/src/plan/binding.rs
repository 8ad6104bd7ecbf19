//! The endpoint parameters that an operation sets: fixed ones, and those that come from its input.

use super::RustPath;
use super::endpoint::ParameterValue;

/// An endpoint parameter that an operation sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Binding {
    /// To a fixed value. Source: `smithy.rules#staticContextParams`.
    Fixed {
        /// The setter.
        parameter: String,
        /// The value.
        value: ParameterValue,
    },
    /// To a value in the input. Sources: `smithy.rules#contextParam`, `smithy.rules#operationContextParams`.
    Input(Visit),
}

/// A step into the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visit {
    /// A field of a structure.
    Field {
        /// The variable with the structure.
        from: String,
        /// The field.
        field: String,
        /// True if it is an `Option`.
        is_optional: bool,
        /// The variable for its value.
        name: String,
        /// The steps with it.
        inner: Vec<Visit>,
    },
    /// A variant of a union.
    Variant {
        /// The variable with the union.
        from: String,
        /// The type of the union.
        union: RustPath,
        /// The variant.
        variant: String,
        /// The variable for its value.
        name: String,
        /// The steps with it.
        inner: Vec<Visit>,
    },
    /// Every element of a list, or every value of a map.
    Each {
        /// The variable with the list or map.
        from: String,
        /// True for a map.
        is_map: bool,
        /// True if it may hold nulls.
        sparse: bool,
        /// The variable for an element.
        name: String,
        /// The steps with it.
        inner: Vec<Visit>,
    },
    /// A new list, which becomes the value of a parameter.
    Collect {
        /// The variable with the list.
        list: String,
        /// The setter.
        parameter: String,
        /// The steps that add to the list.
        inner: Vec<Visit>,
    },
    /// A string is added to a list.
    Push {
        /// The variable with the list.
        list: String,
        /// The variable with the string.
        from: String,
        /// True for an enum.
        is_enum: bool,
    },
    /// A parameter is set.
    Set {
        /// The setter.
        parameter: String,
        /// The variable with the value.
        from: String,
        /// The part that is taken of it.
        source: Taken,
    },
}

/// The part of a value that becomes the value of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The string.
    String,
    /// The string of an enum.
    Enum,
    /// The boolean.
    Boolean,
    /// The list of strings.
    StringArray,
    /// The keys of a map.
    Keys,
}
