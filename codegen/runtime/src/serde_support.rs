//! Serialization by serde: the feature `serde`.
//!
//! A type converts to an [`ErasedValue`], and is read as responses are, through a reader over any format. Code that is
//! generic over the format exists once, so that a type adds little to a program that serializes it.

mod blob_time;
mod document;
mod erased;
mod item;
mod metadata;
mod number;
mod read;
mod reader;
mod traits;
mod value;

pub use erased::{Entry, ErasedValue, Members};
pub use metadata::{metadata, request_ids};
pub use read::read;
pub use value::{Deserializable, ToErased, entries, error, unhandled, variant};
