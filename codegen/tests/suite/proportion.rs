//! Models that are large, deep, endless or strange: each gives a diagnostic or a crate, in time and memory that are known.
//!
//! Each case runs in a process of its own, so that a stack that overflows is seen, and its memory is its own.
//! `PROPORTION=<case> cargo test -p tinsmith proportion::one -- --nocapture` runs one here.

use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use serde_json::{Map, Value, json};
use tinsmith::{Config, Diagnostics, GeneratedCrate, Selection, generate_from, pass, read};

use crate::diagrams;
use crate::harm::harm;

/// What must come of a case.
#[derive(Clone, Copy)]
enum Outcome {
    /// A crate.
    Crate,
    /// A refusal that says this.
    Refused(&'static str),
}

use Outcome::{Crate, Refused};

/// A name, a model, what must come of it, and how many megabytes that may take.
type Case = (&'static str, fn() -> String, Outcome, u64);

/// The least that a process may have: the test and the support code.
const SMALL: u64 = 100;

const CASES: &[Case] = &[
    // Depth.
    ("nested_json", || format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), Refused(""), SMALL),
    ("nested_objects", || "{\"a\":".repeat(100_000), Refused(""), SMALL),
    (
        "nested_default",
        || thing(&json!({ "d": document(&nested(90)) }), []),
        Refused("does not fit its type"),
        SMALL,
    ),
    ("nested_structures", || chain(1_000), Crate, 200),
    ("nested_lists", || lists(2_000), Refused("nests lists and maps endlessly"), SMALL),
    ("nested_lists_of_themselves", || ring("list", 500), Refused("nests lists and maps endlessly"), SMALL),
    ("nested_maps_of_themselves", || ring("map", 500), Refused("nests lists and maps endlessly"), SMALL),
    ("nested_path", || waiter(&format!("{}a{}", "(".repeat(50_000), ")".repeat(50_000))), Crate, SMALL),
    ("nested_path_of_lists", || waiter(&"[".repeat(50_000)), Crate, SMALL),
    ("nested_path_of_nots", || waiter(&format!("{}a", "!".repeat(50_000))), Crate, SMALL),
    ("long_path", || waiter(&["a"; 50_000].join(".")), Crate, SMALL),
    ("long_path_of_pipes", || waiter(&["a"; 50_000].join("|")), Crate, SMALL),
    ("long_path_of_choices", || waiter(&["a"; 20_000].join("||")), Crate, SMALL),
    ("nested_rules", || rules(&nested_rules(25)), Crate, SMALL),
    ("nested_rules_too_deep", || rules(&nested_rules(100)), Refused("recursion limit"), SMALL),
    ("diagram_of_a_long_chain", || diagrams::chain(2_000), Crate, 200),
    ("diagram_of_too_many_nodes", || diagrams::chain(20_000), Refused("more than 16384 nodes"), SMALL),
    ("nested_functions", || rules(&condition(&nested_functions(15))), Crate, SMALL),
    (
        "nested_functions_too_deep",
        || rules(&condition(&nested_functions(100))),
        Refused("recursion limit"),
        SMALL,
    ),
    ("template_of_braces", || rules(&endpoint(&"{".repeat(100_001))), Refused(""), SMALL),
    (
        "template_of_paths",
        || rules(&endpoint(&format!("{{R#{}}}", "a[0].".repeat(20_000)))),
        Refused(""),
        SMALL,
    ),
    // Cycles.
    ("structure_of_itself", || ring("structure", 1), Crate, SMALL),
    ("structures_in_a_ring", || ring("structure", 300), Crate, 200),
    ("unions_in_a_ring", || ring("union", 300), Crate, 200),
    ("list_of_itself", || ring("list", 1), Refused("nests lists and maps endlessly"), SMALL),
    ("map_of_itself", || ring("map", 1), Refused("nests lists and maps endlessly"), SMALL),
    ("mixin_of_itself", || mixins(1), Refused("mixin"), SMALL),
    ("mixins_in_a_ring", || mixins(300), Refused("mixin"), SMALL),
    ("resource_of_itself", || resources(1), Crate, SMALL),
    ("resources_in_a_ring", || resources(2_000), Crate, SMALL),
    ("apply_to_an_apply", apply_to_itself, Refused(""), SMALL),
    ("error_of_itself", error_of_itself, Crate, SMALL),
    // Numbers.
    ("shapes_100000_unused", || shapes(100_000, false), Crate, 1_000),
    ("shapes_2000_used", || shapes(2_000, true), Crate, 600),
    ("members_2000", || members(2_000), Crate, 400),
    ("values_50000", || values(50_000), Crate, 1_000),
    ("values_of_one_name", || same_values(300), Crate, SMALL),
    ("many_values_of_one_name", || same_values(900), Crate, 200),
    ("operations_500", || operations(500), Crate, 1_000),
    ("one_name_of_a_megabyte", || one_name(&"a".repeat(1 << 20)), Refused(""), SMALL),
    ("one_value_of_a_megabyte", || one_value(&"a".repeat(1 << 20)), Crate, SMALL),
    ("prose_of_a_megabyte", || prose(&"<b>[*`_".repeat(1 << 17)), Crate, 1_000),
    (
        "number_of_a_huge_exponent",
        || thing(&json!({ "n": number("BigInteger") }), []).replace("\"@\"", "1e999999999"),
        Refused("does not fit its type"),
        SMALL,
    ),
    (
        "numbers_without_end",
        || thing(&json!({ "n": number("Integer") }), []).replace("\"@\"", &"9".repeat(100_000)),
        Refused(""),
        SMALL,
    ),
    // Letters.
    ("name_of_homoglyphs", || one_name("раураl"), Refused("is not a member name"), SMALL),
    ("name_turned_round", || one_name("a\u{202e}b"), Refused("is not a member name"), SMALL),
    ("name_of_combining_letters", || one_name("e\u{301}"), Refused("is not a member name"), SMALL),
    ("name_of_nothing_visible", || one_name("a\u{200b}"), Refused("is not a member name"), SMALL),
    ("name_of_pictures", || one_name("😀"), Refused("is not a member name"), SMALL),
    ("values_of_every_script", every_script, Crate, SMALL),
    ("names_that_fall_together", names_that_fall_together, Refused("would both become"), SMALL),
    ("names_of_devices", names_of_devices, Crate, SMALL),
];

#[test]
fn small_cases_end_in_proportion() {
    end_in_proportion(|megabytes| megabytes <= SMALL);
}

#[test]
#[ignore = "takes long"]
fn large_cases_end_in_proportion() {
    end_in_proportion(|megabytes| megabytes > SMALL);
}

/// Runs the cases whose limit of memory is selected.
fn end_in_proportion(is_selected: impl Fn(u64) -> bool) {
    let cases: Vec<_> = CASES.iter().filter(|(.., megabytes)| is_selected(*megabytes)).collect();
    assert!(cases.len() > 5);
    let (next, problems) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    problems.lock().unwrap().extend(problem(case));
                }
            });
        }
    });
    let problems = problems.into_inner().unwrap();
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

/// Runs a case in a process of its own, and returns what is wrong with its outcome, time or memory.
fn problem((name, _, _, megabytes): &Case) -> Option<String> {
    let start = Instant::now();
    let output = Command::new(env::current_exe().unwrap())
        .args(["proportion::one", "--exact", "--nocapture"])
        .env("PROPORTION", name)
        .output()
        .unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let time = start.elapsed();
    let peak = said.lines().find_map(|line| line.strip_prefix("peak: ")?.parse::<u64>().ok());
    println!("{name}: {time:.1?}, {} MB", peak.unwrap_or_default());
    if !output.status.success() {
        Some(format!("{name}: {}", said.chars().take(1500).collect::<String>()))
    } else if cfg!(target_os = "linux") && peak.is_none() {
        Some(format!("{name} did not report its memory"))
    } else if peak.is_some_and(|peak| peak > *megabytes) {
        Some(format!("{name} took {peak:?} megabytes, more than {megabytes}"))
    } else if time > Duration::from_mins(2) {
        Some(format!("{name} took {time:?}"))
    } else {
        None
    }
}

/// The case that the environment names.
#[test]
fn one() {
    let Some(wanted) = env::var("PROPORTION").ok() else { return };
    let (_, model, outcome, _) =
        CASES.iter().find(|(name, ..)| *name == wanted).expect("there is such a case");
    match (generated(&model()), outcome) {
        (Ok(generated), Crate) => {
            let files = generated
                .files
                .iter()
                .filter(|(path, text)| path.starts_with("src/") && text.len() < 200_000);
            let small = files.map(|(path, text)| (path.clone(), text.clone())).take(200).collect();
            let small = GeneratedCrate { files: small, ..generated.clone() };
            assert_eq!(harm(&small, &std::collections::BTreeMap::new()), None);
            println!("a crate of {} files, {} warnings", generated.files.len(), generated.warnings.len());
        }
        (Err(findings), Refused(words)) => {
            let said = findings.render(false);
            assert!(said.contains(words), "{said}");
            assert!(findings.list.iter().all(|diagnostic| diagnostic.help.is_some()), "{said}");
            println!("refused: {}", said.chars().take(200).collect::<String>());
        }
        (Ok(generated), Refused(_)) => panic!("a crate of {} files", generated.files.len()),
        (Err(findings), Crate) => panic!("{}", findings.render(false)),
    }
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        println!(
            "peak: {}",
            peak.and_then(|peak| peak.trim().parse::<u64>().ok()).unwrap_or_default() / 1024
        );
    }
}

fn generated(text: &str) -> Result<GeneratedCrate, Diagnostics> {
    let selection = Selection::Named(vec!["Get".to_owned()]);
    let selection = if text.contains("\"x#Get1\"") { Selection::All } else { selection };
    let config = Config { selection, ..Config::new("hostile.json") };
    let model = read::text("hostile.json", text)?;
    pass::validate(&model)?;
    generate_from(&model, &config)
}

type Shapes = Vec<(String, Value)>;

/// A model with one operation, whose input and output have the members.
fn thing(members: &Value, shapes: impl IntoIterator<Item = (String, Value)>) -> String {
    service(
        members,
        shapes,
        &json!({ "parameters": {}, "rules": [endpoint("https://a.example")] }),
        &json!({}),
    )
}

fn service(
    members: &Value,
    shapes: impl IntoIterator<Item = (String, Value)>,
    rules: &Value,
    traits: &Value,
) -> String {
    let mut rules = rules.clone();
    rules["version"] = json!("1.0");
    let mut model = json!({ "smithy": "2.0", "shapes": {
        "x#Service": { "type": "service", "version": "1", "operations": [{ "target": "x#Get" }], "traits": {
            "aws.api#service": { "sdkId": "Hostile" }, "aws.protocols#awsJson1_1": {},
            "smithy.rules#endpointRuleSet": rules
        } },
        "x#Get": { "type": "operation", "input": { "target": "x#In" }, "output": { "target": "x#In" }, "traits": traits },
        "x#In": { "type": "structure", "members": members }
    } });
    for (name, shape) in shapes {
        model["shapes"][format!("x#{name}")] = shape;
    }
    model.to_string()
}

fn to(name: &str) -> Value {
    json!({ "target": format!("x#{name}") })
}

fn text() -> Value {
    json!({ "target": "smithy.api#String" })
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!([]), |inner, _| json!([inner]))
}

fn document(default: &Value) -> Value {
    json!({ "target": "smithy.api#Document", "traits": { "smithy.api#default": default } })
}

fn number(target: &str) -> Value {
    json!({ "target": format!("smithy.api#{target}"), "traits": { "smithy.api#default": "@" } })
}

/// Each structure holds the next.
fn chain(length: usize) -> String {
    let link = |at: usize| {
        let next = if at + 1 < length { to(&format!("S{}", at + 1)) } else { text() };
        (format!("S{at}"), json!({ "type": "structure", "members": { "next": next } }))
    };
    thing(&json!({ "first": to("S0") }), (0..length).map(link))
}

/// A list of lists of lists.
fn lists(length: usize) -> String {
    let link = |at: usize| {
        let next = if at + 1 < length { to(&format!("S{}", at + 1)) } else { text() };
        (format!("S{at}"), json!({ "type": "list", "member": next }))
    };
    thing(&json!({ "first": to("S0") }), (0..length).map(link))
}

/// Each shape holds the next, and the last the first.
fn ring(kind: &str, length: usize) -> String {
    let link = |at: usize| {
        let next = to(&format!("S{}", (at + 1) % length));
        let shape = match kind {
            "list" => json!({ "type": "list", "member": next }),
            "map" => json!({ "type": "map", "key": text(), "value": next }),
            kind => json!({ "type": kind, "members": { "next": next, "end": text() } }),
        };
        (format!("S{at}"), shape)
    };
    thing(&json!({ "first": to("S0") }), (0..length).map(link))
}

fn mixins(length: usize) -> String {
    let link = |at: usize| {
        let next = to(&format!("S{}", (at + 1) % length));
        let shape = json!({ "type": "structure", "members": {}, "mixins": [next], "traits": { "smithy.api#mixin": {} } });
        (format!("S{at}"), shape)
    };
    thing(&json!({ "first": to("S0") }), (0..length).map(link))
}

fn resources(length: usize) -> String {
    let link = |at: usize| {
        let next = to(&format!("S{}", (at + 1) % length));
        (format!("S{at}"), json!({ "type": "resource", "resources": [next] }))
    };
    let mut model: Value = serde_json::from_str(&thing(&json!({}), (0..length).map(link))).unwrap();
    model["shapes"]["x#Service"]["resources"] = json!([to("S0")]);
    model.to_string()
}

fn apply_to_itself() -> String {
    thing(
        &json!({}),
        [("A".to_owned(), json!({ "type": "apply", "traits": { "smithy.api#documentation": "a" } }))],
    )
}

fn error_of_itself() -> String {
    let shape = json!({ "type": "structure", "members": { "cause": to("E") }, "traits": { "smithy.api#error": "client" } });
    let mut model: Value =
        serde_json::from_str(&thing(&json!({ "e": to("E") }), [("E".to_owned(), shape)])).unwrap();
    model["shapes"]["x#Get"]["errors"] = json!([to("E")]);
    model.to_string()
}

/// A waiter that looks along a path; one that cannot be followed is left out with a warning.
fn waiter(path: &str) -> String {
    let matcher = json!({ "output": { "path": path, "comparator": "stringEquals", "expected": "a" } });
    let waiter = json!({ "W": { "acceptors": [{ "state": "success", "matcher": matcher }] } });
    let rules = json!({ "parameters": {}, "rules": [endpoint("https://a.example")] });
    service(&json!({ "a": text() }), [], &rules, &json!({ "smithy.waiters#waitable": waiter }))
}

fn rules(rule: &Value) -> String {
    let parameters = json!({ "R": { "type": "string" } });
    service(
        &json!({}),
        [],
        &json!({ "parameters": parameters, "rules": [rule, endpoint("https://a.example")] }),
        &json!({}),
    )
}

fn endpoint(url: &str) -> Value {
    json!({ "conditions": [], "type": "endpoint", "endpoint": { "url": url } })
}

fn condition(argument: &Value) -> Value {
    json!({ "conditions": [argument], "type": "endpoint", "endpoint": { "url": "https://b.example" } })
}

fn nested_rules(depth: usize) -> Value {
    let set = json!({ "fn": "isSet", "argv": [{ "ref": "R" }] });
    (0..depth).fold(
        endpoint("https://b.example"),
        |inner, _| json!({ "conditions": [set], "type": "tree", "rules": [inner] }),
    )
}

fn nested_functions(depth: usize) -> Value {
    let set = json!({ "fn": "isSet", "argv": [{ "ref": "R" }] });
    (0..depth).fold(set, |inner, _| json!({ "fn": "not", "argv": [inner] }))
}

fn shapes(count: usize, are_used: bool) -> String {
    let shapes: Shapes = (0..count)
        .map(|at| (format!("S{at}"), json!({ "type": "structure", "members": { "a": text(), "b": text() } })))
        .collect();
    let members = shapes.iter().map(|(name, _)| (name.to_lowercase(), to(name)));
    let members: Map<_, _> = if are_used { members.collect() } else { Map::new() };
    thing(&Value::Object(members), shapes)
}

fn members(count: usize) -> String {
    thing(&Value::Object((0..count).map(|at| (format!("m{at}"), text())).collect()), [])
}

fn values_of(values: impl Iterator<Item = (String, String)>) -> String {
    let member = |(name, value): (String, String)| {
        (name, json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } }))
    };
    let shape = json!({ "type": "enum", "members": values.map(member).collect::<Map<_, _>>() });
    thing(&json!({ "e": to("E") }), [("E".to_owned(), shape)])
}

fn values(count: usize) -> String {
    values_of((0..count).map(|at| (format!("V{at}"), format!("value-{at}"))))
}

fn same_values(count: usize) -> String {
    values_of((0..count).map(|at| (format!("V{}A", "_".repeat(at)), format!("value-{at}"))))
}

fn operations(count: usize) -> String {
    let shape =
        |at| (format!("Get{at}"), json!({ "type": "operation", "input": to("In"), "output": to("In") }));
    let model = thing(&json!({ "a": text() }), (1..=count).map(shape));
    let mut model: Value = serde_json::from_str(&model).unwrap();
    model["shapes"]["x#Service"]["operations"] = (1..=count).map(|at| to(&format!("Get{at}"))).collect();
    model.to_string()
}

fn one_name(name: &str) -> String {
    thing(&json!({ name: text() }), [])
}

fn one_value(value: &str) -> String {
    values_of([("A".to_owned(), value.to_owned())].into_iter())
}

fn prose(text: &str) -> String {
    let member = json!({ "target": "smithy.api#String", "traits": { "smithy.api#documentation": text } });
    thing(&json!({ "a": member }), [])
}

fn every_script() -> String {
    let values = [
        "раураl",
        "paypal",
        "e\u{301}",
        "é",
        "a\u{202e}b\u{2066}",
        "a\u{200b}",
        "😀",
        "👨‍👩‍👧",
        "\u{0}",
        "\u{85}",
        "\u{2028}",
        "\u{fffe}",
        "\u{10ffff}",
        "مرحبا",
        "中文",
        "ﬁ",
        "İ",
        "ß",
        "ǅ",
        "\u{345}",
    ];
    values_of(values.iter().enumerate().map(|(at, value)| (format!("V{at}"), (*value).to_owned())))
}

/// Shapes that would have the same file on a system that does not tell capitals from other letters.
fn names_that_fall_together() -> String {
    let shape = || json!({ "type": "structure", "members": { "a": text() } });
    thing(
        &json!({ "a": to("FooBar"), "b": to("Foobar"), "c": to("FOOBar"), "d": to("fooBar") }),
        [
            ("FooBar".to_owned(), shape()),
            ("Foobar".to_owned(), shape()),
            ("FOOBar".to_owned(), shape()),
            ("fooBar".to_owned(), shape()),
        ],
    )
}

fn names_of_devices() -> String {
    let names = ["Con", "NUL", "aux", "Prn", "Com1", "LPT9"];
    let shapes =
        names.map(|name| (name.to_owned(), json!({ "type": "structure", "members": { "a": text() } })));
    let members: Map<_, _> = names.iter().map(|name| (format!("m{name}"), to(name))).collect();
    thing(&Value::Object(members), shapes)
}
