//! Requests with their members in the query string instead of the body.

use aws_smithy_runtime_api::{box_error::BoxError, client::orchestrator::HttpRequest};
use aws_smithy_schema::{prelude, protocol::SharedClientProtocol};
use aws_smithy_types::{Document, body::SdkBody, config_bag::ConfigBag};

use crate::rules::uri_encode::uri_encode;

/// Turns a request into a `GET` request without a body.
pub(super) fn move_body_to_query(request: &mut HttpRequest, cfg: &ConfigBag) -> Result<(), BoxError> {
    let protocol = cfg.load::<SharedClientProtocol>();
    let codec = protocol.and_then(|protocol| protocol.payload_codec()).ok_or("the protocol has no codec")?;
    let body = request.body().bytes().unwrap_or_default();
    let members = codec.create_deserializer(body).read_document(&prelude::DOCUMENT)?;
    let query = parameters(&members)?.join("&");
    request.set_uri(format!("{}?{query}", request.uri()))?;
    request.set_method("GET")?;
    *request.body_mut() = SdkBody::empty();
    request.headers_mut().remove("content-type");
    request.headers_mut().remove("content-length");
    Ok(())
}

/// Returns the parameters in the order of their names. A list has one for each of its elements.
fn parameters(members: &Document) -> Result<Vec<String>, BoxError> {
    let mut members: Vec<_> = members.as_object().ok_or("the body is not an object")?.iter().collect();
    members.sort_by_key(|(name, _)| *name);
    let mut parameters = Vec::new();
    for (name, value) in members {
        for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
            let value = value.as_string().ok_or_else(|| format!("`{name}` is not a string"))?;
            parameters.push(format!("{name}={}", uri_encode(value)));
        }
    }
    Ok(parameters)
}
