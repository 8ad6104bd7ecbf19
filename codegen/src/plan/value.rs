//! Values that a model writes down for its tests and examples, with their Rust types.

use std::collections::BTreeMap;

use crate::source::Value;

use super::RustPath;

/// A value of a Rust type.
#[derive(Clone, Debug, PartialEq)]
pub enum ValuePlan {
    /// A boolean.
    Bool(bool),
    /// An integer of up to 64 bits.
    Integer(i64),
    /// A floating point number; also `NaN` and the infinities.
    Float(f64),
    /// A string.
    String(String),
    /// The digits of a `BigInteger` or `BigDecimal`.
    Digits(String),
    /// Bytes.
    Blob(Vec<u8>),
    /// The bytes of a stream.
    Stream(Vec<u8>),
    /// An event stream without events, of an input or output.
    NoEvents {
        /// True for an input.
        is_sent: bool,
    },
    /// A point in time: seconds since the epoch, and nanoseconds after them.
    Time(i64, u32),
    /// A JSON-like value.
    Document(Value),
    /// A list; `None` is null, which only sparse lists hold.
    List(Vec<Option<ValuePlan>>, Sparse),
    /// A map.
    Map {
        /// The enum of the keys, unless they are strings.
        key: Option<RustPath>,
        /// The entries; `None` is null, which only sparse maps hold.
        entries: BTreeMap<String, Option<ValuePlan>>,
        /// True if it holds `Option`s.
        sparse: Sparse,
    },
    /// A structure.
    Struct(StructValue),
    /// A variant of a union, without a value if its type is `()`.
    Union(RustPath, String, Option<Box<ValuePlan>>),
    /// An enum of strings.
    Enum(RustPath, String),
    /// A value in a box.
    Boxed(Box<ValuePlan>),
}

/// True if an aggregate holds `Option`s.
pub type Sparse = bool;

/// A structure with some of its fields set.
#[derive(Clone, Debug, PartialEq)]
pub struct StructValue {
    /// Its type.
    pub path: RustPath,
    /// True if its builder may fail.
    pub is_build_fallible: bool,
    /// Fields by the part of the setter's name after `set_`.
    pub fields: Vec<(String, ValuePlan)>,
}
