//! `aws.protocols#restJson1`.

use aws_smithy_json::protocol::aws_rest_json_1::AwsRestJsonProtocol;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_schema::{
    Schema, ShapeId,
    codec::DynCodec,
    protocol::ClientProtocolInner,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
};
use aws_smithy_types::{config_bag::ConfigBag, endpoint::Endpoint, error::metadata::Builder};

use super::payload;

/// AWS REST JSON 1.
///
/// [`AwsRestJsonProtocol`] with payloads as the specification has them: it throws away payloads that are documents, writes
/// nothing for payload structures that are not set, and sends blobs and strings without a media type.
#[derive(Debug, Default)]
pub struct RestJson(AwsRestJsonProtocol);

impl RestJson {
    /// Creates the protocol.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl ClientProtocolInner for RestJson {
    type Request = HttpRequest;
    type Response = HttpResponse;

    fn protocol_id(&self) -> &ShapeId<'static> {
        self.0.protocol_id()
    }

    fn serialize_request(
        &self,
        input: &dyn SerializableStruct,
        input_schema: &Schema<'_>,
        endpoint: &str,
        cfg: &ConfigBag,
    ) -> Result<HttpRequest, SerdeError> {
        payload::serialize(input_schema, "{}", cfg, &|schema| {
            self.0.serialize_request(input, schema, endpoint, cfg)
        })
    }

    // The inner protocol does not copy its settings for each response to add a namespace that nothing reads.
    fn deserialize_response<'a>(
        &self,
        response: &'a HttpResponse,
        output_schema: &Schema<'_>,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        self.0.inner().deserialize_response(response, output_schema, cfg)
    }

    fn parse_error_metadata(&self, response: &HttpResponse, cfg: &ConfigBag) -> Result<Builder, SerdeError> {
        self.0.parse_error_metadata(response, cfg)
    }

    fn deserialize_error_response<'a>(
        &self,
        response: &'a HttpResponse,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        self.0.inner().deserialize_error_response(response, cfg)
    }

    fn update_endpoint(
        &self,
        request: &mut HttpRequest,
        endpoint: &Endpoint,
        cfg: &ConfigBag,
    ) -> Result<(), SerdeError> {
        self.0.update_endpoint(request, endpoint, cfg)
    }

    fn payload_codec(&self) -> Option<&dyn DynCodec> {
        self.0.payload_codec()
    }

    fn event_stream_media_type(&self) -> Option<&str> {
        self.0.event_stream_media_type()
    }

    fn parse_event_stream_error_metadata(&self, payload: &[u8]) -> Result<Builder, SerdeError> {
        self.0.parse_event_stream_error_metadata(payload)
    }
}
