//! `aws.protocols#awsQuery`.

use aws_smithy_query::protocol::AwsQueryProtocol;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, Metadata};
use aws_smithy_schema::{
    Schema, ShapeId,
    protocol::ClientProtocolInner,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
};
use aws_smithy_types::{config_bag::ConfigBag, endpoint::Endpoint, error::metadata::Builder};

use super::{envelope, xml_body};

/// AWS Query.
///
/// [`AwsQueryProtocol`] with code, message and request id of errors, which it does not read, and with empty bodies of
/// outputs without members, which it rejects.
#[derive(Debug, Default)]
pub struct AwsQuery(AwsQueryProtocol);

impl AwsQuery {
    /// Creates the protocol.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl ClientProtocolInner for AwsQuery {
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
        self.0.serialize_request(input, input_schema, endpoint, cfg)
    }

    fn deserialize_response<'a>(
        &self,
        response: &'a HttpResponse,
        _output_schema: &Schema<'_>,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        let mut reader = xml_body::output(response, cfg)?;
        if let Some(operation) = cfg.load::<Metadata>() {
            // Emulators leave it out where it has no content, and services where they have no output.
            reader.enter(&format!("{}Result", operation.name()))?;
        }
        Ok(Box::new(reader))
    }

    fn parse_error_metadata(&self, response: &HttpResponse, _cfg: &ConfigBag) -> Result<Builder, SerdeError> {
        envelope::error_metadata(response.body().bytes().unwrap_or_default())
    }

    fn deserialize_error_response<'a>(
        &self,
        response: &'a HttpResponse,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        Ok(Box::new(envelope::error_members(response, cfg)?))
    }

    fn update_endpoint(
        &self,
        request: &mut HttpRequest,
        endpoint: &Endpoint,
        cfg: &ConfigBag,
    ) -> Result<(), SerdeError> {
        self.0.update_endpoint(request, endpoint, cfg)
    }
}
