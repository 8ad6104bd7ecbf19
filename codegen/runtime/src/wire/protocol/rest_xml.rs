//! `aws.protocols#restXml`.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_schema::{
    Schema, ShapeId,
    codec::DynCodec,
    http_protocol::{http_error_deserializer, http_output_deserializer},
    protocol::ClientProtocolInner,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
};
use aws_smithy_types::{config_bag::ConfigBag, endpoint::Endpoint, error::metadata::Builder};
use aws_smithy_xml::protocol::aws_rest_xml::AwsRestXmlProtocol;

use super::{envelope, payload, xml_body, xml_characters::check_characters};
use crate::protocol::has_document;

/// AWS REST XML.
///
/// [`AwsRestXmlProtocol`] with media types of blobs and strings, without those of payloads that have no value, with empty
/// bodies, which it rejects, without characters that XML cannot contain, and with errors in any form; a setting selects the only
/// one that it reads.
#[derive(Debug, Default)]
pub struct RestXml(AwsRestXmlProtocol);

impl RestXml {
    /// Creates the protocol.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl ClientProtocolInner for RestXml {
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
        let request = payload::serialize(input_schema, "", cfg, &|schema| {
            self.0.serialize_request(input, schema, endpoint, cfg)
        })?;
        check_characters(request, input_schema)
    }

    fn deserialize_response<'a>(
        &self,
        response: &'a HttpResponse,
        output_schema: &Schema<'_>,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        let is_empty = response.body().bytes().is_none_or(<[u8]>::is_empty);
        let body = if !is_empty && has_document(output_schema) {
            xml_body::output(response, cfg)?
        } else {
            xml_body::without_body(cfg)?
        };
        Ok(http_output_deserializer(body, response, output_schema, cfg))
    }

    fn parse_error_metadata(&self, response: &HttpResponse, _cfg: &ConfigBag) -> Result<Builder, SerdeError> {
        envelope::error_metadata(response.body().bytes().unwrap_or_default())
    }

    fn deserialize_error_response<'a>(
        &self,
        response: &'a HttpResponse,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        Ok(http_error_deserializer(envelope::error_members(response, cfg)?, response, cfg))
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
        envelope::error_metadata(payload)
    }
}
