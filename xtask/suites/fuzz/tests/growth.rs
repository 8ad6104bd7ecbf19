//! The cost of generation is linear in the size of a model. The tests count allocated bytes, because time depends on
//! the machine.

use std::alloc::System;

use fuzz::target;
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn allocated(target: fn(&[u8]), input: &Value) -> usize {
    let input = input.to_string();
    let before = ALLOCATOR.stats().bytes_allocated;
    target(input.as_bytes());
    ALLOCATOR.stats().bytes_allocated - before
}

/// A model with one operation, the given members of its input, and the given shapes.
fn smithy(members: &Value, shapes: impl IntoIterator<Item = (String, Value)>) -> Value {
    let rules = json!({ "version": "1.0", "parameters": {}, "rules": [
        { "conditions": [], "type": "endpoint", "endpoint": { "url": "https://example.com" } }
    ] });
    let mut model = json!({ "smithy": "2.0", "shapes": {
        "a.b#Service": { "type": "service", "version": "1", "operations": [{ "target": "a.b#Get" }], "traits": {
            "aws.api#service": { "sdkId": "Grow" }, "aws.protocols#awsJson1_1": {},
            "smithy.rules#endpointRuleSet": rules
        } },
        "a.b#Get": { "type": "operation", "input": { "target": "a.b#Input" } },
        "a.b#Input": { "type": "structure", "members": members }
    } });
    for (name, shape) in shapes {
        model["shapes"][format!("a.b#{name}")] = shape;
    }
    model
}

fn structure(members: &Value) -> Value {
    json!({ "type": "structure", "members": members })
}

/// A chain of structures.
fn chain(length: usize) -> Value {
    let link = |at: usize| {
        let next =
            if at + 1 < length { format!("a.b#Link{}", at + 1) } else { "smithy.api#String".to_owned() };
        (format!("Link{at}"), structure(&json!({ "next": { "target": next } })))
    };
    smithy(&json!({ "first": { "target": "a.b#Link0" } }), (0..length).map(link))
}

/// One structure with many members.
fn wide(length: usize) -> Value {
    let members = (0..length).map(|at| (format!("member{at}"), json!({ "target": "smithy.api#String" })));
    smithy(&Value::Object(members.collect()), [])
}

/// An enum with many values.
fn values(length: usize) -> Value {
    let members = (0..length).map(|at| (format!("V{at}"), json!({ "target": "smithy.api#Unit" })));
    let shape = json!({ "type": "enum", "members": Value::Object(members.collect()) });
    smithy(&json!({ "it": { "target": "a.b#Enum" } }), [("Enum".to_owned(), shape)])
}

/// Members with missing targets: each is a diagnostic with an excerpt.
fn dangling(length: usize) -> Value {
    let members = (0..length).map(|at| (format!("member{at}"), json!({ "target": format!("a.b#No{at}") })));
    smithy(&Value::Object(members.collect()), [])
}

/// A paragraph with tags that are never closed.
fn prose(length: usize) -> Value {
    let text = "<ul><li>some <b>words <code>and `more` https://a.example ".repeat(length);
    let member = json!({ "target": "smithy.api#String", "traits": { "smithy.api#documentation": text } });
    smithy(&json!({ "it": member }), [])
}

/// A long word.
fn marks(length: usize) -> Value {
    let text = "[*`_(<https://x.".repeat(length);
    let member = json!({ "target": "smithy.api#String", "traits": { "smithy.api#documentation": text } });
    smithy(&json!({ "it": member }), [])
}

/// An enum of botocore, whose values have no letters to derive names from.
fn signs(length: usize) -> Value {
    let values: Vec<_> =
        (1..=length).map(|count| format!("{}{}", "?!".repeat(count % 7), "*".repeat(count / 7))).collect();
    json!({
        "metadata": { "apiVersion": "1", "protocol": "json", "jsonVersion": "1.1", "serviceId": "Grow" },
        "operations": {},
        "shapes": { "Enum": { "type": "string", "enum": values } }
    })
}

/// Name, target, model of a length, and smallest length.
type Case = (&'static str, fn(&[u8]), fn(usize) -> Value, usize);

#[test]
fn allocated_bytes_grow_linearly_with_the_model() {
    let cases: [Case; 7] = [
        ("chain", target::smithy, chain, 200),
        ("wide", target::smithy, wide, 100),
        ("values", target::smithy, values, 200),
        ("dangling", target::smithy, dangling, 100),
        ("prose", target::smithy, prose, 300),
        ("marks", target::smithy, marks, 300),
        ("signs", target::botocore, signs, 300),
    ];
    let mut steep = Vec::new();
    for (name, target, model, length) in cases {
        // Differences, because the constant cost of a model would hide the growth.
        let [small, middle, large] = [1, 2, 5].map(|times| allocated(target, &model(length * times)));
        // In tenths: 30 for linear growth, 70 for quadratic growth.
        let growth = 10 * (large - middle) / (middle - small).max(1);
        println!("{name}: {small} {middle} {large}, growth {growth}");
        if growth > 40 {
            steep.push(name);
        }
    }
    assert!(steep.is_empty(), "growth is not linear: {steep:?}");
}
