//! Serialization of requests.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct},
};
use aws_smithy_types::config_bag::ConfigBag;

use super::{ErasedOperation, supported::check_supported};

/// Serializes `input` into a request without host and signature.
pub fn serialize(
    operation: &dyn ErasedOperation,
    protocol: &SharedClientProtocol,
    input: &dyn SerializableStruct,
    cfg: &ConfigBag,
) -> Result<HttpRequest, SerdeError> {
    check_supported(protocol, operation.service())?;
    // Without an endpoint: the orchestrator, or `message::request`, applies it later with `update_endpoint` of the protocol.
    let mut request = protocol.serialize_request(input, operation.schema().input(), "", cfg)?;
    operation.adapt_request(&mut request, protocol);
    Ok(request)
}
