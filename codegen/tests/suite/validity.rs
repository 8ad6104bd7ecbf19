//! Rules of Smithy without which a crate would be wrong: a model that breaks one is refused.

mod http;

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
const EC2: &str = "aws.protocols#ec2Query";

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
    // An operation does not have the errors of another one.
    let mut apart = renamed.clone();
    apart["a#S"]["operations"] = json!([{ "target": "a#Get" }, { "target": "a#Put" }]);
    for (id, path, error) in [("a#Get", "/get", "a#Lost"), ("a#Put", "/put", "b#Lost")] {
        apart[id] = operation(&json!({ "method": "POST", "uri": path }), &[error]);
    }
    for protocol in [JSON, CBOR, REST, QUERY] {
        assert_eq!(complaint(protocol, &apart), "nothing", "{protocol}");
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
fn errors_of_one_code_are_refused_where_responses_have_it() {
    let coded = |code: &str| {
        let mut error = error("client");
        error["traits"]["aws.protocols#awsQueryError"] = json!({ "code": code, "httpResponseCode": 400 });
        error
    };
    let shapes = |lost: &str, gone: &Value, is_compatible: bool| {
        let mut service = json!({ "type": "service", "version": "1", "operations": [{ "target": "a#Get" }] });
        if is_compatible {
            service["traits"]["aws.protocols#awsQueryCompatible"] = json!({});
        }
        json!({
            "a#S": service,
            "a#Get": operation(&json!({ "method": "POST", "uri": "/" }), &["a#Lost", "a#Gone"]),
            "a#Lost": coded(lost),
            "a#Gone": gone,
        })
    };
    let same = |code: &str| {
        format!("`a#Gone` and `a#Lost` have the same code `{code}`, which responses use to identify errors")
    };
    for (lost, gone, in_query, in_successor) in [
        ("X", coded("Y"), "nothing".to_owned(), "nothing".to_owned()),
        ("X", coded("X"), same("X"), same("X")),
        ("Gone", error("client"), same("Gone"), same("Gone")),
        ("Gone", coded("Y"), "nothing".to_owned(), same("Gone")),
    ] {
        assert_eq!(complaint(QUERY, &shapes(lost, &gone, false)), in_query, "{lost} {gone}");
        assert_eq!(complaint(JSON, &shapes(lost, &gone, true)), in_successor, "{lost} {gone}");
        assert_eq!(complaint(JSON, &shapes(lost, &gone, false)), "nothing", "{lost} {gone}");
    }
    let crossed = generated(QUERY, &shapes("Gone", &coded("Y"), false)).unwrap();
    let text: String = crossed.files.into_values().collect();
    assert!(
        text.contains(r#""Y" => GetError::Gone"#) && text.contains(r#""Lost" | "Gone" => GetError::Lost"#)
    );
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
fn elements_attributes_and_parameters_have_distinct_names() {
    let shapes = |role: &str, kind: &str, traits: Value| {
        let members = json!({ "Name": member("String", &json!({})), "b": member("String", &traits) });
        json!({
            role: structure(&json!({ "it": { "target": "a#It" } })),
            "a#It": { "type": kind, "members": members },
        })
    };
    let element = "`a#It$b` is the second member for the element `Name`";
    let parameter = "`a#It$b` is the second member for the parameter `Name`";
    let named = json!({ "smithy.api#xmlName": "Name" });
    let parametrized = json!({ "aws.protocols#ec2QueryName": "Name", "smithy.api#xmlName": "b" });
    for kind in ["structure", "union"] {
        for (protocol, in_input, in_output) in [
            (XML, element, element),
            (QUERY, element, element),
            (EC2, parameter, element),
            (REST, "nothing", "nothing"),
        ] {
            assert_eq!(complaint(protocol, &shapes("a#In", kind, named.clone())), in_input, "{protocol}");
            assert_eq!(complaint(protocol, &shapes("a#Out", kind, named.clone())), in_output, "{protocol}");
        }
        assert_eq!(complaint(EC2, &shapes("a#In", kind, parametrized.clone())), parameter);
        assert_eq!(complaint(EC2, &shapes("a#Out", kind, parametrized.clone())), "nothing");
    }
    let attribute = json!({ "smithy.api#xmlName": "Name", "smithy.api#xmlAttribute": {} });
    assert_eq!(complaint(XML, &shapes("a#In", "structure", attribute)), "nothing");
    let header = json!({ "smithy.api#xmlName": "Name", "smithy.api#httpHeader": "X" });
    let message = |traits: &Value| json!({ "a#In": structure(&json!({ "Name": member("String", &json!({})), "b": member("String", traits) })) });
    assert_eq!(complaint(XML, &message(&header)), "nothing");
    assert_eq!(complaint(XML, &message(&named)), "`a#In$b` is the second member for the element `Name`");
    // S3 has such members, of which one replaces the other.
    let replaced = json!({ "smithy.api#xmlName": "Name", "smithy.api#deprecated": {} });
    assert_eq!(complaint(XML, &shapes("a#In", "structure", replaced)), "nothing");
}

#[test]
fn names_in_xml_are_names() {
    let shapes = |traits: Value| json!({ "a#In": structure(&json!({ "a": member("String", &traits) })) });
    for name in ["Name", "xsi:type", "a.b-c_1", "Größe"] {
        assert_eq!(complaint(XML, &shapes(json!({ "smithy.api#xmlName": name }))), "nothing", "{name}");
    }
    let refused = "`a#In$a` has an invalid name for XML";
    for name in ["", "a b", "1a", "<a>", "a:", ":a", "a:b:c", "-a"] {
        assert_eq!(complaint(XML, &shapes(json!({ "smithy.api#xmlName": name }))), refused, "{name}");
        assert_eq!(complaint(REST, &shapes(json!({ "smithy.api#xmlName": name }))), "nothing", "{name}");
    }
    let namespace =
        |prefix: &str| json!({ "smithy.api#xmlNamespace": { "uri": "https://a", "prefix": prefix } });
    assert_eq!(complaint(XML, &shapes(namespace("xsi"))), "nothing");
    assert_eq!(complaint(XML, &shapes(namespace("x y"))), refused);
    assert_eq!(complaint(EC2, &shapes(json!({ "aws.protocols#ec2QueryName": "a&b" }))), refused);
    let mut list = shapes(json!({}));
    list["a#In"]["members"]["a"]["target"] = json!("a#List");
    list["a#List"] = json!({
        "type": "list",
        "member": { "target": "smithy.api#String", "traits": { "smithy.api#xmlName": "a b" } },
    });
    assert_eq!(complaint(XML, &list), "`a#List$member` has an invalid name for XML");
}

#[test]
fn host_prefixes_are_starts_of_hosts() {
    let kind = json!({ "type": "enum", "members": { "A": { "target": "smithy.api#Unit" } } });
    let label = json!({ "smithy.api#required": {}, "smithy.api#hostLabel": {} });
    let input = structure(&json!({
        "text": member("String", &label),
        "kind": { "target": "a#Kind", "traits": label },
    }));
    let long = "a".repeat(64);
    for (prefix, fault) in [
        ("data.", None),
        ("data-", None),
        ("a.b-", None),
        ("{text}.{kind}.", None),
        ("{text}-{kind}.a", None),
        ("data..", Some("is empty")),
        (".data.", Some("is empty")),
        (".", Some("is empty")),
        ("{text}..", Some("is empty")),
        ("-data.", Some("starts with a hyphen")),
        ("a.-b", Some("starts with a hyphen")),
        ("data-.", Some("ends with a hyphen")),
        ("{text}-.", Some("ends with a hyphen")),
        (&format!("{long}."), Some("has more than 63 bytes")),
        (&format!("a.{long}"), Some("has more than 63 bytes")),
    ] {
        let mut get = operation(&json!({ "method": "POST", "uri": "/" }), &[]);
        get["traits"]["smithy.api#endpoint"] = json!({ "hostPrefix": prefix });
        let found = complaint(JSON, &json!({ "a#Get": get, "a#In": input, "a#Kind": kind }));
        let expected =
            fault.map(|fault| format!("the host prefix of `a#Get` has a part between dots that {fault}"));
        assert_eq!(found, expected.unwrap_or("nothing".to_owned()), "{prefix}");
    }
}

#[test]
fn labels_of_hosts_may_be_enums() {
    let label = json!({ "smithy.api#required": {}, "smithy.api#hostLabel": {} });
    let mut get = operation(&json!({ "method": "POST", "uri": "/" }), &[]);
    get["traits"]["smithy.api#endpoint"] = json!({ "hostPrefix": "{kind}." });
    let shapes = json!({
        "a#Get": get,
        "a#In": structure(&json!({ "kind": { "target": "a#Kind", "traits": label } })),
        "a#Kind": { "type": "enum", "members": { "A": { "target": "smithy.api#Unit" } } },
    });
    let files = generated(JSON, &shapes).unwrap().files;
    let text = &files["src/operation/get.rs"];
    assert!(text.contains("input.kind.as_ref().map(Kind::as_str)"), "{text}");
}

#[test]
fn renamed_shapes_are_data_of_the_service() {
    let shapes = |id: &str| {
        let rename = json!({ id: "Other" });
        let targets = json!([{ "target": "a#Get" }]);
        json!({
            "a#S": { "type": "service", "version": "1", "operations": targets, "rename": rename },
            "a#Alone": { "type": "structure" },
        })
    };
    assert_eq!(complaint(JSON, &shapes("a#In")), "nothing");
    for (id, what) in [
        ("a#Alone", "which the service does not use"),
        ("a#Nothing", "which the service does not use"),
        ("a#Get", "which is of type `operation`"),
        ("a#S", "which is of type `service`"),
    ] {
        assert_eq!(complaint(JSON, &shapes(id)), format!("`a#S` renames `{id}`, {what}"));
    }
}

#[test]
fn defaults_of_enums_are_their_values() {
    let shapes = |default: Value| {
        let member = json!({ "target": "a#Level", "traits": { "smithy.api#default": default } });
        let one = json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": 1 } });
        json!({
            "a#In": structure(&json!({ "a": member })),
            "a#Level": { "type": "intEnum", "members": { "ONE": one } },
        })
    };
    for default in [json!(1), json!(1.0), json!(null)] {
        assert_eq!(complaint(JSON, &shapes(default)), "nothing");
    }
    assert_eq!(complaint(JSON, &shapes(json!(2))), "the default of `a#In$a` does not fit its type");
}

#[test]
fn values_do_not_require_values_of_their_own_type() {
    let required = json!({ "smithy.api#required": {} });
    let to = |target: &str, traits: &Value| json!({ "target": target, "traits": traits });
    let shapes = |a: Value, b: Value| {
        json!({
            "a#In": structure(&json!({ "a": { "target": "a#A" } })),
            "a#A": a,
            "a#B": b,
            "a#List": { "type": "list", "member": { "target": "a#A" } },
        })
    };
    let union = |members: Value| json!({ "type": "union", "members": members });
    let text = member("String", &json!({}));
    let empty = structure(&json!({}));
    let itself = "`a#A` can have no value, because `a#A$a` requires another one";
    let through = "`a#A` can have no value, because `a#B$a` requires another one";
    for (a, b, expected) in [
        (structure(&json!({ "a": to("a#A", &required) })), empty.clone(), itself),
        (structure(&json!({ "a": to("a#A", &json!({})) })), empty.clone(), "nothing"),
        (structure(&json!({ "a": to("a#List", &required) })), empty.clone(), "nothing"),
        (union(json!({ "a": to("a#A", &json!({})) })), empty.clone(), itself),
        (union(json!({ "a": to("a#A", &json!({})), "b": text })), empty.clone(), "nothing"),
        (
            structure(&json!({ "b": to("a#B", &required) })),
            structure(&json!({ "a": to("a#A", &required) })),
            through,
        ),
        (
            structure(&json!({ "b": to("a#B", &required) })),
            union(json!({ "a": to("a#A", &json!({})) })),
            through,
        ),
        (
            structure(&json!({ "b": to("a#B", &required) })),
            union(json!({ "a": to("a#A", &json!({})), "b": text })),
            "nothing",
        ),
        (
            structure(&json!({ "b": to("a#B", &required) })),
            structure(&json!({ "b": to("a#B", &required) })),
            "`a#B` can have no value, because `a#B$b` requires another one",
        ),
    ] {
        assert_eq!(complaint(JSON, &shapes(a.clone(), b.clone())), expected, "{a} {b}");
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
        (
            json!({ "a": member("Long", &json!({ "smithy.api#eventPayload": {} })) }),
            "`a#One$a` cannot be the payload of an event",
        ),
        (
            json!({ "a": member("Blob", &json!({ "smithy.api#eventPayload": {}, "smithy.api#eventHeader": {} })) }),
            "`a#One$a` is both a header and the payload of an event",
        ),
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
    let bound = json!({ "target": "a#Stream", "traits": { "smithy.api#httpPayload": {} } });
    for (member, expected) in
        [(bound, "nothing"), (body, "the stream `a#Out$a` is not the body of its message")]
    {
        let shapes = json!({ "a#Out": structure(&json!({ "a": member })), "a#Stream": stream });
        assert_eq!(complaint(REST, &shapes), expected);
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
