//! Traits that the reader of botocore gives to shapes and members, by the protocols of the service.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tinsmith::canonical::{Prose, to_json};
use tinsmith::diff::{self, Kind};
use tinsmith::model::Model;
use tinsmith::{Config, generate_from, read};

/// Reads a service with one operation, whose input is `Input`, and returns its shapes by name.
fn shapes(protocols: &[&str], operation: &Value, shapes: &Value) -> BTreeMap<String, Value> {
    let mut operations = json!({ "Run": { "name": "Run", "http": { "method": "POST", "requestUri": "/" } } });
    operations["Run"].as_object_mut().unwrap().extend(operation.as_object().unwrap().clone());
    let metadata = json!({
        "apiVersion": "2026-01-01",
        "endpointPrefix": "read",
        "protocol": protocols[0],
        "protocols": protocols,
        "serviceId": "Read",
    });
    let text = json!({ "metadata": metadata, "operations": operations, "shapes": shapes }).to_string();
    let model = read::botocore_texts("read", &BTreeMap::from([("service-2.json", text.as_str())])).unwrap();
    let document: Value = serde_json::from_str(&to_json(&model, Prose::Keep)).unwrap();
    let shapes = document["shapes"].as_object().unwrap();
    shapes.iter().map(|(id, shape)| (id.rsplit('#').next().unwrap().to_owned(), shape.clone())).collect()
}

/// Returns the traits of the members of `Input`.
fn input_traits(protocols: &[&str], members: &Value, others: &Value) -> BTreeMap<String, Value> {
    let mut all = json!({
        "Input": { "type": "structure", "members": members },
        "String": { "type": "string" },
    });
    all.as_object_mut().unwrap().extend(others.as_object().unwrap().clone());
    let shapes = shapes(protocols, &json!({ "input": { "shape": "Input" } }), &all);
    let members = shapes["Input"]["members"].as_object().unwrap();
    members.iter().map(|(name, member)| (name.clone(), member["traits"].clone())).collect()
}

#[test]
fn location_name_is_a_name_of_each_protocol_that_has_names() {
    let members = json!({
        "Other": { "shape": "String", "locationName": "other" },
        "Same": { "shape": "String", "locationName": "Same" },
    });
    let (json, xml) = (json!({ "smithy.api#jsonName": "other" }), json!({ "smithy.api#xmlName": "other" }));
    let both = json!({ "smithy.api#jsonName": "other", "smithy.api#xmlName": "other" });
    for (protocols, expected) in [
        (&["rest-json"][..], &json),
        (&["json"], &json),
        (&["rest-xml"], &xml),
        (&["query"], &xml),
        (&["ec2"], &xml),
        (&["json", "query"], &both),
    ] {
        let traits = input_traits(protocols, &members, &json!({}));
        assert_eq!(&traits["Other"], expected, "{protocols:?}");
        assert_eq!(traits["Same"], Value::Null, "{protocols:?}");
    }
}

#[test]
fn names_of_ec2_are_those_of_requests_and_of_responses() {
    let members = json!({ "Items": { "shape": "Items", "locationName": "itemSet", "queryName": "Item" } });
    let items = json!({ "type": "list", "member": { "shape": "String", "locationName": "item" } });
    let all = json!({
        "Input": { "type": "structure", "members": members },
        "Items": items,
        "String": { "type": "string" },
    });
    let shapes = shapes(&["ec2"], &json!({ "input": { "shape": "Input" } }), &all);
    let expected = json!({ "aws.protocols#ec2QueryName": "Item", "smithy.api#xmlName": "itemSet" });
    assert_eq!(shapes["Input"]["members"]["Items"]["traits"], expected);
    assert_eq!(shapes["Items"]["member"]["traits"], json!({ "smithy.api#xmlName": "item" }));
}

#[test]
fn elements_keys_and_values_have_names() {
    let entries = json!({
        "type": "map",
        "key": { "shape": "String", "locationName": "Name" },
        "value": { "shape": "String", "locationName": "Value" },
    });
    let plain = json!({ "type": "list", "member": { "shape": "String", "locationName": "member" } });
    let all = json!({ "Entries": entries, "Plain": plain, "String": { "type": "string" } });
    let shapes = shapes(&["query"], &json!({}), &all);
    assert_eq!(shapes["Entries"]["key"]["traits"], json!({ "smithy.api#xmlName": "Name" }));
    assert_eq!(shapes["Entries"]["value"]["traits"], json!({ "smithy.api#xmlName": "Value" }));
    assert_eq!(shapes["Plain"]["member"]["traits"], Value::Null);
}

#[test]
fn flattened_shapes_are_named_by_their_members_or_else_elements() {
    let members = json!({
        "Named": { "shape": "Flat", "locationName": "named" },
        "Elements": { "shape": "Flat" },
        "Here": { "shape": "Elements", "flattened": true },
        "Map": { "shape": "Map" },
        "Deep": { "shape": "Deep" },
    });
    let element = json!({ "shape": "String", "locationName": "element" });
    let others = json!({
        "Flat": { "type": "list", "member": element, "flattened": true },
        "Deep": { "type": "list", "member": { "shape": "String" } },
        "Elements": { "type": "list", "member": element },
        "Map": { "type": "map", "key": { "shape": "String" }, "value": { "shape": "Flat" }, "flattened": true },
    });
    let traits = input_traits(&["rest-xml"], &members, &others);
    let flat = |name: &str| json!({ "smithy.api#xmlFlattened": {}, "smithy.api#xmlName": name });
    assert_eq!(traits["Named"], flat("named"));
    assert_eq!(traits["Elements"], flat("element"));
    assert_eq!(traits["Here"], json!({ "smithy.api#xmlFlattened": {} }));
    assert_eq!(traits["Map"], json!({ "smithy.api#xmlFlattened": {} }));
    assert_eq!(traits["Deep"], Value::Null);
}

#[test]
fn namespaces_are_those_of_shapes_and_members() {
    let xsi = json!({ "prefix": "xsi", "uri": "http://www.w3.org/2001/XMLSchema-instance" });
    let grantee = json!({
        "type": "structure",
        "members": { "Type": { "shape": "String", "locationName": "xsi:type", "xmlAttribute": true } },
        "xmlNamespace": xsi,
    });
    let own = json!({ "shape": "String", "xmlNamespace": "https://example.com/" });
    let input = json!({ "type": "structure", "members": { "Grantee": { "shape": "Grantee" }, "Own": own } });
    let all = json!({ "Input": input, "Grantee": grantee, "String": { "type": "string" } });
    let shapes = shapes(&["rest-xml"], &json!({ "input": { "shape": "Input" } }), &all);
    assert_eq!(shapes["Grantee"]["traits"], json!({ "smithy.api#xmlNamespace": xsi }));
    let attribute = json!({ "smithy.api#xmlAttribute": {}, "smithy.api#xmlName": "xsi:type" });
    assert_eq!(shapes["Grantee"]["members"]["Type"]["traits"], attribute);
    let own = json!({ "smithy.api#xmlNamespace": { "uri": "https://example.com/" } });
    assert_eq!(shapes["Input"]["members"]["Own"]["traits"], own);
}

/// The shapes of a service of XML with the given inputs, for operations `Run0`, `Run1` and so on.
fn roots(inputs: &[Value], shapes: &Value) -> BTreeMap<String, Value> {
    let operation = |(index, input): (usize, &Value)| (format!("Run{index}"), json!({ "input": input }));
    let operations: serde_json::Map<_, _> = inputs.iter().enumerate().map(operation).collect();
    let metadata =
        json!({ "apiVersion": "1", "endpointPrefix": "read", "protocol": "rest-xml", "serviceId": "Read" });
    let text = json!({ "metadata": metadata, "operations": operations, "shapes": shapes }).to_string();
    let model = read::botocore_texts("read", &BTreeMap::from([("service-2.json", text.as_str())])).unwrap();
    let document: Value = serde_json::from_str(&to_json(&model, Prose::Drop)).unwrap();
    let shapes = document["shapes"].as_object().unwrap();
    shapes.iter().map(|(id, shape)| (id.rsplit('#').next().unwrap().to_owned(), shape.clone())).collect()
}

/// An input that is the root of its body, one whose payload is, and one without a body.
fn input_and_payload(first: &Value, second: &Value) -> BTreeMap<String, Value> {
    let payload = json!({ "shape": "Payload", "locationName": "Named", "xmlNamespace": second });
    let bound = json!({ "shape": "String", "location": "header", "locationName": "x-h" });
    let shapes = json!({
        "Input": { "type": "structure", "members": { "Member": { "shape": "String" } } },
        "Other": { "type": "structure", "members": { "Payload": payload, "Bound": bound }, "payload": "Payload" },
        "Bound": { "type": "structure", "members": { "Bound": bound } },
        "Payload": { "type": "structure", "members": {} },
        "String": { "type": "string" },
    });
    let input = json!({ "shape": "Input", "locationName": "Root", "xmlNamespace": first });
    roots(&[input, json!({ "shape": "Other" }), json!({ "shape": "Bound" })], &shapes)
}

#[test]
fn namespace_of_all_roots_is_that_of_the_service() {
    let namespace = json!({ "uri": "https://example.com/" });
    let shapes = input_and_payload(&namespace, &namespace);
    assert_eq!(shapes["Read"]["traits"]["smithy.api#xmlNamespace"], namespace);
    let input = json!({ "smithy.api#input": {}, "smithy.api#xmlName": "Root" });
    assert_eq!(shapes["Input"]["traits"], input);
    let payload = json!({ "smithy.api#httpPayload": {}, "smithy.api#xmlName": "Named" });
    assert_eq!(shapes["Other"]["members"]["Payload"]["traits"], payload);
}

#[test]
fn namespaces_of_roots_that_differ_are_those_of_the_roots() {
    let (first, second) =
        (json!({ "uri": "https://example.com/1" }), json!({ "uri": "https://example.com/2" }));
    let shapes = input_and_payload(&first, &second);
    assert_eq!(shapes["Read"]["traits"]["smithy.api#xmlNamespace"], Value::Null);
    assert_eq!(shapes["Input"]["traits"]["smithy.api#xmlNamespace"], first);
    let payload = &shapes["Other"]["members"]["Payload"]["traits"];
    assert_eq!(payload["smithy.api#xmlNamespace"], second);
}

#[test]
fn names_and_namespaces_of_the_shapes_of_roots_come_first() {
    let namespace = "https://example.com/";
    let payload = json!({ "shape": "Target", "locationName": "Payload" });
    let shapes = json!({
        "Named": { "type": "structure", "members": { "Member": { "shape": "String" } }, "locationName": "Own" },
        "Spaced": { "type": "structure", "members": { "Member": { "shape": "String" } }, "xmlNamespace": namespace },
        "Other": { "type": "structure", "members": { "Payload": payload }, "payload": "Payload" },
        "Target": { "type": "structure", "members": {}, "xmlNamespace": namespace },
        "String": { "type": "string" },
    });
    let shapes = roots(
        &[
            json!({ "shape": "Named", "locationName": "NamedRequest" }),
            json!({ "shape": "Spaced", "locationName": "Spaced" }),
            json!({ "shape": "Other" }),
        ],
        &shapes,
    );
    let expected = json!({ "uri": namespace });
    assert_eq!(shapes["Named"]["traits"]["smithy.api#xmlName"], "Own");
    assert_eq!(shapes["Spaced"]["traits"]["smithy.api#xmlNamespace"], expected);
    assert_eq!(shapes["Other"]["members"]["Payload"]["traits"], json!({ "smithy.api#httpPayload": {} }));
    assert_eq!(shapes["Target"]["traits"]["smithy.api#xmlNamespace"], expected);
}

#[test]
fn name_of_a_payload_is_that_of_the_root_unless_it_is_the_members() {
    let traits = |name: &str| {
        let payload = json!({ "shape": "Target", "locationName": name });
        let shapes = json!({
            "Input": { "type": "structure", "members": { "Payload": payload }, "payload": "Payload" },
            "Target": { "type": "structure", "members": {} },
        });
        roots(&[json!({ "shape": "Input" })], &shapes)["Input"]["members"]["Payload"]["traits"].clone()
    };
    assert_eq!(traits("Payload"), json!({ "smithy.api#httpPayload": {} }));
    assert_eq!(traits("Hola"), json!({ "smithy.api#httpPayload": {}, "smithy.api#xmlName": "Hola" }));
}

#[test]
fn members_of_requests_are_bound_to_parts_of_http() {
    let bound =
        |shape: &str, location: &str| json!({ "shape": shape, "location": location, "locationName": "n" });
    let members = json!({
        "Label": bound("String", "uri"),
        "Query": bound("String", "querystring"),
        "QueryMap": bound("Map", "querystring"),
        "Header": bound("String", "header"),
        "Headers": bound("Map", "headers"),
        "Status": bound("String", "statusCode"),
        "Unnamed": { "shape": "String", "location": "querystring" },
        "JsonHeader": { "shape": "String", "location": "header", "locationName": "j", "jsonvalue": true },
    });
    let map = json!({ "type": "map", "key": { "shape": "String" }, "value": { "shape": "String" } });
    let traits = input_traits(&["rest-json"], &members, &json!({ "Map": map }));
    let expected = json!({
        "Label": { "smithy.api#httpLabel": {} },
        "Query": { "smithy.api#httpQuery": "n" },
        "QueryMap": { "smithy.api#httpQueryParams": {} },
        "Header": { "smithy.api#httpHeader": "n" },
        "Headers": { "smithy.api#httpPrefixHeaders": "n" },
        "Status": { "smithy.api#httpResponseCode": {} },
        "Unnamed": { "smithy.api#httpQuery": "Unnamed" },
        "JsonHeader": { "smithy.api#httpHeader": "j", "smithy.api#mediaType": "application/json" },
    });
    assert_eq!(json!(traits), expected);
}

#[test]
fn labels_of_a_uri_are_members() {
    let label = |name: &str| json!({ "shape": "String", "location": "uri", "locationName": name });
    let members = json!({ "restApiId": label("restapi_id"), "Key": label("Key"), "name": label("Name"), "Name": label("other") });
    let all = json!({ "Input": { "type": "structure", "members": members }, "String": { "type": "string" } });
    let http = json!({ "method": "PUT", "requestUri": "/{restapi_id}/{Name}/{Key+}?mode={other}", "responseCode": 201 });
    let operation = json!({ "input": { "shape": "Input" }, "http": http });
    let shapes = shapes(&["rest-json"], &operation, &all);
    let expected = json!({ "code": 201, "method": "PUT", "uri": "/{restApiId}/{name}/{Key+}?mode={Name}" });
    assert_eq!(shapes["Run"]["traits"]["smithy.api#http"], expected);
}

#[test]
fn binding_to_the_root_is_a_fact_of_rest_only() {
    let binding =
        |protocol| shapes(&[protocol], &json!({}), &json!({}))["Run"]["traits"]["smithy.api#http"].clone();
    let root = json!({ "method": "POST", "uri": "/" });
    assert_eq!(["rest-json", "rest-xml"].map(binding), [root.clone(), root]);
    assert_eq!(["json", "query", "ec2", "smithy-rpc-v2-cbor"].map(binding), [const { Value::Null }; 4]);
}

/// Returns the model of a service with the operation `Run`, whose file has this `metadata` besides what every file has.
fn model(metadata: &Value, waiters: &Value) -> Model {
    let mut all = json!({
        "apiVersion": "2026-01-01",
        "endpointPrefix": "read",
        "protocol": "json",
        "serviceId": "Read",
    });
    all.as_object_mut().unwrap().extend(metadata.as_object().unwrap().clone());
    let operations = json!({ "Run": { "name": "Run", "http": { "method": "POST", "requestUri": "/" } } });
    let service = json!({ "metadata": all, "operations": operations, "shapes": {} }).to_string();
    let waiters = json!({ "version": 2, "waiters": waiters }).to_string();
    let texts = [("service-2.json", service.as_str()), ("waiters-2.json", waiters.as_str())];
    read::botocore_texts("read", &BTreeMap::from(texts)).unwrap()
}

#[test]
fn requests_have_the_whole_target_prefix() {
    let name = |metadata: Value| {
        let model = model(&metadata, &json!({}));
        let files = generate_from(&model, &Config::new("")).unwrap().files;
        let service = &files["src/service.rs"];
        let (_, name) = service.split_once("shape_name: \"").unwrap();
        (model.service().unwrap().0.id.name().to_owned(), name.split('"').next().unwrap().to_owned())
    };
    let names = |shape: &str, wire: &str| (shape.to_owned(), wire.to_owned());
    assert_eq!(name(json!({})), names("Read", "Read"));
    assert_eq!(name(json!({ "targetPrefix": "Svc_1" })), names("Svc_1", "Svc_1"));
    assert_eq!(name(json!({ "targetPrefix": "com.example.Svc_1" })), names("Svc_1", "com.example.Svc_1"));
    assert_eq!(name(json!({ "targetPrefix": "Svc-2" })), names("Read", "Svc-2"));
}

#[test]
fn another_target_prefix_is_a_change_on_the_wire() {
    let with = |prefix: &str| model(&json!({ "targetPrefix": prefix }), &json!({}));
    let report = diff::compare(&with("a.b.Svc"), &with("a.c.Svc"), &Config::new("")).unwrap();
    let changes: Vec<_> =
        report.changes.iter().map(|change| (change.kind, change.summary.as_str())).collect();
    let summary = "the service, which every request names, is called `a.c.Svc` instead of `a.b.Svc`";
    assert_eq!(changes, [(Kind::Wire, summary)]);
}

#[test]
fn a_status_is_a_whole_number_however_it_is_written() {
    let matcher = |expected: &str| {
        let expected: Value = serde_json::from_str(expected).unwrap();
        let acceptor = json!({ "state": "success", "matcher": "status", "expected": expected });
        let waiter = json!({ "operation": "Run", "delay": 1, "maxAttempts": 2, "acceptors": [acceptor] });
        let model = model(&json!({}), &json!({ "Done": waiter }));
        let document: Value = serde_json::from_str(&to_json(&model, Prose::Keep)).unwrap();
        let traits = document["shapes"]["com.amazonaws.read#Run"]["traits"].as_object().unwrap();
        traits.values().find_map(|waiters| waiters["Done"]["acceptors"][0]["matcher"].as_object().cloned())
    };
    assert_eq!(matcher("200.0"), matcher("200"));
    assert_eq!(json!(matcher("200.0")), json!({ "success": true }));
    assert_eq!(json!(matcher("404.0")), json!({ "status": 404 }));
}
