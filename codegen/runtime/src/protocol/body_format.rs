//! Formats of bodies, by their protocols.

use aws_smithy_schema::protocol::SharedClientProtocol;

/// The format of a body, which decides its reader.
///
/// The readers of AWS's protocols are ours, whose errors have the names of members. Each reads a body once, strictly or leniently.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum BodyFormat {
    /// JSON with all members.
    Json,
    /// JSON with members named by `smithy.api#jsonName`, except those that HTTP traits bind to other parts.
    RestJson,
    /// XML, except members that HTTP traits bind to other parts.
    RestXml,
    /// CBOR with all members.
    Cbor,
    /// XML of other protocols, whose readers are ours too, or the format of a protocol that is not AWS's. The protocol has the
    /// reader.
    Other,
}

impl BodyFormat {
    /// Returns the format of the bodies of `protocol`.
    pub(crate) fn of(protocol: &SharedClientProtocol) -> Self {
        match protocol.protocol_id().as_str() {
            "aws.protocols#awsJson1_0" | "aws.protocols#awsJson1_1" => Self::Json,
            "aws.protocols#restJson1" => Self::RestJson,
            "aws.protocols#restXml" => Self::RestXml,
            "smithy.protocols#rpcv2Cbor" => Self::Cbor,
            _ => Self::Other,
        }
    }
}
