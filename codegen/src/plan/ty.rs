//! Rust types as values.

use std::fmt;

/// The absolute path of an item of the generated crate: `crate::types::Tag`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RustPath {
    /// The module: `crate::types`.
    pub module: String,
    /// The item: `Tag`.
    pub name: String,
}

impl RustPath {
    /// Returns an item of a module.
    #[must_use]
    pub fn new(module: &str, name: &str) -> Self {
        Self { module: module.to_owned(), name: name.to_owned() }
    }
}

impl fmt::Display for RustPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}::{}", self.module, self.name)
    }
}

/// The kind of a named type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamedKind {
    /// A structure.
    Struct,
    /// A union.
    Union,
    /// An enum of strings.
    Enum,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RustType {
    /// `bool`
    Bool,
    /// `i8`
    I8,
    /// `i16`
    I16,
    /// `i32`
    I32,
    /// `i64`
    I64,
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `String`
    String,
    /// `aws_smithy_types::BigInteger`
    BigInteger,
    /// `aws_smithy_types::BigDecimal`
    BigDecimal,
    /// `aws_smithy_types::Blob`
    Blob,
    /// `aws_smithy_types::byte_stream::ByteStream`: the body of a request or response, which is a stream.
    ByteStream,
    /// `EventReceiver<T, E>` of an output, or `EventStreamSender<T, E>` of an input.
    EventStream {
        /// The union of the events.
        events: RustPath,
        /// The error of the stream.
        error: RustPath,
        /// True for an input.
        is_sent: bool,
    },
    /// `aws_smithy_types::DateTime`
    DateTime,
    /// `aws_smithy_types::Document`
    Document,
    /// `Vec<T>`, of `Option<T>` when nulls are kept.
    List {
        /// The type of the elements.
        element: Box<RustType>,
        /// True if nulls are kept.
        sparse: bool,
    },
    /// `HashMap<K, T>`, of `Option<T>` when nulls are kept.
    Map {
        /// The type of the keys: a string or an enum of strings.
        key: Box<RustType>,
        /// The type of the values.
        value: Box<RustType>,
        /// True if nulls are kept.
        sparse: bool,
    },
    /// `()`: a variant without a value.
    Unit,
    /// A type of the generated crate.
    Named(RustPath, NamedKind),
    /// `Box<T>`, where a type would contain itself.
    Boxed(Box<RustType>),
}

impl RustType {
    /// Returns true for the body of a request or response that is a stream.
    #[must_use]
    pub fn is_stream(&self) -> bool {
        matches!(self, Self::ByteStream | Self::EventStream { .. })
    }

    /// Returns true if a value is passed by copying it.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        matches!(self, Self::Bool | Self::I8 | Self::I16 | Self::I32 | Self::I64 | Self::F32 | Self::F64)
    }
}
