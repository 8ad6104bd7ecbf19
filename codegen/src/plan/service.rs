//! The service and its protocols.

use super::ServiceCustomization;

/// The protocols that a crate can be generated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// `aws.protocols#awsJson1_0`
    AwsJson10,
    /// `aws.protocols#awsJson1_1`
    AwsJson11,
    /// `smithy.protocols#rpcv2Cbor`
    RpcV2Cbor,
    /// `aws.protocols#restJson1`
    RestJson1,
    /// `aws.protocols#restXml`
    RestXml,
    /// `aws.protocols#awsQuery`
    AwsQuery,
    /// `aws.protocols#ec2Query`
    Ec2Query,
}

impl Protocol {
    /// All of them, by trait id.
    pub const ALL: [(&'static str, Self); 7] = [
        ("aws.protocols#awsJson1_0", Self::AwsJson10),
        ("aws.protocols#awsJson1_1", Self::AwsJson11),
        ("smithy.protocols#rpcv2Cbor", Self::RpcV2Cbor),
        ("aws.protocols#restJson1", Self::RestJson1),
        ("aws.protocols#restXml", Self::RestXml),
        ("aws.protocols#awsQuery", Self::AwsQuery),
        ("aws.protocols#ec2Query", Self::Ec2Query),
    ];

    /// The protocols whose messages are bodies alone, and which need no traits of schemas.
    const RPC: [Self; 3] = [Self::AwsJson10, Self::AwsJson11, Self::RpcV2Cbor];

    /// Returns true if requests have the name of the service shape: in `X-Amz-Target`, or in the path.
    #[must_use]
    pub fn names_service(self) -> bool {
        Self::RPC.contains(&self)
    }

    /// Returns true if members may be outside of the body: in the URI, in headers or in the status.
    #[must_use]
    pub fn has_http_bindings(self) -> bool {
        matches!(self, Self::RestJson1 | Self::RestXml)
    }

    /// Returns true if responses are XML. Requests are XML, or forms by the same names.
    #[must_use]
    pub fn is_xml(self) -> bool {
        matches!(self, Self::RestXml | Self::AwsQuery | Self::Ec2Query)
    }

    /// Returns the protocols that can read and write by the schemas of a crate for this one.
    #[must_use]
    pub fn interchangeable(self) -> Vec<Self> {
        if Self::RPC.contains(&self) { Self::RPC.to_vec() } else { vec![self] }
    }

    /// Returns the trait id.
    #[must_use]
    pub fn id(self) -> &'static str {
        let entry = Self::ALL.into_iter().find(|(_, protocol)| *protocol == self);
        entry.map_or("", |(id, _)| id)
    }

    /// Returns the name without a namespace, such as `awsJson1_1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        let id = self.id();
        id.rsplit('#').next().unwrap_or(id)
    }

    /// Parses a trait id, or the part of it after `#`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let fits = |id: &str| id == name || id.rsplit('#').next() == Some(name);
        Self::ALL.into_iter().find(|(id, _)| fits(id)).map(|(_, protocol)| protocol)
    }
}

/// The service.
#[derive(Clone, Debug)]
pub struct ServicePlan {
    /// `Direct Connect`
    pub sdk_id: String,
    /// `directconnect`: the id as one word, as in the names of the official crates.
    pub name: String,
    /// `AWS Direct Connect`
    pub title: String,
    /// `OvertureService`
    pub shape_name: String,
    /// The name in requests, as in `X-Amz-Target`: that of the shape, unless the model has another one.
    pub wire_name: String,
    /// `com.amazonaws.directconnect`
    pub namespace: String,
    /// `2012-10-25`
    pub version: String,
    /// The URI of the XML namespace.
    pub xml_namespace: Option<String>,
    /// The signing name.
    pub signing_name: String,
    /// True if errors carry the codes of AWS Query.
    pub is_query_compatible: bool,
    /// Facts that no model contains.
    pub customization: ServiceCustomization,
    /// The default protocol.
    pub protocol: Protocol,
    /// Documentation in Markdown.
    pub doc: String,
}
