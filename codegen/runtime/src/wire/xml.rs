//! Reading of XML by schemas, for restXml, awsQuery and ec2Query.
//!
//! [`Tree`](tree::Tree) tokenizes a body once and records where its elements are. [`XmlReader`] reads values from these
//! positions, so that the order of elements does not matter, and text is decoded only when it is read.

mod attribute;
mod error;
mod member;
mod name;
mod parse;
mod reader;
mod scalar;
mod text;
mod tree;

pub use reader::XmlReader;
