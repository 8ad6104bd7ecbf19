//! Operations that have no input, which is not the same as an input without members.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{Schema, prelude, protocol::SharedClientProtocol};
use aws_smithy_types::body::SdkBody;

/// RPC v2 CBOR sends nothing at all, not even an empty map, where there is no input.
pub(crate) fn without_body(
    mut request: HttpRequest,
    schema: &Schema<'_>,
    protocol: &SharedClientProtocol,
) -> HttpRequest {
    let has_input = schema.shape_id() != prelude::UNIT.shape_id();
    if has_input || protocol.protocol_id().as_str() != "smithy.protocols#rpcv2Cbor" {
        return request;
    }
    *request.body_mut() = SdkBody::empty();
    let headers = request.headers_mut();
    headers.remove("content-type");
    if headers.contains_key("content-length") {
        headers.insert("content-length", "0");
    }
    request
}
