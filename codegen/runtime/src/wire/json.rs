//! Reading of JSON by schemas, for awsJson and restJson1.
//!
//! [`Cursor`](cursor::Cursor) moves over the text, and [`JsonReader`] reads the values at its position, each once. One reader is
//! strict or lenient. Values that a strict reader accepts are never changed.

mod cursor;
mod document;
mod error;
mod escape;
mod reader;
mod scalar;

pub(crate) use error::error_metadata;
pub use reader::JsonReader;
