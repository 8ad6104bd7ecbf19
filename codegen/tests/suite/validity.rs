//! Rules of Smithy without which a crate would be wrong: a model that breaks one is refused.

use serde_json::{Value, json};
use tinsmith::{Config, Diagnostics, GeneratedCrate, generate_from, pass, read};

/// A model of one operation, `a#Get`, with these shapes, which replace its own.
fn model(protocol: &str, shapes: &Value) -> String {
    let mut all = json!({
        "a#S": { "type": "service", "version": "1", "operations": [{ "target": "a#Get" }] },
        "a#Get": {
            "type": "operation",
            "input": { "target": "a#In" },
            "output": { "target": "a#Out" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/" } },
        },
        "a#In": { "type": "structure" },
        "a#Out": { "type": "structure" },
        "a#Lost": error("client"),
    });
    for (id, shape) in shapes.as_object().unwrap() {
        all[id] = shape.clone();
    }
    all["a#S"]["traits"][protocol] = json!({});
    json!({ "smithy": "2.0", "shapes": all }).to_string()
}

fn generated(protocol: &str, shapes: &Value) -> Result<GeneratedCrate, Diagnostics> {
    let model = read::text("a.json", &model(protocol, shapes))?;
    pass::validate(&model)?;
    generate_from(&model, &Config::new("a.json"))
}

/// Returns the message of the first error.
fn complaint(protocol: &str, shapes: &Value) -> String {
    match generated(protocol, shapes) {
        Ok(_) => "nothing".to_owned(),
        Err(findings) => {
            assert!(findings.list.iter().all(|finding| finding.help.is_some()), "{findings}");
            findings.list[0].message.clone()
        }
    }
}

fn error(side: &str) -> Value {
    json!({ "type": "structure", "traits": { "smithy.api#error": side } })
}

fn member(target: &str, traits: &Value) -> Value {
    json!({ "target": format!("smithy.api#{target}"), "traits": traits })
}

fn structure(members: &Value) -> Value {
    json!({ "type": "structure", "members": members })
}

fn operation(uri: &Value, errors: &[&str]) -> Value {
    let errors: Vec<_> = errors.iter().map(|error| json!({ "target": error })).collect();
    json!({
        "type": "operation",
        "input": { "target": "a#In" },
        "output": { "target": "a#Out" },
        "errors": errors,
        "traits": { "smithy.api#http": uri },
    })
}

const JSON: &str = "aws.protocols#awsJson1_0";
const CBOR: &str = "smithy.protocols#rpcv2Cbor";
const REST: &str = "aws.protocols#restJson1";
const XML: &str = "aws.protocols#restXml";
const QUERY: &str = "aws.protocols#awsQuery";

#[test]
fn errors_of_one_name_are_refused_where_responses_have_the_name_only() {
    let shapes = |rename: Value| {
        json!({
            "a#S": { "type": "service", "version": "1", "operations": [{ "target": "a#Get" }], "rename": rename },
            "a#Get": operation(&json!({ "method": "POST", "uri": "/" }), &["a#Lost", "b#Lost"]),
            "b#Lost": error("server"),
        })
    };
    let renamed = shapes(json!({ "b#Lost": "OtherLost" }));
    for protocol in [JSON, CBOR, REST] {
        let found = complaint(protocol, &renamed);
        assert!(
            found.starts_with(
                "`a#Lost` and `b#Lost` have the same name, which responses use to identify errors"
            ),
            "{protocol}: {found}"
        );
    }
    // In the query protocol, errors may have codes of their own.
    let mut coded = renamed.clone();
    coded["b#Lost"]["traits"]["aws.protocols#awsQueryError"] =
        json!({ "code": "B", "httpResponseCode": 404 });
    assert_eq!(complaint(QUERY, &coded), "nothing");
    assert!(complaint(QUERY, &renamed).contains("have the same name"));
    let invalid = shapes(json!({ "b#Lost": "Other Lost" }));
    assert_eq!(complaint(JSON, &invalid), "`Other Lost` is not a name of a shape");
}

#[test]
fn operations_of_one_name_are_refused() {
    let targets = json!([{ "target": "a#Get" }, { "target": "b#Get" }]);
    let shapes = json!({
        "a#S": { "type": "service", "version": "1", "operations": targets },
        "b#Get": { "type": "operation" },
    });
    assert_eq!(complaint(JSON, &shapes), "`a#Get` and `b#Get` are operations of one name");
}

#[test]
fn errors_are_structures_with_the_trait() {
    let http = json!({ "method": "POST", "uri": "/" });
    for (lost, expected) in [
        (json!({ "type": "structure" }), "`a#Get` targets a shape of type `structure`"),
        (json!({ "type": "string" }), "`a#Get` targets a shape of type `string`"),
        (error("neither"), "`a#Lost` has an invalid `smithy.api#error` value"),
    ] {
        assert_eq!(
            complaint(JSON, &json!({ "a#Get": operation(&http, &["a#Lost"]), "a#Lost": lost })),
            expected
        );
    }
}

#[test]
fn enums_and_unions_have_members_with_distinct_values() {
    let used = structure(&json!({ "it": { "target": "a#It" } }));
    let value =
        |value: Value| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    for (it, expected) in [
        (json!({ "type": "enum" }), "the enum `a#It` has no members"),
        (json!({ "type": "intEnum", "members": {} }), "the intEnum `a#It` has no members"),
        (json!({ "type": "union" }), "the union `a#It` has no members"),
        (json!({ "type": "string", "traits": { "smithy.api#enum": [] } }), "the enum `a#It` has no members"),
        (
            json!({ "type": "intEnum", "members": { "A": value(json!(1)), "B": value(json!(1)) } }),
            "`a#It$B` has the value 1 for the second time",
        ),
    ] {
        assert_eq!(complaint(JSON, &json!({ "a#In": used, "a#It": it })), expected);
    }
    let mixed = json!({
        "a#In": used,
        "a#Base": { "type": "enum", "members": { "A": value(json!("a")) }, "traits": { "smithy.api#mixin": {} } },
        "a#It": { "type": "enum", "mixins": [{ "target": "a#Base" }] },
    });
    assert_eq!(complaint(JSON, &mixed), "nothing");
}

#[test]
fn labels_and_uris_fit_each_other() {
    let label = json!({ "smithy.api#httpLabel": {}, "smithy.api#required": {} });
    let id = structure(&json!({ "id": member("String", &label) }));
    let optional = structure(&json!({ "id": member("String", &json!({ "smithy.api#httpLabel": {} })) }));
    let bytes = structure(&json!({ "id": member("Blob", &label) }));
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
fn events_lose_no_member() {
    let events = |members: Value| {
        json!({
            "a#Out": structure(&json!({ "events": { "target": "a#Events" } })),
            "a#Events": {
                "type": "union",
                "members": { "one": { "target": "a#One" } },
                "traits": { "smithy.api#streaming": {} },
            },
            "a#One": structure(&members),
        })
    };
    let payload = member("Blob", &json!({ "smithy.api#eventPayload": {} }));
    let header = |target: &str| member(target, &json!({ "smithy.api#eventHeader": {} }));
    for (members, expected) in [
        (json!({ "a": payload, "b": header("Long") }), "nothing"),
        (json!({ "a": payload, "b": payload }), "`a#One$b` is the second payload of an event"),
        (
            json!({ "a": payload, "b": member("String", &json!({})) }),
            "`a#One$b` has no place in an event with another payload",
        ),
        (json!({ "a": header("Double") }), "`a#One$a` cannot be a header of an event"),
    ] {
        assert_eq!(complaint(JSON, &events(members)), expected);
    }
    let mut text = events(json!({}));
    text["a#Events"]["members"]["one"]["target"] = json!("smithy.api#String");
    assert_eq!(complaint(JSON, &text), "the event `a#Events$one` is not a structure");
}

#[test]
fn a_message_has_one_stream() {
    let stream = json!({
        "type": "union",
        "members": { "one": { "target": "a#In" } },
        "traits": { "smithy.api#streaming": {} },
    });
    let body = json!({ "target": "a#Stream" });
    for (members, expected) in [
        (json!({ "a": body }), "nothing"),
        (json!({ "a": body, "b": body }), "`a#Out$b` is the second stream of a message"),
    ] {
        let shapes = json!({ "a#Out": structure(&members), "a#Stream": stream });
        assert_eq!(complaint(JSON, &shapes), expected);
    }
}

#[test]
fn attributes_are_text() {
    let inner = |target: &str| {
        let attribute = json!({ "target": target, "traits": { "smithy.api#xmlAttribute": {} } });
        let outer = structure(&json!({ "inner": { "target": "a#Inner" } }));
        let list = json!({ "type": "list", "member": { "target": "smithy.api#String" } });
        json!({ "a#In": outer, "a#Inner": structure(&json!({ "a": attribute })), "a#List": list })
    };
    assert_eq!(complaint(XML, &inner("smithy.api#Long")), "nothing");
    assert_eq!(complaint(XML, &inner("a#List")), "`a#Inner$a` cannot be an attribute");
    assert_eq!(complaint(REST, &inner("a#List")), "nothing");
}

/// The specification gives `smithy.waiters#waitable` no matcher of the status, and each matcher one key.
#[test]
fn matchers_of_waiters_are_those_of_their_trait() {
    let shapes = |id: &str, matcher: &Value| {
        let waiter = json!({ "acceptors": [{ "state": "success", "matcher": matcher }] });
        let mut get = operation(&json!({ "method": "POST", "uri": "/" }), &[]);
        get["traits"][id] = json!({ "Here": waiter });
        json!({ "a#Get": get })
    };
    let status = json!({ "status": 404 });
    assert_eq!(complaint(JSON, &shapes("tinsmith.api#waitable", &status)), "nothing");
    for matcher in [status, json!({}), json!({ "success": true, "errorType": "Lost" })] {
        let found = complaint(JSON, &shapes("smithy.waiters#waitable", &matcher));
        assert_eq!(found, "this is not a matcher of a waiter", "{matcher}");
    }
}
