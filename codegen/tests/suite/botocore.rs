//! Traits that the reader of botocore gives to shapes and members, by the protocols of the service.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tinsmith::canonical::{Prose, to_json};
use tinsmith::read;

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
fn flattened_lists_and_maps_are_named_by_their_members_or_else_elements() {
    let members = json!({
        "Named": { "shape": "Flat", "locationName": "named" },
        "Elements": { "shape": "Flat" },
        "Here": { "shape": "Deep", "flattened": true },
        "Map": { "shape": "Map" },
        "Deep": { "shape": "Deep" },
    });
    let element = json!({ "shape": "String", "locationName": "element" });
    let others = json!({
        "Flat": { "type": "list", "member": element, "flattened": true },
        "Deep": { "type": "list", "member": { "shape": "String" } },
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
fn namespace_of_a_shape_is_that_of_its_members() {
    let xsi = json!({ "prefix": "xsi", "uri": "http://www.w3.org/2001/XMLSchema-instance" });
    let grantee = json!({
        "type": "structure",
        "members": { "Type": { "shape": "String", "locationName": "xsi:type", "xmlAttribute": true } },
        "xmlNamespace": xsi,
    });
    let own = json!({ "shape": "String", "xmlNamespace": "https://example.com/" });
    let members = json!({ "Grantee": { "shape": "Grantee" }, "Own": own });
    let traits = input_traits(&["rest-xml"], &members, &json!({ "Grantee": grantee }));
    assert_eq!(traits["Grantee"], json!({ "smithy.api#xmlNamespace": xsi }));
    let own = json!({ "smithy.api#xmlNamespace": { "uri": "https://example.com/" } });
    assert_eq!(traits["Own"], own);
}

/// An operation whose input is the root of its body, and one whose payload is.
fn roots(first: &Value, second: &Value) -> BTreeMap<String, Value> {
    let input = json!({ "shape": "Input", "locationName": "Root", "xmlNamespace": first });
    let payload =
        json!({ "shape": "Payload", "locationName": "Named", "xmlNamespace": second, "documentation": "d" });
    let bound = json!({ "shape": "String", "location": "header", "locationName": "x-h" });
    let all = json!({
        "Input": { "type": "structure", "members": { "Member": { "shape": "String" } } },
        "OtherInput": { "type": "structure", "members": { "Payload": payload, "Bound": bound }, "payload": "Payload" },
        "BoundInput": { "type": "structure", "members": { "Bound": bound } },
        "Payload": { "type": "structure", "members": {} },
        "String": { "type": "string" },
    });
    let mut operations = json!({ "Run": { "input": input } });
    for name in ["Other", "Bound"] {
        operations[name] = json!({ "input": { "shape": format!("{name}Input") } });
    }
    let metadata =
        json!({ "apiVersion": "1", "endpointPrefix": "read", "protocol": "rest-xml", "serviceId": "Read" });
    let text = json!({ "metadata": metadata, "operations": operations, "shapes": all }).to_string();
    let model = read::botocore_texts("read", &BTreeMap::from([("service-2.json", text.as_str())])).unwrap();
    let document: Value = serde_json::from_str(&to_json(&model, Prose::Drop)).unwrap();
    let shapes = document["shapes"].as_object().unwrap();
    shapes.iter().map(|(id, shape)| (id.rsplit('#').next().unwrap().to_owned(), shape.clone())).collect()
}

#[test]
fn namespace_of_all_roots_is_that_of_the_service() {
    let namespace = json!({ "uri": "https://example.com/" });
    let shapes = roots(&namespace, &namespace);
    assert_eq!(shapes["Read"]["traits"]["smithy.api#xmlNamespace"], namespace);
    let input = json!({ "smithy.api#input": {}, "smithy.api#xmlName": "Root" });
    assert_eq!(shapes["Input"]["traits"], input);
    let payload = json!({ "smithy.api#httpPayload": {}, "smithy.api#xmlName": "Named" });
    assert_eq!(shapes["OtherInput"]["members"]["Payload"]["traits"], payload);
}

#[test]
fn namespaces_of_roots_that_differ_are_those_of_the_roots() {
    let (first, second) =
        (json!({ "uri": "https://example.com/1" }), json!({ "uri": "https://example.com/2" }));
    let shapes = roots(&first, &second);
    assert_eq!(shapes["Read"]["traits"]["smithy.api#xmlNamespace"], Value::Null);
    assert_eq!(shapes["Input"]["traits"]["smithy.api#xmlNamespace"], first);
    let payload = &shapes["OtherInput"]["members"]["Payload"]["traits"];
    assert_eq!(payload["smithy.api#xmlNamespace"], second);
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
