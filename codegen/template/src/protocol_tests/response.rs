//! Responses as they come from the wire.

use aws_smithy_protocol_test::{MediaType, decode_body_data};
use bytes::Bytes;

/// A response with a body of text; of CBOR, in base64.
pub(crate) fn response(
    status: u16,
    headers: &[(&str, &str)],
    (text, media_type): (&str, &str),
) -> http::Response<Bytes> {
    let body = decode_body_data(text.as_bytes(), MediaType::from(media_type)).into_owned();
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(Bytes::from(body)).expect("a test has the status and headers of HTTP")
}
