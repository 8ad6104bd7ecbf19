//! Shapes with another name, which hide no other change.

use serde_json::{Value, json};
use tinsmith::diff::{self, Report};
use tinsmith::model::Model;
use tinsmith::{Config, pass, read};

/// A model of one operation whose input and output are `input` and `output`, with further shapes.
fn model(protocol: &str, input: &str, output: &str, shapes: &Value) -> Model {
    let mut document = json!({
        "smithy": "2.0",
        "shapes": {
            "a#Things": {
                "type": "service",
                "version": "1",
                "operations": [{ "target": "a#Get" }],
                "traits": { format!("aws.protocols#{protocol}"): {} }
            },
            "a#Get": {
                "type": "operation",
                "input": { "target": input },
                "output": { "target": output },
                "traits": { "smithy.api#http": { "method": "POST", "uri": "/" } }
            }
        }
    });
    document["shapes"].as_object_mut().unwrap().extend(shapes.as_object().unwrap().clone());
    let model = read::text("model.json", &document.to_string()).unwrap();
    pass::validate(&model).unwrap();
    model
}

fn report(old: &Model, new: &Model) -> Report {
    diff::compare(old, new, &Config::new("")).unwrap()
}

/// The kinds and summaries of all changes.
fn changes(old: &Model, new: &Model) -> Vec<String> {
    let report = report(old, new);
    report.changes.iter().map(|change| format!("{}: {}", change.kind.name(), change.summary)).collect()
}

fn structure(members: &Value) -> Value {
    json!({ "type": "structure", "members": members })
}

/// A model whose input has a member with the target `a#{name}`.
fn with_target(protocol: &str, name: &str, target: &Value) -> Model {
    let shapes = json!({
        "a#In": structure(&json!({ "n": { "target": format!("a#{name}") } })),
        "a#Out": structure(&json!({})),
        format!("a#{name}"): target,
    });
    model(protocol, "a#In", "a#Out", &shapes)
}

#[test]
fn a_target_with_another_name_hides_no_change_on_the_wire() {
    let string = || json!({ "target": "smithy.api#String" });
    let with = |traits: Value| json!({ "target": "smithy.api#String", "traits": traits });
    let list = |member: Value| json!({ "type": "list", "member": member });
    let map = |key: Value| json!({ "type": "map", "key": key, "value": string() });
    let text = |traits: Value| json!({ "type": "string", "traits": traits });
    let name = || json!({ "smithy.api#xmlName": "z" });
    for (protocol, was, is, summary) in [
        ("restXml", list(string()), list(with(name())), "`xmlName` of `K$member` is `z` now"),
        ("awsQuery", list(string()), list(with(name())), "`xmlName` of `K$member` is `z` now"),
        (
            "restXml",
            list(string()),
            list(with(json!({ "smithy.api#xmlNamespace": { "uri": "x" } }))),
            r#"`xmlNamespace` of `K$member` is `{"uri":"x"}` now"#,
        ),
        ("restXml", map(string()), map(with(name())), "`xmlName` of `K$key` is `z` now"),
        (
            "restJson1",
            text(json!({})),
            text(json!({ "smithy.api#mediaType": "application/json" })),
            "`mediaType` of `K` is `application/json` now",
        ),
    ] {
        assert_eq!(
            changes(&with_target(protocol, "L", &was), &with_target(protocol, "K", &is)),
            [
                format!("wire: name on the wire: {summary}"),
                "no-effect: the shape `L` is called `K` now, which no program notices".to_owned()
            ]
        );
    }
}

#[test]
fn another_target_that_both_models_have_hides_no_change_on_the_wire() {
    let with = |target: &str| {
        let list = |name: &str| {
            let member = json!({ "target": "smithy.api#String", "traits": { "smithy.api#xmlName": name } });
            json!({ "type": "list", "member": member })
        };
        let members =
            json!({ "n": { "target": target }, "l": { "target": "a#L" }, "k": { "target": "a#K" } });
        let shapes = json!({
            "a#In": structure(&members),
            "a#Out": structure(&json!({})),
            "a#L": list("l"),
            "a#K": list("k")
        });
        model("restXml", "a#In", "a#Out", &shapes)
    };
    assert_eq!(
        changes(&with("a#L"), &with("a#K")),
        [
            "wire: name on the wire: `xmlName` of `K$member` changes from `l` to `k`",
            "no-effect: `target` of `In$n` changes from `a#L` to `a#K`, which no program notices",
        ]
    );
}

#[test]
fn messages_with_another_name_and_one_more_member_hide_no_change_on_the_wire() {
    let header =
        |name: &str| json!({ "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": name } });
    let string = json!({ "target": "smithy.api#String" });
    let old = json!({
        "a#In": structure(&json!({ "x": header("X-A"), "z": string })),
        "a#Out": structure(&json!({ "x": header("X-A") })),
    });
    let new = json!({
        "a#Req": structure(&json!({ "x": header("X-B"), "y": string, "z": string })),
        "a#Res": structure(&json!({ "x": header("X-B"), "y": string })),
    });
    let (old, new) = (model("restXml", "a#In", "a#Out", &old), model("restXml", "a#Req", "a#Res", &new));
    assert_eq!(
        changes(&old, &new),
        [
            "member-added: field `y` of `operation::get::GetInput` is new: `Option<String>`",
            "member-added: field `y` of `operation::get::GetOutput` is new: `Option<String>`",
            "wire: the root element of bodies is `Req` instead of `In`",
            "wire: name on the wire: `httpHeader` of `Req$x` changes from `X-A` to `X-B`",
            "wire: name on the wire: `httpHeader` of `Res$x` changes from `X-A` to `X-B`",
            "no-effect: the shape `Out` is called `Res` now, which no program notices",
        ]
    );
}

#[test]
fn the_root_element_of_a_payload_is_the_name_of_its_structure() {
    let with = |name: &str| {
        let payload = json!({ "target": format!("a#{name}"), "traits": { "smithy.api#httpPayload": {} } });
        let shapes = json!({
            "a#In": structure(&json!({ "n": payload })),
            "a#Out": structure(&json!({})),
            format!("a#{name}"): structure(&json!({})),
        });
        model("restXml", "a#In", "a#Out", &shapes)
    };
    let changes = changes(&with("Old"), &with("New"));
    assert!(
        changes.contains(&"wire: the root element of bodies is `New` instead of `Old`".to_owned()),
        "{changes:?}"
    );
}

#[test]
fn a_service_may_have_the_id_of_a_shape_that_is_gone() {
    let with = |service: &str, text: Option<&str>| {
        let mut document = json!({
            "smithy": "2.0",
            "shapes": {
                service: {
                    "type": "service",
                    "version": "1",
                    "operations": [{ "target": "a#Get" }],
                    "traits": { "aws.protocols#restJson1": {}, "aws.api#service": { "sdkId": "Things" } }
                },
                "a#Get": {
                    "type": "operation",
                    "traits": { "smithy.api#http": { "method": "POST", "uri": "/" } }
                }
            }
        });
        if let Some(text) = text {
            document["shapes"][text] = json!({ "type": "string" });
        }
        read::text("model.json", &document.to_string()).unwrap()
    };
    assert_eq!(
        changes(&with("a#Old", Some("a#New")), &with("a#New", None)),
        [
            "no-effect: the service, which no request names, is called `New` instead of `Old`",
            "no-effect: the shape `New` is gone, which no program notices",
        ]
    );
}

#[test]
fn the_name_of_an_input_without_a_body_is_not_on_the_wire() {
    let header = json!({ "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "X-A" } });
    let with = |name: &str| {
        let shapes = json!({ name: structure(&json!({ "x": header })), "a#Out": structure(&json!({})) });
        model("restXml", name, "a#Out", &shapes)
    };
    assert_eq!(
        changes(&with("a#In"), &with("a#Req")),
        ["no-effect: the shape `In` is called `Req` now, which no program notices"]
    );
}
