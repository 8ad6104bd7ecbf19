//! `waiters-2.json` to `smithy.waiters#waitable`.

use std::collections::BTreeMap;

use serde_json::{Map, json};

use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::source::{Node, Value};

pub(super) fn apply(model: &mut Model, namespace: &str, root: &Node<'_>) -> Result<(), Diagnostic> {
    let mut waiters: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for (name, node) in root.required("waiters")?.entries()? {
        let operation = node.required("operation")?;
        let id = format!("{namespace}#{}", operation.text()?);
        if !model.shapes.contains_key(id.as_str()) {
            return Err(Diagnostic::error(format!("the model has no operation `{id}` to wait for"))
                .at(&operation.location)
                .with_help("remove the waiter, or use both files of the same release of botocore"));
        }
        waiters.entry(id).or_default().insert(name.to_owned(), waiter(&node)?);
    }
    for (id, waiters) in waiters {
        if let Some(shape) = model.shapes.get_mut(id.as_str()) {
            shape.traits.insert(
                "smithy.waiters#waitable",
                Value::Object(waiters),
                root.location.child("waiters"),
            );
        }
    }
    Ok(())
}

fn waiter(node: &Node<'_>) -> Result<Value, Diagnostic> {
    let acceptors = node.required("acceptors")?.elements()?;
    let acceptors = acceptors.iter().map(acceptor).collect::<Result<Vec<_>, _>>()?;
    let mut waiter = Map::new();
    waiter.insert("acceptors".to_owned(), Value::Array(acceptors));
    if let Some(delay) = node.get("delay") {
        waiter.insert("minDelay".to_owned(), delay.value.clone());
    }
    Ok(Value::Object(waiter))
}

fn acceptor(node: &Node<'_>) -> Result<Value, Diagnostic> {
    let expected = node.required("expected")?;
    let matcher = match node.required("matcher")?.text()? {
        "error" => match expected.value {
            Value::Bool(any) => json!({ "success": !any }),
            code => json!({ "errorType": code }),
        },
        "status" => {
            json!({ "success": expected.value.as_u64().is_some_and(|status| (200..300).contains(&status)) })
        }
        path => json!({ "output": output_matcher(path, node, expected.value)? }),
    };
    Ok(json!({ "state": node.required("state")?.value, "matcher": matcher }))
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
