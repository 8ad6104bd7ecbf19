//! Endpoint resolution and the rule functions.

use tinsmith_runtime::rules::{
    arn::parse_arn, bucket::is_virtual_hostable_bucket, host_label::is_valid_host_label,
    partition::partition, split::split, substring::substring, uri_encode::uri_encode, url::parse_url,
};

use crate::config::endpoint::{DefaultResolver, Params};

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

#[test]
fn arns() {
    let arn = parse_arn("arn:aws-cn:s3:cn-north-1:123456789012:bucket/key:version").expect("it is an ARN");
    assert_eq!(
        (arn.partition, arn.service, arn.region, arn.account_id),
        ("aws-cn", "s3", "cn-north-1", "123456789012")
    );
    assert_eq!(arn.resource_id, ["bucket", "key", "version"]);
    assert_eq!(parse_arn("arn:aws:s3:::bucket").expect("it is an ARN").region, "");
    for text in ["", "arn", "arn:aws:s3:::", "arn::s3:::bucket", "arn:aws::::bucket", "urn:aws:s3:::bucket"] {
        assert_eq!(parse_arn(text), None, "{text}");
    }
}

#[test]
fn urls() {
    let table = [
        ("https://a.example.com", "a.example.com", "", "/", false),
        ("http://a:80/", "a:80", "/", "/", false),
        ("https://a/b/c", "a", "/b/c", "/b/c/", false),
        ("http://127.0.0.1:80/b/", "127.0.0.1:80", "/b/", "/b/", true),
        ("https://[::1]", "[::1]", "", "/", true),
        ("https://[::1]:443/b", "[::1]:443", "/b", "/b/", true),
        ("https://1.2.3.4.5", "1.2.3.4.5", "", "/", false),
    ];
    for (text, authority, path, normalized, is_ip) in table {
        let url = parse_url(text).expect(text);
        let found = (url.authority, url.path, url.normalized_path.as_str(), url.is_ip);
        assert_eq!(found, (authority, path, normalized, is_ip), "{text}");
    }
    for text in ["", "a", "ftp://a", "https://", "https:///b", "https://a:b", "https://a?b=c", "https://a/#b"]
    {
        assert_eq!(parse_url(text), None, "{text}");
    }
}

#[test]
fn parts_of_text() {
    assert_eq!(substring("abcdef", 0, 2, false), Some("ab"));
    assert_eq!(substring("abcdef", 0, 2, true), Some("ef"));
    assert_eq!(substring("abcdef", 1, 6, true), Some("abcde"));
    for (text, start, stop) in [("ab", 0, 3), ("ab", 1, 1), ("ab", 2, 1), ("äb", 0, 1)] {
        assert_eq!(substring(text, start, stop, false), None, "{text} {start} {stop}");
    }
    assert_eq!(split("a--b--c", "--", 0), ["a", "b", "c"]);
    assert_eq!(split("a--b--c", "--", 2), ["a", "b--c"]);
    assert_eq!(split("a--b", "--", 1), ["a--b"]);
    assert_eq!(split("", "--", 0), [""]);
    assert_eq!(split("ab", "", 0), ["ab"]);
    assert_eq!(uri_encode("a-B_0.~/ ä%"), "a-B_0.~%2F%20%C3%A4%25");
}

#[test]
fn buckets() {
    for name in ["abc", "a-1", &"a".repeat(63)] {
        assert!(is_virtual_hostable_bucket(name, false), "{name}");
    }
    for name in ["ab", "Abc", "-abc", "abc-", "a_b", "abc.def", "1.2.3.4", &"a".repeat(64)] {
        assert!(!is_virtual_hostable_bucket(name, false), "{name}");
    }
    assert!(is_virtual_hostable_bucket("a.b-c", true));
    for name in ["abc..def", "abc.-de", "abc-.de", "192.168.1.1", ".a", "abc."] {
        assert!(!is_virtual_hostable_bucket(name, true), "{name}");
    }
}
