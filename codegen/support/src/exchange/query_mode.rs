//! The services that have left AWS Query.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

/// Asks for the error codes of AWS Query, which come in a header beside those of the protocol.
pub(crate) fn ask_for_query_errors(mut request: HttpRequest) -> HttpRequest {
    request.headers_mut().insert("x-amzn-query-mode", "true");
    request
}
