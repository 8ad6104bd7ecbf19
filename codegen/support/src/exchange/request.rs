//! Writing requests.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    Schema, prelude,
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct},
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};

/// Writes the request for `input`, without host and signature.
pub(crate) fn serialize(
    protocol: &SharedClientProtocol,
    schema: &Schema<'_>,
    input: &dyn SerializableStruct,
    cfg: &ConfigBag,
) -> Result<HttpRequest, SerdeError> {
    let mut request = protocol.serialize_request(input, schema, "", cfg)?;
    // part: exchange/query_mode
    super::query_mode::ask_for_query_errors(&mut request);
    // end of part
    if is_unit(schema) && protocol.protocol_id().as_str() == "smithy.protocols#rpcv2Cbor" {
        remove_body(&mut request);
    }
    Ok(request)
}

/// Whether the operation has no input, which is not the same as an input without members.
fn is_unit(schema: &Schema<'_>) -> bool {
    schema.shape_id() == prelude::UNIT.shape_id()
}

/// RPC v2 CBOR sends nothing at all, not even an empty map, where there is no input.
fn remove_body(request: &mut HttpRequest) {
    *request.body_mut() = SdkBody::empty();
    let headers = request.headers_mut();
    headers.remove("content-type");
    if headers.contains_key("content-length") {
        headers.insert("content-length", "0");
    }
}
