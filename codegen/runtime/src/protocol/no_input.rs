//! Operations without an input, which differs from an input without members.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::protocol::SharedClientProtocol;
use aws_smithy_types::body::SdkBody;

/// Removes the body of a request without an input in RPC v2 CBOR, which sends nothing then, not even an empty map.
#[inline]
pub fn without_body(request: &mut HttpRequest, protocol: &SharedClientProtocol) {
    if protocol.protocol_id().as_str() != "smithy.protocols#rpcv2Cbor" {
        return;
    }
    *request.body_mut() = SdkBody::empty();
    let headers = request.headers_mut();
    headers.remove("content-type");
    if headers.contains_key("content-length") {
        headers.insert("content-length", "0");
    }
}
