//! Requests without a client, whose members have a default.

use aws_smithy_types::endpoint::Endpoint;
use golden_customized_input::operation::list_vaults::{ListVaults, ListVaultsInput};

fn path(input: &ListVaultsInput) -> String {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let request = ListVaults::http_request(input, &endpoint).expect("the account has a default");
    assert_eq!(request.headers()["x-amz-glacier-version"], "2012-06-01");
    request.uri().path().to_owned()
}

#[test]
fn a_default_is_set_if_the_input_has_no_value() {
    let builder = || ListVaultsInput::builder();
    assert_eq!(path(&builder().build().unwrap()), "/-/vaults");
    assert_eq!(path(&builder().account_id("123").build().unwrap()), "/123/vaults");
}
