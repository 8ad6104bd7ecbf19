//! Conversion of botocore's protocol tests to service folders, with the cases as overlays.
//!
//! A file is a list of suites with shapes of their own, so each suite becomes a service.

use std::path::Path;

use serde_json::{Map, Value, json};
use tinsmith::{Config, Runtime};
use xtask_common::{Failure, workspace};

use super::{Subject, crate_name};

const NAMESPACE: &str = "com.amazonaws.conformance";

/// Returns true for a list of suites, as opposed to a model.
pub(super) fn is_suites(file: &Path) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.trim_start().starts_with('[')
}

/// Returns a subject for each suite of the file.
pub(super) fn subjects(file: &Path, models: &Path) -> Result<Vec<Subject>, Failure> {
    let suites: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let subject = |(index, suite): (usize, &Value)| {
        let name = crate_name(&format!("{folder}-{stem}-{}", index + 1));
        let folder = models.join(&name);
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("service-2.json"), service(suite).to_string())?;
        let overlay = folder.join("cases.json");
        std::fs::write(&overlay, cases(suite).to_string())?;
        let mut config = Config::new(folder);
        config.runtime = Runtime::Shared(workspace::runtime());
        config.overlays = vec![overlay];
        config.protocol_tests = true;
        Ok(Subject { name, config })
    };
    suites.iter().enumerate().map(subject).collect()
}

/// Converts a suite to a service. Each case has its operation.
fn service(suite: &Value) -> Value {
    let mut metadata = suite["metadata"].clone();
    metadata["serviceId"] = json!("Conformance");
    metadata["endpointPrefix"] = json!("conformance");
    let operations = elements(suite, "cases").map(|case| &case["given"]);
    let operations: Map<String, Value> =
        operations.map(|operation| (string(&operation["name"]).to_owned(), operation.clone())).collect();
    json!({ "version": "2.0", "metadata": metadata, "shapes": suite["shapes"], "operations": operations })
}

/// Converts the cases to traits of their operation or error.
fn cases(suite: &Value) -> Value {
    let protocol = protocol(&suite["metadata"]);
    let mut traits: Map<String, Value> = Map::new();
    for case in elements(suite, "cases") {
        let (target, id, test) = match case.get("serialized") {
            Some(request) => {
                let test = request_test(suite, case, request);
                (string(&case["given"]["name"]).to_owned(), "smithy.test#httpRequestTests", test)
            }
            None => (response_shape(case), "smithy.test#httpResponseTests", response_test(case)),
        };
        let mut test = test;
        test["protocol"] = json!(protocol);
        test["bodyMediaType"] = json!(media_type(protocol, &test["body"]));
        let entry = traits
            .entry(format!("{NAMESPACE}#{target}"))
            .or_insert_with(|| json!({ "type": "apply", "traits": { id: [] } }));
        if let Some(tests) = entry["traits"][id].as_array_mut() {
            tests.push(test);
        }
    }
    json!({ "smithy": "2.0", "shapes": traits })
}

/// Returns the media type of a body. Empty bodies have no type, so any will do.
fn media_type(protocol: &str, body: &Value) -> &'static str {
    match (protocol, string(body)) {
        (_, "") => "text/plain",
        ("smithy.protocols#rpcv2Cbor", _) => "application/cbor",
        _ => "application/json",
    }
}

fn protocol(metadata: &Value) -> &'static str {
    match (string(&metadata["protocol"]), string(&metadata["jsonVersion"])) {
        ("json", "1.0") => "aws.protocols#awsJson1_0",
        ("json", _) => "aws.protocols#awsJson1_1",
        _ => "smithy.protocols#rpcv2Cbor",
    }
}

/// Returns the error of a response case, or else its operation.
fn response_shape(case: &Value) -> String {
    let operation = string(&case["given"]["name"]).to_owned();
    if case.get("error").is_none() {
        return operation;
    }
    let errors: Vec<&str> = elements(&case["given"], "errors").map(|error| string(&error["shape"])).collect();
    let code = string(&case["errorCode"]);
    let error = errors.iter().find(|error| **error == code).or(errors.first());
    error.map_or(operation, |error| (*error).to_owned())
}

fn request_test(suite: &Value, case: &Value, request: &Value) -> Value {
    let endpoint = string(&suite["clientEndpoint"]);
    let host = endpoint.strip_prefix("https://").unwrap_or("example.com");
    let resolved = request["host"].as_str().unwrap_or(host);
    json!({
        "id": case["id"],
        "params": case["params"],
        "host": host,
        "resolvedHost": resolved,
        "method": request["method"],
        "uri": request["uri"],
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

fn elements<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
