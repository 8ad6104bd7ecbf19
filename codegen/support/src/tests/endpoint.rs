//! Endpoint resolution and the rule functions.

use crate::{
    config::endpoint::{DefaultResolver, Params},
    rules::{host_label::is_valid_host_label, partition::partition},
};

fn url(params: &Params) -> Result<String, String> {
    let endpoint = DefaultResolver::new().resolve(params);
    endpoint.map(|endpoint| endpoint.url().to_owned()).map_err(|error| error.to_string())
}

#[test]
fn regions_are_found_by_name_then_by_pattern_then_in_aws() {
    let table = [
        ("us-east-1", "aws"),
        ("mx-central-1", "aws"),
        ("us-north-9", "aws"),
        ("aws-global", "aws"),
        ("cn-north-1", "aws-cn"),
        ("cn-south-7", "aws-cn"),
        ("us-gov-west-1", "aws-us-gov"),
        ("us-iso-east-1", "aws-iso"),
        ("us-isob-west-9", "aws-iso-b"),
        ("eu-isoe-west-1", "aws-iso-e"),
        ("us-isof-south-1", "aws-iso-f"),
        ("eusc-de-east-1", "aws-eusc"),
        ("eusc-fr-east-1", "aws"),
        ("cn-north-", "aws"),
        ("", "aws"),
        ("zz", "aws"),
    ];
    for (region, name) in table {
        assert_eq!(partition(region).map(|partition| partition.name), Some(name), "{region}");
    }
    let china = partition("cn-north-1").expect("there is always a partition");
    assert_eq!(china.implicit_global_region, "cn-northwest-1");
}

#[test]
fn endpoints_follow_region_fips_and_dual_stack() {
    let region = |region: &str| Params::builder().region(region);
    assert_eq!(
        url(&region("eu-west-1").build().unwrap()).unwrap(),
        "https://directconnect.eu-west-1.amazonaws.com"
    );
    assert_eq!(
        url(&region("cn-north-1").use_dual_stack(true).build().unwrap()).unwrap(),
        "https://directconnect.cn-north-1.api.amazonwebservices.com.cn"
    );
    assert_eq!(
        url(&region("us-gov-west-1").use_fips(true).build().unwrap()).unwrap(),
        "https://directconnect-fips.us-gov-west-1.amazonaws.com"
    );
    assert_eq!(
        url(&Params::builder().endpoint("http://localhost:1").build().unwrap()).unwrap(),
        "http://localhost:1"
    );
    assert!(url(&Params::builder().build().unwrap()).unwrap_err().contains("Missing Region"));
}

#[test]
fn regions_that_are_no_host_labels_are_refused() {
    let error = Params::builder().region("a/b").build().unwrap_err();
    assert_eq!(error.to_string(), "invalid value for field: `region` - must be a valid host label");
}

#[test]
fn host_labels() {
    assert!(is_valid_host_label("a-b", false));
    assert!(is_valid_host_label("a.b", true));
    for label in ["", "-a", "a_b", "a.b", "ä", &"a".repeat(64)] {
        assert!(!is_valid_host_label(label, false), "{label}");
    }
    assert!(!is_valid_host_label("a..b", true));
}
