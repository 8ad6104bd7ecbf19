//! Default values, checked and ready to be stated without parsing. Source: Smithy 2.0 specification, "default trait".

/// A default value.
#[derive(Clone, Debug, PartialEq)]
pub enum DefaultValue {
    /// The value of `Default::default()`: 0, false, empty.
    Empty,
    /// A boolean.
    Bool(bool),
    /// An integer that the type of the field can hold.
    Integer(i64),
    /// A finite floating point number that the type of the field can hold.
    Float(f64),
    /// A constant of `f32` and `f64`: `NAN`, `INFINITY` or `NEG_INFINITY`. Unlike the numbers, it is equal to itself.
    NotFinite(&'static str),
    /// A string, the string of an enum, or the digits of a big integer or big decimal.
    String(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A point in time.
    Timestamp {
        /// Whole seconds since the start of 1970.
        seconds: i64,
        /// Nanoseconds on top of them; less than a second.
        nanos: u32,
    },
    /// A document.
    Document(DocumentValue),
}

impl Eq for DefaultValue {}

/// The documents that may be defaults; null is not one.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentValue {
    /// A boolean.
    Bool(bool),
    /// An integer that is not negative.
    Unsigned(u64),
    /// A negative integer.
    Negative(i64),
    /// Another number.
    Float(f64),
    /// A string.
    String(String),
    /// A list without elements.
    EmptyList,
    /// A map without entries.
    EmptyMap,
}
