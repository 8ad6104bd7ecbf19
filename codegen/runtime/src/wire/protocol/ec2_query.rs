//! `aws.protocols#ec2Query`, which the official crates do not have.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, Metadata};
use aws_smithy_schema::{
    Schema, ShapeId,
    protocol::{ClientProtocolInner, ServiceVersion, apply_http_endpoint},
    serde::{SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer as _},
    shape_id,
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag, endpoint::Endpoint, error::metadata::Builder};

use super::{envelope, form::FormWriter, xml_body};

static ID: ShapeId<'static> = shape_id!("aws.protocols", "ec2Query");

/// AWS EC2 Query.
///
/// Requests are forms; outputs are the members of the root of an XML document.
#[derive(Debug, Default)]
pub struct Ec2Query;

impl Ec2Query {
    /// Creates the protocol.
    #[must_use]
    pub fn new() -> Self {
        Self
    }
}

impl ClientProtocolInner for Ec2Query {
    type Request = HttpRequest;
    type Response = HttpResponse;

    fn protocol_id(&self) -> &ShapeId<'static> {
        &ID
    }

    // The path is the same for all operations; the endpoint is added later.
    fn serialize_request(
        &self,
        input: &dyn SerializableStruct,
        input_schema: &Schema<'_>,
        _endpoint: &str,
        cfg: &ConfigBag,
    ) -> Result<HttpRequest, SerdeError> {
        let mut writer = FormWriter::new(action(cfg)?, version(cfg)?);
        writer.write_struct(input_schema, input)?;
        let body = writer.finish();
        let length = body.len().to_string();
        let mut request = HttpRequest::new(SdkBody::from(body));
        request.set_method("POST").map_err(|error| SerdeError::custom(error.to_string()))?;
        request.set_uri("/").map_err(|error| SerdeError::custom(error.to_string()))?;
        request.headers_mut().insert("content-type", "application/x-www-form-urlencoded");
        request.headers_mut().insert("content-length", length);
        Ok(request)
    }

    fn deserialize_response<'a>(
        &self,
        response: &'a HttpResponse,
        _output_schema: &Schema<'_>,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        Ok(Box::new(xml_body::output(response, cfg)?))
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
        apply_http_endpoint(request, endpoint, cfg)
    }
}

fn action(cfg: &ConfigBag) -> Result<&str, SerdeError> {
    let operation = cfg.load::<Metadata>().map(Metadata::name);
    operation.ok_or_else(|| SerdeError::custom("EC2 Query needs the name of the operation"))
}

fn version(cfg: &ConfigBag) -> Result<&str, SerdeError> {
    let version = cfg.load::<ServiceVersion>().map(ServiceVersion::as_str);
    version.ok_or_else(|| SerdeError::custom("EC2 Query needs the version of the service"))
}
