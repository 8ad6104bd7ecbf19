//! Reading of CBOR by schemas, for rpcv2Cbor.
//!
//! [`Input`](input::Input) reads the heads of data items, and [`CborReader`] the values. The types are those of the specification of
//! the protocol, with nothing that is converted: numbers in any size, floats as integers, and undefined as null.

mod error;
mod input;
mod number;
mod reader;

pub(crate) use error::error_metadata;
pub use reader::CborReader;
