//! Long bodies.

use aws_smithy_types::endpoint::Endpoint;
use golden_request_compression::operation::put_data::{PutData, PutDataInput};
use golden_request_compression::operation::put_other::{PutOther, PutOtherInput};

fn endpoint() -> Endpoint {
    Endpoint::builder().url("https://example.com").build()
}

#[test]
fn long_bodies_are_compressed_by_gzip_and_by_nothing_else() {
    let data = "x".repeat(20_000);
    let input = PutDataInput::builder().data(&data).build().unwrap();
    let request = PutData::http_request(&input, &endpoint()).unwrap();
    assert_eq!(request.headers()["content-encoding"], "gzip");
    assert!(request.body().len() < 200);
    let input = PutOtherInput::builder().data(&data).build().unwrap();
    let request = PutOther::http_request(&input, &endpoint()).unwrap();
    assert!(!request.headers().contains_key("content-encoding"));
}

#[test]
fn short_bodies_are_not_compressed() {
    let input = PutDataInput::builder().data("x").build().unwrap();
    let request = PutData::http_request(&input, &endpoint()).unwrap();
    assert_eq!(request.body(), r#"{"data":"x"}"#);
}
