//! Cases as traits of their operation or error.

use serde_json::{Map, Value, json};

use super::group::Group;
use super::{elements, string};

const NAMESPACE: &str = "com.amazonaws.conformance";

/// Returns the overlay with the cases of a group.
pub(super) fn overlay(group: &Group<'_>) -> Value {
    let mut traits: Map<String, Value> = Map::new();
    for suite in &group.suites {
        for case in elements(suite, "cases") {
            let (target, id, test) = test(group, suite, case);
            let entry = traits
                .entry(format!("{NAMESPACE}#{target}"))
                .or_insert_with(|| json!({ "type": "apply", "traits": {} }));
            let tests = entry["traits"].as_object_mut().map(|it| it.entry(id).or_insert_with(|| json!([])));
            if let Some(tests) = tests.and_then(Value::as_array_mut) {
                tests.push(test);
            }
        }
    }
    json!({ "smithy": "2.0", "shapes": traits })
}

/// Returns the shape of a case, its trait and the value in it.
fn test(group: &Group<'_>, suite: &Value, case: &Value) -> (String, &'static str, Value) {
    let protocol = protocol(group.metadata());
    let (target, id, mut test) = match case.get("serialized") {
        Some(request) => {
            let test = request_test(suite, case, request);
            (string(&case["given"]["name"]).to_owned(), "smithy.test#httpRequestTests", test)
        }
        None => (response_shape(group, case), "smithy.test#httpResponseTests", response_test(case)),
    };
    test["protocol"] = json!(protocol);
    let is_request = case.get("serialized").is_some();
    test["bodyMediaType"] = json!(media_type(protocol, is_request, string(&test["body"])));
    (target, id, test)
}

/// Returns the media type of a body, by which it is compared. Payloads of REST may be plain text.
fn media_type(protocol: &str, is_request: bool, body: &str) -> &'static str {
    let starts_with = |chars: &[char]| body.trim_start().starts_with(chars);
    match protocol {
        _ if body.is_empty() => "text/plain",
        "smithy.protocols#rpcv2Cbor" => "application/cbor",
        "aws.protocols#awsQuery" | "aws.protocols#ec2Query" if is_request => {
            "application/x-www-form-urlencoded"
        }
        "aws.protocols#awsQuery" | "aws.protocols#ec2Query" => "application/xml",
        "aws.protocols#restXml" if starts_with(&['<']) => "application/xml",
        "aws.protocols#restJson1" if starts_with(&['{', '[']) => "application/json",
        "aws.protocols#restXml" | "aws.protocols#restJson1" => "text/plain",
        _ => "application/json",
    }
}

fn protocol(metadata: &Value) -> &'static str {
    match (string(&metadata["protocol"]), string(&metadata["jsonVersion"])) {
        ("json", "1.0") => "aws.protocols#awsJson1_0",
        ("json", _) => "aws.protocols#awsJson1_1",
        ("rest-json", _) => "aws.protocols#restJson1",
        ("rest-xml", _) => "aws.protocols#restXml",
        ("query", _) => "aws.protocols#awsQuery",
        ("ec2", _) => "aws.protocols#ec2Query",
        _ => "smithy.protocols#rpcv2Cbor",
    }
}

/// Returns the error of a response case, or else its operation.
fn response_shape(group: &Group<'_>, case: &Value) -> String {
    let operation = string(&case["given"]["name"]).to_owned();
    if case.get("error").is_none() {
        return operation;
    }
    let errors: Vec<&str> = elements(&case["given"], "errors").map(|error| string(&error["shape"])).collect();
    let code = string(&case["errorCode"]);
    let has_code = |error: &&&str| **error == code || group.shape(error)["error"]["code"] == code;
    errors.iter().find(has_code).or(errors.first()).map_or(operation, |error| (*error).to_owned())
}

fn request_test(suite: &Value, case: &Value, request: &Value) -> Value {
    let endpoint = string(&suite["clientEndpoint"]);
    let host = endpoint.strip_prefix("https://").unwrap_or("example.com");
    let resolved = request["host"].as_str().unwrap_or(host);
    let (path, query) = string(&request["uri"]).split_once('?').unwrap_or((string(&request["uri"]), ""));
    let query: Vec<&str> = query.split('&').filter(|parameter| !parameter.is_empty()).collect();
    json!({
        "id": case["id"],
        "params": case["params"],
        "host": host,
        "resolvedHost": resolved,
        "method": request["method"],
        "uri": path,
        "queryParams": query,
        "headers": request["headers"],
        "requireHeaders": request["requireHeaders"],
        "forbidHeaders": request["forbidHeaders"],
        "body": request["body"],
    })
}

fn response_test(case: &Value) -> Value {
    let response = &case["response"];
    let result = case.get("error").or(case.get("result")).cloned().unwrap_or_else(|| json!({}));
    json!({
        "id": case["id"],
        "params": result,
        "code": response["status_code"],
        "headers": response["headers"],
        "body": response["body"],
    })
}
