//! Schemas as values: the description of a shape by which protocols read and write it.

use super::RustPath;
use crate::id::ShapeId;

/// The schema of a value: its kind on the wire and the traits that change its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaNode {
    /// The kind of shape.
    pub shape: SchemaShape,
    /// The shape, for nodes that have a schema of their own.
    pub id: ShapeId,
    /// The traits, those of the shape included.
    pub traits: Vec<SchemaTrait>,
}

/// The kinds of shapes in `aws_smithy_schema::ShapeType`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaShape {
    /// A simple type, by its name in `ShapeType`.
    Simple(&'static str),
    /// A list of the node.
    List(Box<SchemaNode>),
    /// A map.
    Map {
        /// The keys, which are strings.
        key: Box<SchemaNode>,
        /// The values.
        value: Box<SchemaNode>,
    },
    /// A structure, with the name of its static.
    Structure(RustPath),
    /// A union, with the name of its static.
    Union(RustPath),
}

/// A trait that changes the form of a value on the wire. Each is a method of `aws_smithy_schema::Schema`, except
/// `Ec2QueryName`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaTrait {
    /// `smithy.api#timestampFormat`: `epoch-seconds`, `date-time` or `http-date`.
    TimestampFormat(String),
    /// `smithy.api#sensitive`
    Sensitive,
    /// `smithy.api#jsonName`
    JsonName(String),
    /// `smithy.api#mediaType`
    MediaType(String),
    /// `smithy.api#http` of the operation, on its input.
    Http {
        /// The method.
        method: String,
        /// The URI pattern: `/things/{id}`.
        uri: String,
        /// The status of a success.
        code: u16,
    },
    /// `smithy.api#httpLabel`
    HttpLabel,
    /// `smithy.api#httpQuery`
    HttpQuery(String),
    /// `smithy.api#httpQueryParams`
    HttpQueryParams,
    /// `smithy.api#httpHeader`
    HttpHeader(String),
    /// `smithy.api#httpPrefixHeaders`
    HttpPrefixHeaders(String),
    /// `smithy.api#httpPayload`
    HttpPayload,
    /// `smithy.api#httpResponseCode`
    HttpResponseCode,
    /// `smithy.api#streaming`
    Streaming,
    /// `smithy.api#eventHeader`
    EventHeader,
    /// `smithy.api#eventPayload`
    EventPayload,
    /// An input without members in the body.
    NoBodyMembers,
    /// `smithy.api#xmlName`
    XmlName(String),
    /// `smithy.api#xmlAttribute`
    XmlAttribute,
    /// `smithy.api#xmlFlattened`
    XmlFlattened,
    /// `smithy.api#xmlNamespace`
    XmlNamespace {
        /// The URI.
        uri: String,
        /// The prefix, unless it is the default namespace.
        prefix: Option<String>,
    },
    /// `aws.customizations#s3UnwrappedXmlOutput` of the operation, on its output.
    XmlUnwrappedOutput,
    /// `aws.protocols#ec2QueryName`
    Ec2QueryName(String),
}

impl SchemaTrait {
    /// Returns true for a trait that moves a member out of the structure in the body. Source: Smithy 2.0 specification, "HTTP
    /// bindings", which are ignored in nested structures.
    #[must_use]
    pub fn is_http_binding(&self) -> bool {
        matches!(
            self,
            Self::HttpLabel
                | Self::HttpQuery(_)
                | Self::HttpQueryParams
                | Self::HttpHeader(_)
                | Self::HttpPrefixHeaders(_)
                | Self::HttpPayload
                | Self::HttpResponseCode
        )
    }
}

impl SchemaNode {
    /// Returns true if the prelude's schema of the same kind will do.
    #[must_use]
    pub fn is_prelude(&self) -> bool {
        matches!(self.shape, SchemaShape::Simple(_)) && self.traits.is_empty()
    }
}
