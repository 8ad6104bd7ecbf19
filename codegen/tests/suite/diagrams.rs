//! Decision diagrams of endpoint rules: damaged ones are refused, and others are compiled without repetition.

use std::fmt::Write as _;

use serde_json::{Value, json};
use tinsmith::{Config, generate_from, pass, read};

/// A result with this index, in references.
const RESULT: i32 = 100_000_001;

/// A diagram over these nodes after the first, which is the same in every diagram.
fn diagram(conditions: &Value, results: &Value, nodes: &[[i32; 3]]) -> Value {
    let parameter = |ty: &str| json!({ "type": ty, "documentation": "A parameter." });
    let all: Vec<i32> = [[-1, 1, -1]].iter().chain(nodes).flatten().copied().collect();
    let bytes: Vec<u8> = all.iter().flat_map(|number| number.to_be_bytes()).collect();
    json!({
        "version": "1.1",
        "parameters": { "Text": parameter("string"), "Flag": parameter("boolean") },
        "conditions": conditions,
        "results": results,
        "root": 2,
        "nodeCount": all.len() / 3,
        "nodes": base64(&bytes),
    })
}

/// Encodes bytes whose number is a multiple of three, so that there is no padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (chunks, rest) = bytes.as_chunks::<3>();
    assert!(rest.is_empty());
    let mut text = String::new();
    for [one, two, three] in chunks {
        let bits = u32::from_be_bytes([0, *one, *two, *three]);
        for shift in [18, 12, 6, 0] {
            text.push(DIGITS[(bits >> shift & 63) as usize].into());
        }
    }
    text
}

/// A model with a diagram.
fn model(diagram: &Value) -> String {
    let traits = json!({ "aws.protocols#awsJson1_0": {}, "smithy.rules#endpointBdd": diagram });
    let service = json!({ "type": "service", "operations": [{ "target": "a#Get" }], "traits": traits });
    json!({ "smithy": "2.0", "shapes": { "a#S": service, "a#Get": { "type": "operation" } } }).to_string()
}

/// A model with a diagram of this many conditions, one after the other.
pub(crate) fn chain(length: i32) -> String {
    let condition = |number: i32| json!({ "fn": "stringEquals", "argv": ["{Text}", number.to_string()] });
    let conditions: Value = (0..length).map(condition).collect();
    let nodes: Vec<_> = (0..length).map(|level| [level, RESULT, level + 3]).collect();
    let [before @ .., last] = &nodes[..] else { panic!("the chain is empty") };
    let nodes = [before, &[[last[0], RESULT, -1]]].concat();
    model(&diagram(&conditions, &json!([url("https://{Text}")]), &nodes))
}

/// The source of the endpoint rules, or the message of the first error.
fn rules(diagram: &Value) -> Result<String, String> {
    let model = read::text("a.json", &model(diagram)).unwrap();
    pass::validate(&model).unwrap();
    let generated = generate_from(&model, &Config::new("a.json"));
    let mut files = generated.map_err(|findings| findings.list[0].message.clone())?.files;
    let text = files.remove("src/service/endpoint.rs").unwrap();
    Ok(text[text.find("pub(crate) fn resolve").unwrap()..].to_owned())
}

fn set(name: &str) -> Value {
    json!({ "fn": "isSet", "argv": [{ "ref": name }] })
}

fn url(text: &str) -> Value {
    json!({ "type": "endpoint", "conditions": [], "endpoint": { "url": text } })
}

#[test]
fn a_complemented_node_has_its_branches_exchanged() {
    let conditions = json!([set("Text"), set("Flag")]);
    let results = json!([url("https://with"), url("https://without")]);
    // Both branches lead to the second node, one of them to its complement.
    let nodes = [[0, 3, -3], [1, RESULT, RESULT + 1]];
    let text = rules(&diagram(&conditions, &results, &nodes)).unwrap();
    let order: Vec<_> = [
        "params.text",
        "https://with\"",
        "https://without\"",
        "params.flag",
        "https://without\"",
        "https://with\"",
    ]
    .iter()
    .scan(0, |from, part| {
        let at = text[*from..].find(part)?;
        *from += at + part.len();
        Some(*from)
    })
    .collect();
    assert_eq!(order.len(), 6, "{text}");
}

/// `split` always has a value, so that the branch without one is not compiled; its variable is in one branch only.
#[test]
fn branches_that_cannot_be_taken_are_left_out() {
    let split = json!({ "fn": "split", "argv": ["{Text}", "-", 0], "assign": "parts" });
    let last = json!({ "fn": "getAttr", "argv": [{ "ref": "parts" }, "[-2]"], "assign": "last" });
    let conditions = json!([set("Text"), split, last]);
    let results = json!([url("https://{last}"), url("https://never")]);
    let nodes = [[0, 3, 4], [1, 4, RESULT + 1], [2, RESULT, 1]];
    let text = rules(&diagram(&conditions, &results, &nodes)).unwrap();
    assert!(text.contains(".iter().nth_back(1)"), "{text}");
    assert!(!text.contains("never"), "{text}");
}

#[test]
fn a_diagram_of_one_result_or_none_is_compiled() {
    let mut diagram = diagram(&json!([]), &json!([url("https://one")]), &[]);
    for (root, expected) in
        [(RESULT, "https://one"), (1, "no endpoint rule fits"), (RESULT - 1, "no endpoint rule fits")]
    {
        diagram["root"] = json!(root);
        assert!(rules(&diagram).unwrap().contains(expected), "{root}");
    }
}

#[test]
fn damaged_diagrams_are_refused() {
    let conditions = json!([set("Text"), set("Flag")]);
    let results = json!([url("https://one")]);
    let good = diagram(&conditions, &results, &[[0, 3, RESULT], [1, RESULT, -1]]);
    rules(&good).unwrap();
    let of = |nodes: &[[i32; 3]]| diagram(&conditions, &results, nodes);
    let with = |key: &str, value: Value| {
        let mut bad = good.clone();
        bad[key] = value;
        bad
    };
    let conditional = json!([{ "type": "error", "conditions": [set("Text")], "error": "no" }]);
    for (bad, expected) in [
        (of(&[[0, 2, 1]]), "it leads back to a node"),
        (of(&[[0, 3, 1], [1, -2, 1]]), "it leads back to a node"),
        (of(&[[0, 4, 1]]), "node 1 leads to 4 or 1, of which one does not exist"),
        (of(&[[0, 0, 1]]), "node 1 leads to 0 or 1, of which one does not exist"),
        (of(&[[0, RESULT + 1, 1]]), "node 1 leads to 100000002 or 1, of which one does not exist"),
        (of(&[[0, i32::MIN, 1]]), "node 1 leads to -2147483648 or 1, of which one does not exist"),
        (of(&[[2, 1, 1]]), "node 1 has the condition 2, which does not exist"),
        (of(&[[-1, 1, 1]]), "node 1 has the condition -1, which does not exist"),
        (with("root", json!(9)), "the root does not exist"),
        (with("root", json!(0)), "the root does not exist"),
        (with("root", json!("2")), "the root does not exist"),
        (with("nodeCount", json!(7)), "the diagram has 3 nodes, not 7"),
        (with("nodes", json!("AAAA")), "the nodes are not integers of 32 bits in Base64"),
        (with("nodes", json!("?")), "the nodes are not integers of 32 bits in Base64"),
        (with("results", conditional), "a result has conditions"),
    ] {
        assert_eq!(rules(&bad), Err(format!("invalid decision diagram: {expected}")), "{bad}");
    }
    let other_end = with("nodes", json!(base64(&[0; 36])));
    assert_eq!(
        rules(&other_end),
        Err("invalid decision diagram: the first node is not the end, which is [-1, 1, -1]".to_owned())
    );
    let tree = with("results", json!([{ "type": "tree", "conditions": [], "rules": [] }]));
    assert_eq!(rules(&tree).unwrap_err(), "a result of a decision diagram cannot be a `tree`");
    let unknown = json!([set("Text"), set("Other")]);
    let bad = with("conditions", unknown);
    assert_eq!(rules(&bad).unwrap_err(), "the endpoint rules use `Other`, which is not defined");
}

/// Numbers of one value are equal in models, so that they must be the same in crates, too.
#[test]
fn numbers_of_properties_are_the_same_however_they_are_written() {
    let of = |number: &str| {
        let number: Value = serde_json::from_str(number).unwrap();
        let mut result = url("https://one");
        result["endpoint"]["properties"] = json!({ "number": number });
        rules(&diagram(&json!([set("Text")]), &json!([result]), &[[0, RESULT, -1]])).unwrap()
    };
    assert_eq!(of("1.0"), of("1"));
    assert_eq!(of("-1e1"), of("-10"));
    assert!(of("1.5").contains("Number::Float(1.5)"));
    assert!(of("-0.0").contains("Number::Float(-0.0)"));
    assert!(of("18446744073709551615").contains("Number::PosInt(18446744073709551615)"));
}

/// A diagram of many nodes, each of which two branches lead to, has 2^100 paths.
#[test]
fn a_diagram_of_many_paths_becomes_one_function_for_each_node() {
    const LEVELS: i32 = 100;
    let condition = |number: i32| json!({ "fn": "stringEquals", "argv": ["{Text}", number.to_string()] });
    let conditions: Value = (0..2 * LEVELS).map(condition).collect();
    let mut nodes = Vec::new();
    for level in 0..LEVELS {
        // Two nodes for each level, which both lead to both nodes of the next.
        let next = 2 * level + 4;
        let [high, low] = if level + 1 == LEVELS { [RESULT, RESULT + 1] } else { [next, next + 1] };
        nodes.extend([[2 * level, high, low], [2 * level + 1, low, high]]);
    }
    let results = json!([url("https://{Text}.one"), url("https://{Text}.two")]);
    let text = rules(&diagram(&conditions, &results, &nodes)).unwrap();
    let mut names = String::new();
    text.lines().filter(|line| line.starts_with("fn ")).for_each(|line| writeln!(names, "{line}").unwrap());
    assert!(names.lines().count() < 250, "{names}");
}

/// Each of the conditions assigns a name on one of the two ways to the next, so that there are 2^14 sets of names.
#[test]
fn a_diagram_of_many_sets_of_names_becomes_one_function_for_each_node() {
    const NAMES: i32 = 14;
    let start = |number: i32| json!({ "fn": "substring", "argv": ["{Text}", 0, number + 1, false], "assign": format!("x{number}") });
    let equals = |number: i32| json!({ "fn": "stringEquals", "argv": ["{Text}", number.to_string()] });
    let uses = |number: i32| json!({ "fn": "stringEquals", "argv": [{ "ref": format!("x{number}") }, "a"] });
    let conditions: Value =
        (0..NAMES).map(start).chain((0..NAMES).map(equals)).chain((0..NAMES).map(uses)).collect();
    let mut nodes = Vec::new();
    for level in 0..NAMES {
        let next = 2 * level + 4;
        nodes.extend([[level, 2 * level + 3, next], [NAMES + level, RESULT, next]]);
    }
    nodes.extend((0..NAMES).map(|level| {
        let next = if level + 1 == NAMES { RESULT } else { 2 * NAMES + level + 3 };
        [2 * NAMES + level, next, 1]
    }));
    let text = rules(&diagram(&conditions, &json!([url("https://{Text}")]), &nodes)).unwrap();
    let count = text.lines().filter(|line| line.starts_with("fn ")).count();
    assert!((10..40).contains(&count), "{count}: {text}");
    assert!(text.contains("x0: Option<&str>"), "{text}");
}

/// Both branches of the first node lead to the second.
#[test]
fn a_name_that_is_missing_on_some_ways_is_an_absent_value() {
    let head = json!({ "fn": "substring", "argv": ["{Text}", 0, 3, false], "assign": "head" });
    let of_head = |name: &str| json!({ "fn": name, "argv": [{ "ref": "head" }] });
    let coalesced = |assign: Option<&str>| {
        let mut call = json!({ "fn": "coalesce", "argv": [{ "ref": "head" }, "none"] });
        if let Some(name) = assign {
            call["assign"] = json!(name);
        }
        call
    };
    let not_set = json!({ "fn": "not", "argv": [of_head("isSet")] });
    let equal = json!({ "fn": "stringEquals", "argv": [coalesced(None), "none"] });
    let both_ways = |second: &Value, result: &str| {
        let conditions = json!([head, second]);
        rules(&diagram(&conditions, &json!([url(result)]), &[[0, 3, 3], [1, RESULT, 1]])).unwrap()
    };
    let text = both_ways(&coalesced(Some("it")), "https://{it}");
    for part in ["(Some(head))", "(None)", "head: Option<&str>", "let it = head.unwrap_or(\"none\");"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for (condition, test) in [
        (&not_set, "head.is_none()"),
        (&equal, "head.unwrap_or(\"none\") == \"none\""),
        (&of_head("isSet"), "head.is_some()"),
    ] {
        let text = both_ways(condition, "https://one");
        assert!(text.contains(test), "{text}");
    }
    let text = both_ways(&of_head("isSet"), "https://{head}");
    assert!(text.contains("let Some(head_2) = head") && text.contains("https://{head_2}"), "{text}");
    // On the only way to these conditions, the name is missing.
    for (condition, result) in [(coalesced(Some("it")), "https://{it}"), (not_set, "https://none")] {
        let conditions = json!([head, condition]);
        let results = json!([url(result), url("https://{head}")]);
        let text = rules(&diagram(&conditions, &results, &[[0, RESULT + 1, 3], [1, RESULT, 1]])).unwrap();
        assert!(text.contains("https://none") || text.contains("let it = \"none\""), "{text}");
    }
}
