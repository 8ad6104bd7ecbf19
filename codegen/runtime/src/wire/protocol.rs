//! Client protocols whose schemas have HTTP or XML traits: those of the official crates with what they lack, and EC2 Query.

#[cfg(feature = "aws-query")]
mod aws_query;
#[cfg(feature = "ec2-query")]
mod ec2_query;
#[cfg(feature = "xml")]
mod envelope;
#[cfg(feature = "ec2-query")]
mod form;
#[cfg(any(feature = "rest-json", feature = "rest-xml"))]
mod payload;
#[cfg(feature = "rest-json")]
mod rest_json;
#[cfg(feature = "rest-xml")]
mod rest_xml;
#[cfg(feature = "xml")]
mod xml_body;
#[cfg(feature = "rest-xml")]
mod xml_characters;

#[cfg(feature = "aws-query")]
pub use aws_query::AwsQuery;
#[cfg(feature = "ec2-query")]
pub use ec2_query::Ec2Query;
#[cfg(any(feature = "aws-query", feature = "ec2-query"))]
pub(crate) use envelope::output_request_id;
#[cfg(feature = "rest-json")]
pub use rest_json::RestJson;
#[cfg(feature = "rest-xml")]
pub use rest_xml::RestXml;
