//! Rules of messages that HTTP carries: URIs, headers and query strings.

use serde_json::{Value, json};

use super::{JSON, REST, complaint, generated, member, operation, structure};

#[test]
fn labels_and_uris_fit_each_other() {
    let label = json!({ "smithy.api#httpLabel": {}, "smithy.api#required": {} });
    let id = structure(&json!({ "id": member("String", &label) }));
    let optional = structure(&json!({ "id": member("String", &json!({ "smithy.api#httpLabel": {} })) }));
    let bytes = structure(&json!({ "id": member("Blob", &label) }));
    let number = structure(&json!({ "id": member("Integer", &label) }));
    for (http, input, expected) in [
        (json!({ "method": "GET", "uri": "/{id}" }), &id, "nothing"),
        (json!({ "method": "GET", "uri": "/{id+}?a=b" }), &id, "nothing"),
        (
            json!({ "method": "GET", "uri": "/{other}/{id}" }),
            &id,
            "the URI of `a#Get` has the label `other`, which is not a member of its input with `httpLabel`",
        ),
        (json!({ "method": "GET", "uri": "/" }), &id, "`a#In$id` is a label, but the URI does not have it"),
        (
            json!({ "method": "GET", "uri": "/{id}" }),
            &optional,
            "`a#In$id` is a label of the URI, but not required",
        ),
        (
            json!({ "method": "GET", "uri": "/{id}" }),
            &bytes,
            "`a#In$id` of type `blob` cannot have the trait `smithy.api#httpLabel`",
        ),
        (
            json!({ "method": "GET", "uri": "/{id}/{id}" }),
            &id,
            "the HTTP binding of `a#Get` has a label twice",
        ),
        (
            json!({ "method": "GET", "uri": "/x{id}" }),
            &id,
            "the HTTP binding of `a#Get` has a label that is not a whole segment of the path",
        ),
        (
            json!({ "method": "GET", "uri": "{id}" }),
            &id,
            "the HTTP binding of `a#Get` has no URI that starts with `/`",
        ),
        (json!({ "method": "GET", "uri": "/{id}" }), &number, "nothing"),
        (
            json!({ "method": "GET", "uri": "/{id+}" }),
            &number,
            "`a#In$id` is a greedy label, but not a string",
        ),
        (
            json!({ "method": "GET", "uri": "/a b/{id}" }),
            &id,
            "the HTTP binding of `a#Get` has a URI with ` `, which must be encoded",
        ),
        (
            json!({ "method": "GET", "uri": "/{id}#top" }),
            &id,
            "the HTTP binding of `a#Get` has a URI with `#`, which must be encoded",
        ),
        (json!({ "uri": "/{id}" }), &id, "the HTTP binding of `a#Get` has no method"),
        (
            json!({ "method": "GET", "uri": "/{id}", "code": 70_000 }),
            &id,
            "the HTTP binding of `a#Get` has a status that is not a number from 100 to 999",
        ),
    ] {
        assert_eq!(
            complaint(REST, &json!({ "a#Get": operation(&http, &[]), "a#In": input })),
            expected,
            "{http}"
        );
    }
}

#[test]
fn each_member_has_one_place_in_a_message() {
    let header = |name: &str| member("String", &json!({ "smithy.api#httpHeader": name }));
    let query = |name: &str| member("String", &json!({ "smithy.api#httpQuery": name }));
    let payload = member("Blob", &json!({ "smithy.api#httpPayload": {} }));
    let both = member("String", &json!({ "smithy.api#httpHeader": "X", "smithy.api#httpQuery": "x" }));
    let plain = member("String", &json!({}));
    let named = member("String", &json!({ "smithy.api#jsonName": "a" }));
    let status = member("String", &json!({ "smithy.api#httpResponseCode": {} }));
    for (members, expected) in [
        (json!({ "a": header("X-A"), "b": query("X-A"), "c": payload }), "nothing"),
        (
            json!({ "a": header("X-A"), "b": header("x-a") }),
            "`a#In$b` is the second member for the header `x-a`",
        ),
        (
            json!({ "a": query("q"), "b": query("q") }),
            "`a#In$b` is the second member for the query parameter `q`",
        ),
        (
            json!({ "a": payload, "b": payload }),
            "`a#In$b` is the second member with `smithy.api#httpPayload`",
        ),
        (json!({ "a": payload, "b": plain }), "`a#In$b` has no place in a message whose body is `a`"),
        (json!({ "a": both }), "`a#In$a` has more than one HTTP binding"),
        (json!({ "a": plain, "b": named }), "`a#In$b` is the second member for the key `a`"),
        (
            json!({ "a": status }),
            "`a#In$a` of type `string` cannot have the trait `smithy.api#httpResponseCode`",
        ),
    ] {
        assert_eq!(complaint(REST, &json!({ "a#In": structure(&members) })), expected, "{members}");
        // Protocols without HTTP bindings ignore them.
        assert_eq!(complaint(JSON, &json!({ "a#In": structure(&members) })), "nothing", "{members}");
    }
}

#[test]
fn maps_in_headers_and_query_strings_have_strings() {
    let list = |target: &str| json!({ "type": "list", "member": { "target": target } });
    let shapes = |annotation: &str, annotation_value: &Value, target: &str| {
        let map = json!({
            "type": "map",
            "key": { "target": "smithy.api#String" },
            "value": { "target": target },
        });
        let member = json!({ "target": "a#Map", "traits": { annotation: annotation_value } });
        json!({
            "a#In": structure(&json!({ "a": member })),
            "a#Map": map,
            "a#Texts": list("a#Kind"),
            "a#Numbers": list("smithy.api#Integer"),
            "a#Kind": { "type": "enum", "members": { "A": { "target": "smithy.api#Unit" } } },
        })
    };
    for (target, in_headers, in_queries) in [
        ("smithy.api#String", true, true),
        ("a#Kind", true, true),
        ("a#Texts", false, true),
        ("a#Numbers", false, false),
        ("smithy.api#Integer", false, false),
        ("a#Out", false, false),
    ] {
        for (annotation, annotation_value, is_allowed) in [
            ("smithy.api#httpPrefixHeaders", json!("X-"), in_headers),
            ("smithy.api#httpQueryParams", json!({}), in_queries),
        ] {
            let expected = format!("`a#In$a` of type `map` cannot have the trait `{annotation}`");
            let expected = if is_allowed { "nothing" } else { &expected };
            assert_eq!(complaint(REST, &shapes(annotation, &annotation_value, target)), expected, "{target}");
        }
    }
}

#[test]
fn headers_have_names_that_are_not_those_of_maps() {
    let header = |name: &str| member("String", &json!({ "smithy.api#httpHeader": name }));
    let map = json!({
        "type": "map",
        "key": { "target": "smithy.api#String" },
        "value": { "target": "smithy.api#String" },
    });
    for (prefix, name, expected) in [
        ("X-Foo-", "X-Foo", "nothing"),
        ("X-Foo-", "x-foo-bar", "the header `x-foo-bar` of `a#Out$a` has the prefix of the headers of `b`"),
        // The specification allows this: requests have the value of the header.
        ("", "X-Foo", "nothing"),
        ("X", "Y Z", "`a#Out$a` is a header with an invalid name"),
        ("X", "", "`a#Out$a` is a header with an invalid name"),
        ("X", ":status", "`a#Out$a` is a header with an invalid name"),
        ("X", "Y\r\nZ: 1", "`a#Out$a` is a header with an invalid name"),
        ("X:", "Y", "`a#Out$b` is a prefix of headers with an invalid name"),
    ] {
        let maps = json!({ "target": "a#Map", "traits": { "smithy.api#httpPrefixHeaders": prefix } });
        let shapes = json!({ "a#Out": structure(&json!({ "a": header(name), "b": maps })), "a#Map": map });
        assert_eq!(complaint(REST, &shapes), expected, "{prefix} {name}");
        assert_eq!(complaint(JSON, &shapes), "nothing", "{prefix} {name}");
    }
}

/// A request has the value of the header that comes last.
#[test]
fn headers_without_a_prefix_are_written_before_those_with_a_name() {
    let maps = json!({ "target": "a#Map", "traits": { "smithy.api#httpPrefixHeaders": "" } });
    let map = json!({
        "type": "map",
        "key": { "target": "smithy.api#String" },
        "value": { "target": "smithy.api#String" },
    });
    let header = member("String", &json!({ "smithy.api#httpHeader": "X-Foo" }));
    let input = structure(&json!({ "named": header, "others": maps }));
    let files = generated(REST, &json!({ "a#In": input, "a#Map": map })).unwrap().files;
    let text = &files["src/operation/get/input.rs"];
    let field = |name: &str| text.find(&format!("pub {name}: ")).unwrap();
    assert!(field("others") < field("named"), "{text}");
}

#[test]
fn parameters_of_the_uri_are_not_members() {
    let shapes = |name: &str| {
        let query = member("String", &json!({ "smithy.api#httpQuery": name }));
        json!({
            "a#Get": operation(&json!({ "method": "GET", "uri": "/x?list-type=2&acl" }), &[]),
            "a#In": structure(&json!({ "a": query })),
        })
    };
    assert_eq!(complaint(REST, &shapes("list")), "nothing");
    for name in ["list-type", "acl"] {
        let expected =
            format!("`a#In$a` is the query parameter `{name}`, which the URI of `a#Get` has already");
        assert_eq!(complaint(REST, &shapes(name)), expected);
    }
}

#[test]
fn bindings_of_the_other_direction_put_a_member_into_the_body() {
    let query = member("String", &json!({ "smithy.api#httpQuery": "q" }));
    let payload = member("Blob", &json!({ "smithy.api#httpPayload": {} }));
    let both = structure(&json!({ "a": payload, "b": query }));
    assert_eq!(complaint(REST, &json!({ "a#In": both })), "nothing");
    assert_eq!(
        complaint(REST, &json!({ "a#Out": both })),
        "`a#Out$b` has no place in a message whose body is `a`"
    );
    let (plain, named) =
        (member("String", &json!({})), member("String", &json!({ "smithy.api#jsonName": "a" })));
    let mut header = named.clone();
    header["traits"]["smithy.api#httpHeader"] = json!("X");
    let pair = structure(&json!({ "a": plain, "b": header }));
    assert_eq!(complaint(REST, &json!({ "a#In": pair })), "nothing");
    let nested = json!({ "a#In": structure(&json!({ "it": { "target": "a#It" } })), "a#It": pair });
    assert_eq!(complaint(REST, &nested), "`a#It$b` is the second member for the key `a`");
    let union = json!({ "type": "union", "members": { "a": plain, "b": named } });
    let nested = json!({ "a#In": structure(&json!({ "it": { "target": "a#It" } })), "a#It": union });
    assert_eq!(complaint(REST, &nested), "`a#It$b` is the second member for the key `a`");
    assert_eq!(complaint(JSON, &nested), "nothing");
}
