//! Reading and writing of values by their schemas.

mod ec2_query_name;
mod frame;
mod lenient;
pub mod members;
#[cfg(any(feature = "aws-query", feature = "ec2-query", feature = "rest-json", feature = "rest-xml"))]
pub mod protocol;
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

pub use ec2_query_name::{Ec2QueryName, ec2_query_name_traits};
pub use frame::write_structure;
pub use lenient::{LenientHeaderReader, LenientReader};
pub use members::{read_members, write_members};
pub use schema::operation_schema;
pub use stream::EventMember;
pub use strict::StrictReader;
pub use value::{MapKey, Readable, Writable};
#[cfg(feature = "xml")]
pub use xml::XmlReader;
