//! Operations without an input, which differs from an input without members.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{Schema, prelude, protocol::SharedClientProtocol};
use aws_smithy_types::body::SdkBody;

/// Removes the body of a request without an input in RPC v2 CBOR, which sends nothing then, not even an empty map.
pub(super) fn without_body(request: &mut HttpRequest, schema: &Schema<'_>, protocol: &SharedClientProtocol) {
    let has_input = schema.shape_id() != prelude::UNIT.shape_id();
    if has_input || protocol.protocol_id().as_str() != "smithy.protocols#rpcv2Cbor" {
        return;
    }
    *request.body_mut() = SdkBody::empty();
    let headers = request.headers_mut();
    headers.remove("content-type");
    if headers.contains_key("content-length") {
        headers.insert("content-length", "0");
    }
}
