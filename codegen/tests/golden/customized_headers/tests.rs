//! Headers that are computed from members or encoded.

use aws_smithy_types::endpoint::Endpoint;
use golden_customized_headers::operation::copy_object::builders::CopyObjectInputBuilder;
use golden_customized_headers::operation::copy_object::{CopyObject, CopyObjectInput};

/// Returns a header of the request.
fn header(name: &str, input: CopyObjectInputBuilder) -> Option<String> {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let request = CopyObject::http_request(&input.build().unwrap(), &endpoint).unwrap();
    request.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}

fn input() -> CopyObjectInputBuilder {
    CopyObjectInput::builder().bucket("b").key("k").copy_source("b/k")
}

#[test]
fn characters_that_headers_cannot_contain_are_encoded() {
    for (source, sent) in [
        ("bucket/a b", "bucket/a%20b"),
        ("bucket/ä\n", "bucket/%C3%A4%0A"),
        ("bucket/a%20b+c?versionId=1", "bucket/a%20b+c?versionId=1"),
    ] {
        assert_eq!(header("x-amz-copy-source", input().copy_source(source)).as_deref(), Some(sent));
    }
}

#[test]
fn encryption_keys_have_an_md5() {
    let (key, source) = ("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "YQ==");
    let (md5, md5_of_source) = ("x-amz-server-side-encryption-customer-key-md5", "x-amz-copy-source-server-side-encryption-customer-key-md5");
    let both = || input().sse_customer_key(key).copy_source_sse_customer_key(source);
    assert_eq!(header(md5, both()).as_deref(), Some("hRasmdxgYDKV3nvbahU1MA=="));
    assert_eq!(header(md5_of_source, both()).as_deref(), Some("DMF1ucDxtqgxw5niaXcmYQ=="));
    assert_eq!(header(md5, input()), None);
    assert_eq!(header(md5, both().sse_customer_key_md5("mine")).as_deref(), Some("mine"));
    assert_eq!(header(md5, both().sse_customer_key("not base64")), None);
}
