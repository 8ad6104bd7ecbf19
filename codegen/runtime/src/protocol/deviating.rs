//! Parts of responses that are read again, leniently.

use aws_smithy_schema::protocol::SharedClientProtocol;

/// Parts of a response that are read again if it deviates from the model.
///
/// XML is not: its readers are lenient at once.
#[derive(Clone, Copy)]
pub(crate) enum Deviating {
    /// A JSON body, which has all members.
    Json,
    /// A JSON body with members named by `smithy.api#jsonName`, and the members that HTTP traits bind to headers.
    JsonAndHeaders,
    /// The members that HTTP traits bind to headers.
    Headers,
}

impl Deviating {
    /// Returns the parts that may deviate in responses of `protocol`.
    pub(crate) fn of(protocol: &SharedClientProtocol) -> Option<Self> {
        match protocol.protocol_id().as_str() {
            "aws.protocols#restJson1" => Some(Self::JsonAndHeaders),
            "aws.protocols#restXml" => Some(Self::Headers),
            // A protocol does not expose the media type of its bodies; that of its event streams is the same.
            _ => (protocol.event_stream_media_type() == Some("application/json")).then_some(Self::Json),
        }
    }
}
