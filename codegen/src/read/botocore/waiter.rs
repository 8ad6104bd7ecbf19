//! `waiters-2.json` to `smithy.waiters#waitable`, or `tinsmith.api#waitable` if a waiter matches the status of errors.

use std::collections::BTreeMap;

use crate::source::{Map, json};

use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::model::traits::id;
use crate::source::{Node, Value};

pub(super) fn apply(model: &mut Model, namespace: &str, root: &Node<'_>) -> Result<(), Diagnostic> {
    let mut waiters: BTreeMap<(String, &str), Map> = BTreeMap::new();
    for (name, node) in root.required("waiters")?.entries()? {
        let operation = node.required("operation")?;
        let operation_id = format!("{namespace}#{}", operation.text()?);
        if !model.shapes.contains_key(operation_id.as_str()) {
            return Err(Diagnostic::error(format!(
                "the model has no operation `{operation_id}` to wait for"
            ))
            .at(&operation.location)
            .with_help("remove the waiter, or use both files of the same release of botocore"));
        }
        let acceptors = node.required("acceptors")?.elements()?;
        let acceptors = acceptors.iter().map(acceptor).collect::<Result<Vec<_>, _>>()?;
        let waitable =
            if acceptors.iter().any(matches_status) { id::WAITABLE_BY_STATUS } else { id::WAITABLE };
        waiters
            .entry((operation_id, waitable))
            .or_default()
            .insert(name.to_owned(), waiter(&node, acceptors));
    }
    for ((operation, waitable), waiters) in waiters {
        if let Some(shape) = model.shapes.get_mut(operation.as_str()) {
            shape.traits.insert(waitable, Value::Object(waiters), root.location.child("waiters"));
        }
    }
    Ok(())
}

fn waiter(node: &Node<'_>, acceptors: Vec<Value>) -> Value {
    let mut waiter = Map::new();
    waiter.insert("acceptors".to_owned(), Value::Array(acceptors));
    if let Some(delay) = node.get("delay") {
        waiter.insert("minDelay".to_owned(), delay.value.clone());
    }
    Value::Object(waiter)
}

/// Returns true if an acceptor matches the status of an error.
fn matches_status(acceptor: &Value) -> bool {
    acceptor["matcher"].get("status").is_some()
}

fn acceptor(node: &Node<'_>) -> Result<Value, Diagnostic> {
    let expected = node.required("expected")?;
    let matcher = match node.required("matcher")?.text()? {
        "error" => match expected.value {
            Value::Bool(any) => json!({ "success": !any }),
            code => json!({ "errorType": code }),
        },
        "status" => match status(&expected)? {
            200..300 => json!({ "success": true }),
            status => json!({ "status": status }),
        },
        path => json!({ "output": output_matcher(path, node, expected.value)? }),
    };
    Ok(json!({ "state": node.required("state")?.value, "matcher": matcher }))
}

fn status(expected: &Node<'_>) -> Result<i64, Diagnostic> {
    expected.value.as_whole().ok_or_else(|| {
        Diagnostic::error(format!("`{}` is not an HTTP status", expected.value))
            .at(&expected.location)
            .with_help("use a whole number, such as 404")
    })
}

fn output_matcher(kind: &str, node: &Node<'_>, expected: &Value) -> Result<Value, Diagnostic> {
    let comparator = match (kind, expected) {
        ("pathAll", _) => "allStringEquals",
        ("pathAny", _) => "anyStringEquals",
        (_, Value::Bool(_)) => "booleanEquals",
        _ => "stringEquals",
    };
    let text = expected.as_str().map_or_else(|| expected.to_string(), str::to_owned);
    let path = node.required("argument")?;
    Ok(json!({ "path": path.value, "expected": text, "comparator": comparator }))
}
