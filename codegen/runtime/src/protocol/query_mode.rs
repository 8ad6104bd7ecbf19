//! Services that have moved from AWS Query to another protocol (`aws.protocols#awsQueryCompatible`).

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

/// Asks for the error codes of AWS Query, which come in a header in addition to those of the protocol.
#[inline]
pub fn ask_for_query_errors(request: &mut HttpRequest) {
    request.headers_mut().insert("x-amzn-query-mode", "true");
}
