//! Serialization of requests.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    Schema,
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct},
};
use aws_smithy_types::config_bag::ConfigBag;

use super::{no_input::without_body, query_mode::ask_for_query_errors};
use crate::service::Service;

/// Serializes `input` into a request without host and signature.
pub fn serialize(
    service: &Service,
    protocol: &SharedClientProtocol,
    schema: &Schema<'_>,
    input: &dyn SerializableStruct,
    cfg: &ConfigBag,
) -> Result<HttpRequest, SerdeError> {
    // Without an endpoint, which is applied later by `update_endpoint`.
    let mut request = protocol.serialize_request(input, schema, "", cfg)?;
    if service.is_query_compatible {
        ask_for_query_errors(&mut request);
    }
    without_body(&mut request, schema, protocol);
    Ok(request)
}
