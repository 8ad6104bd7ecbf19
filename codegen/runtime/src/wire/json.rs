//! Reading of JSON by schemas, for awsJson and restJson1.
//!
//! [`Cursor`](cursor::Cursor) moves over the text, and [`JsonReader`] reads the values at its position, each once. One reader is
//! strict or lenient; what a lenient reader changes is never a value that a strict one reads.

mod cursor;
mod document;
mod error;
mod escape;
mod reader;
mod scalar;

pub(crate) use error::error_metadata;
pub use reader::JsonReader;
