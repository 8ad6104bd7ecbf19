//! Checksums of bodies.

use aws_smithy_types::endpoint::Endpoint;
use bytes::Bytes;
use golden_checksum::operation::{get_only, put_always, put_new, put_old, put_text};
use golden_checksum::types::Algorithm;

fn endpoint() -> Endpoint {
    Endpoint::builder().url("https://example.com").build()
}

/// The header that holds a checksum.
fn checksum(request: http::Request<Bytes>) -> Option<String> {
    let mut names = request.headers().keys().map(|name| name.as_str().to_owned());
    names.find(|name| name.starts_with("x-amz-checksum-") || name == "content-md5")
}

#[test]
fn each_operation_has_the_checksum_of_its_traits() {
    let input = put_old::PutOldInput::builder().build().unwrap();
    let request = put_old::PutOld::http_request(&input, &endpoint()).unwrap();
    assert_eq!(request.headers()["content-md5"], "mZFLkyvTelC5g8XnyQrpOw==");
    let input = put_always::PutAlwaysInput::builder().build().unwrap();
    let request = put_always::PutAlways::http_request(&input, &endpoint()).unwrap();
    assert_eq!(checksum(request).as_deref(), Some("x-amz-checksum-crc32"));
    let input = get_only::GetOnlyInput::builder().build().unwrap();
    assert_eq!(checksum(get_only::GetOnly::http_request(&input, &endpoint()).unwrap()), None);
}

#[test]
fn the_input_chooses_the_algorithm() {
    let input = put_new::PutNewInput::builder().algorithm(Algorithm::Sha256).build().unwrap();
    let request = put_new::PutNew::http_request(&input, &endpoint()).unwrap();
    assert_eq!(checksum(request).as_deref(), Some("x-amz-checksum-sha256"));
    let input = put_text::PutTextInput::builder().algorithm("SHA1").build().unwrap();
    let request = put_text::PutText::http_request(&input, &endpoint()).unwrap();
    assert_eq!(checksum(request).as_deref(), Some("x-amz-checksum-sha1"));
    let input = put_text::PutTextInput::builder().algorithm("nonsense").build().unwrap();
    put_text::PutText::http_request(&input, &endpoint()).unwrap_err();
}
