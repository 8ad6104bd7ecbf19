// Copied by tinsmith from its support code. Do not edit.

//! Writing requests.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    Schema,
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct},
};
use aws_smithy_types::config_bag::ConfigBag;

/// Writes the request for `input`, without host and signature.
pub(crate) fn serialize(
    protocol: &SharedClientProtocol,
    schema: &Schema<'_>,
    input: &dyn SerializableStruct,
    cfg: &ConfigBag,
) -> Result<HttpRequest, SerdeError> {
    let request = protocol.serialize_request(input, schema, "", cfg)?;
    Ok(request)
}
