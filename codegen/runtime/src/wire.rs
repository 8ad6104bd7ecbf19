//! Reading and writing of values by their schemas.

mod cbor;
mod ec2_query_name;
mod frame;
mod json;
mod lenient;
mod member_order;
pub mod members;
#[cfg(any(feature = "aws-query", feature = "ec2-query", feature = "rest-json", feature = "rest-xml"))]
pub mod protocol;
mod read_integers;
mod readable;
mod readable_error;
pub mod schema;
mod stream;
mod strict;
mod union;
mod value;
mod writable;
#[cfg(feature = "xml")]
mod xml;

pub use cbor::CborReader;
pub(crate) use cbor::error_metadata as cbor_error_metadata;
pub use ec2_query_name::{Ec2QueryName, ec2_query_name_traits};
pub use frame::write_structure;
pub use json::JsonReader;
pub(crate) use json::error_metadata as json_error_metadata;
pub use lenient::LenientHeaderReader;
pub use members::{read_members, write_members};
pub(crate) use read_integers::read_integers;
pub use schema::operation_schema;
pub use stream::EventMember;
pub use strict::StrictReader;
pub use value::{MapKey, Readable, Writable};
#[cfg(feature = "xml")]
pub use xml::XmlReader;
