//! A naming obstacle course: shapes, members, values and operations named after everything that Rust, its prelude, the
//! runtime crates and the generated code have taken. What can be generated must compile without a warning; what
//! cannot must be refused with a diagnostic, never with broken code.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use tinsmith::{Config, Diagnostics, GeneratedCrate, generate_from, name, pass, read};

use crate::names::{KEYWORDS, METHODS, ODD, OPERATIONS, OWN, PRELUDE, USED, WAITED, WAITING};
use crate::workspace::{self, Workspace};

/// Fills a model with what is named after everything.
type Fill = fn(&mut Course);

/// The models, by the end of the names of their crates.
const COURSES: &[(&str, Fill)] = &[
    ("structures", structures),
    ("unions", unions),
    ("enums", enums),
    ("errors", errors),
    ("members", member_names),
    ("values", value_names),
    ("parameters", parameters),
    ("operations", operations),
    ("waiting", waiting),
];

#[test]
#[ignore = "compiles crates"]
fn everything_compiles_whatever_it_is_named_after() {
    let mut crates: Vec<_> = COURSES.iter().map(|(kind, fill)| course(kind, *fill)).collect();
    let (_, with_waiters) = crates.last().unwrap();
    assert_eq!(with_waiters.warnings, [], "something is left out");
    // A shape that is named after the builder of another may be refused.
    let mut model = Course::default();
    model.add("Foo", members(&["text"]));
    model.add("FooBuilder", members(&["text"]));
    let package = "course-builder".to_owned();
    crates.extend(generated(&package, &model).ok().map(|generated| (package, generated)));
    Workspace::new("obstacles", &crates).compiles_without_warnings();
}

fn structures(model: &mut Course) {
    for name in item_names() {
        let own = json!({ "target": id(&name) });
        model.add(&format!("{name}ListOf"), json!({ "type": "list", "member": own }));
        model.add(&format!("{name}MapOf"), json!({ "type": "map", "key": text(), "value": own }));
        model.add(
            &name,
            structure([
                ("own", &*name),
                ("list", &format!("{name}ListOf")),
                ("map", &format!("{name}MapOf")),
            ]),
        );
    }
}

fn unions(model: &mut Course) {
    for name in item_names() {
        model.add(
            &name,
            json!({ "type": "union", "members": { "own": { "target": id(&name) }, "text": text() } }),
        );
    }
}

fn enums(model: &mut Course) {
    for name in item_names() {
        model.add(&name, values("enum", &[("ONLY", json!("only"))]));
    }
}

fn errors(model: &mut Course) {
    for name in item_names() {
        model.add(
            &name,
            json!({
                "type": "structure",
                "members": { "message": text(), "code_": text() },
                "traits": { "smithy.api#error": "client" },
            }),
        );
    }
}

fn member_names(model: &mut Course) {
    let names = distinct(all_names(), name::field);
    let members =
        |target: &str| names.iter().map(|name| (name.clone(), json!({ "target": target }))).collect();
    let of = |target: &str| -> Value { Value::Object(members(target)) };
    model.add("TextList", json!({ "type": "list", "member": text() }));
    model.add("TextMap", json!({ "type": "map", "key": text(), "value": text() }));
    model.add("Texts", json!({ "type": "structure", "members": of("smithy.api#String") }));
    model.add("Flags", json!({ "type": "structure", "members": of("smithy.api#Boolean") }));
    model.add("Lists", json!({ "type": "structure", "members": of(&id("TextList")) }));
    model.add("Maps", json!({ "type": "structure", "members": of(&id("TextMap")) }));
    model.add("Variants", json!({ "type": "union", "members": of("smithy.api#String") }));
    model.add(
        "Failure",
        json!({
            "type": "structure",
            "members": of("smithy.api#String"),
            "traits": { "smithy.api#error": "client" },
        }),
    );
    model.add("Required", json!({ "type": "structure", "members": required(&names) }));
}

fn value_names(model: &mut Course) {
    let names = distinct(all_names(), name::variant);
    let texts: Vec<_> = names.iter().map(|name| (name.as_str(), json!(name))).collect();
    model.add("Texts", values("enum", &texts));
    let names = distinct(all_names(), name::constant);
    let numbers: Vec<_> =
        names.iter().enumerate().map(|(index, name)| (name.as_str(), json!(index))).collect();
    model.add("Numbers", values("intEnum", &numbers));
}

fn parameters(model: &mut Course) {
    for (index, name) in distinct(all_names(), name::field).iter().enumerate() {
        model.parameter(name, index);
    }
}

fn operations(model: &mut Course) {
    for name in OPERATIONS {
        model.operation(name);
    }
}

fn waiting(model: &mut Course) {
    model.add("Item", json!({ "type": "structure", "members": { "state": text() } }));
    model.add("ItemList", json!({ "type": "list", "member": target("Item") }));
    model.add("ItemMap", json!({ "type": "map", "key": text(), "value": target("Item") }));
    for (index, name) in WAITING.iter().enumerate() {
        model.waiting(name, index);
    }
}

#[test]
fn members_that_fall_together_are_refused() {
    let found = complaints([
        ("by case", members(&["fooBar", "FooBar"]), "would become a second `foo_bar`"),
        ("by underscores", members(&["foo_bar", "fooBar"]), "would become a second `foo_bar`"),
        ("with a setter", members(&["thing", "set_thing"]), "`set_thing`"),
        ("with a getter", members(&["thing", "get_thing"]), "`get_thing`"),
        ("with an escaped name", members(&["build", "build_value"]), "would become a second `build_value`"),
        ("with an escaped keyword", members(&["self", "self_"]), "would become a second"),
    ]);
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn same_values_and_variants_that_fall_together_are_refused() {
    let found = complaints([
        ("one value twice", values("enum", &[("A", json!("same")), ("B", json!("same"))]), "`same`"),
        (
            "variants",
            json!({ "type": "union", "members": { "fooBar": text(), "FooBar": text() } }),
            "would become a second",
        ),
    ]);
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn shapes_that_fall_together_are_refused() {
    let mut model = Course::default();
    model.add("FooBar", members(&[]));
    model.add("Foo_Bar", members(&[]));
    assert_eq!(complaint("shapes", &model, "would both become the Rust type `FooBar`"), None);
    let mut model = Course::default();
    model.add("IPv4", members(&[]));
    model.add("IP_v4", members(&[]));
    assert_eq!(complaint("modules", &model, "would both become the Rust module `ipv4`"), None);
    let mut model = Course::default();
    model.operation("GetThing");
    model.operation("getThing");
    assert_eq!(complaint("operations", &model, "GetThing"), None);
}

/// A model with one service; every shape is reached from the operation `UseAll`, on the way out and back.
#[derive(Default)]
struct Course {
    shapes: Map<String, Value>,
    operations: Vec<Value>,
    parameters: Map<String, Value>,
    rules: Vec<Value>,
}

impl Course {
    fn add(&mut self, name: &str, shape: Value) {
        assert!(self.shapes.insert(id(name), shape).is_none(), "{name} stands twice");
    }

    fn operation(&mut self, name: &str) {
        let message = |suffix: &str| format!("{name}{suffix}Of");
        for (suffix, role) in [("Input", "smithy.api#input"), ("Output", "smithy.api#output")] {
            let members = json!({ "value": { "target": "smithy.api#String" } });
            self.add(
                &message(suffix),
                json!({ "type": "structure", "members": members, "traits": { role: {} } }),
            );
        }
        let (input, output) = (target(&message("Input")), target(&message("Output")));
        self.add(name, json!({ "type": "operation", "input": input, "output": output }));
        self.operations.push(target(name));
    }

    /// An operation with a paginator and a waiter. Its members, too, have the names around pages and waiting; the one at
    /// `index` is the token on the way out and the one behind it holds the items.
    fn waiting(&mut self, name: &str, index: usize) {
        let at = |offset: usize| WAITED[(index + offset) % WAITED.len()].to_owned();
        let (token, items, size) = (at(0), at(1), at(2));
        let texts: Map<_, _> = WAITED.iter().map(|name| ((*name).to_owned(), text())).collect();
        let (mut input, mut output) = (texts.clone(), texts);
        input.insert(size.clone(), json!({ "target": "smithy.api#Integer" }));
        let list = if index.is_multiple_of(3) { "ItemMap" } else { "ItemList" };
        output.insert(items.clone(), target(list));
        for (suffix, members) in [("Input", input), ("Output", output)] {
            let role = format!("smithy.api#{}", suffix.to_lowercase());
            self.add(
                &format!("{name}{suffix}Of"),
                json!({ "type": "structure", "members": members, "traits": { role: {} } }),
            );
        }
        let path = if list == "ItemMap" { format!("keys({items})") } else { format!("{items}[].state") };
        let output = json!({ "path": path, "expected": "done", "comparator": "allStringEquals" });
        let traits = json!({
            "smithy.api#paginated": {
                "inputToken": token, "outputToken": token, "items": items, "pageSize": size,
            },
            "smithy.waiters#waitable": {
                name: {
                    "acceptors": [
                        { "state": "success", "matcher": { "output": output } },
                        { "state": "failure", "matcher": { "errorType": name } },
                    ],
                },
            },
        });
        let (input, output) = (target(&format!("{name}InputOf")), target(&format!("{name}OutputOf")));
        self.add(name, json!({ "type": "operation", "input": input, "output": output, "traits": traits }));
        self.operations.push(target(name));
    }

    /// A parameter of the endpoint rules, optional and required in turn, and a rule that uses it.
    fn parameter(&mut self, name: &str, index: usize) {
        let (parameter, condition) = if index.is_multiple_of(2) {
            (json!({ "type": "string" }), json!({ "fn": "isSet", "argv": [{ "ref": name }] }))
        } else {
            let parameter = json!({ "type": "string", "required": true, "default": "none" });
            (parameter, json!({ "fn": "stringEquals", "argv": [{ "ref": name }, "yes"] }))
        };
        self.parameters.insert(name.to_owned(), parameter);
        let url = format!("https://{{{name}}}.example.com/{{{name}}}");
        self.rules.push(json!({ "conditions": [condition], "endpoint": { "url": url }, "type": "endpoint" }));
    }

    fn text(&self) -> String {
        let mut shapes = self.shapes.clone();
        let mut operations = self.operations.clone();
        let of = |wanted: &dyn Fn(&Value) -> bool| -> Vec<String> {
            self.shapes.iter().filter(|(_, shape)| wanted(shape)).map(|(id, _)| id.clone()).collect()
        };
        let is_error = |shape: &Value| shape["traits"].get("smithy.api#error").is_some();
        let is_role = |shape: &Value| {
            shape["traits"].get("smithy.api#input").or(shape["traits"].get("smithy.api#output")).is_some()
        };
        let data = of(&|shape| shape["type"] != "operation" && !is_error(shape) && !is_role(shape));
        let all =
            data.iter().enumerate().map(|(index, id)| (format!("member{index}"), json!({ "target": id })));
        shapes.insert(
            id("UseAllMembers"),
            json!({ "type": "structure", "members": all.collect::<Map<_, _>>() }),
        );
        let errors: Vec<_> = of(&is_error).into_iter().map(|id| json!({ "target": id })).collect();
        let all = target("UseAllMembers");
        shapes.insert(
            id("UseAll"),
            json!({ "type": "operation", "input": all, "output": all, "errors": errors }),
        );
        operations.push(target("UseAll"));
        shapes.insert(id("Course"), self.service(&operations));
        json!({ "smithy": "2.0", "shapes": shapes }).to_string()
    }

    fn service(&self, operations: &[Value]) -> Value {
        let last = json!({ "conditions": [], "endpoint": { "url": "https://course.example.com" }, "type": "endpoint" });
        let rules: Vec<_> = self.rules.iter().chain([&last]).collect();
        json!({
            "type": "service",
            "version": "2026-01-01",
            "operations": operations,
            "traits": {
                "aws.api#service": { "sdkId": "Course", "endpointPrefix": "course" },
                "aws.auth#sigv4": { "name": "course" },
                "aws.protocols#awsJson1_1": {},
                "smithy.rules#endpointRuleSet": { "version": "1.0", "parameters": self.parameters, "rules": rules },
            },
        })
    }
}

fn id(name: &str) -> String {
    format!("example.course#{name}")
}

fn target(name: &str) -> Value {
    json!({ "target": id(name) })
}

fn text() -> Value {
    json!({ "target": "smithy.api#String" })
}

fn structure<'a>(members: impl IntoIterator<Item = (&'a str, &'a str)>) -> Value {
    let members = members.into_iter().map(|(name, shape)| (name.to_owned(), target(shape)));
    json!({ "type": "structure", "members": members.collect::<Map<_, _>>() })
}

fn members(names: &[&str]) -> Value {
    let members: Map<_, _> = names.iter().map(|name| ((*name).to_owned(), text())).collect();
    json!({ "type": "structure", "members": members })
}

/// An enum or `intEnum`.
fn values(kind: &str, values: &[(&str, Value)]) -> Value {
    let member = |(name, value): &(&str, Value)| {
        let traits = json!({ "smithy.api#enumValue": value });
        ((*name).to_owned(), json!({ "target": "smithy.api#Unit", "traits": traits }))
    };
    json!({ "type": kind, "members": values.iter().map(member).collect::<Map<_, _>>() })
}

fn required(names: &[String]) -> Value {
    let member = json!({ "target": "smithy.api#String", "traits": { "smithy.api#required": {} } });
    names.iter().map(|name| (name.clone(), member.clone())).collect::<Map<_, _>>().into()
}

fn all_names() -> Vec<String> {
    let all = [KEYWORDS, PRELUDE, USED, OWN, METHODS, ODD].concat();
    all.into_iter().map(str::to_owned).collect()
}

/// Names of shapes as models write them, capitals first, and one in lower case.
fn item_names() -> Vec<String> {
    distinct(all_names().iter().map(|name| name::item(name)).collect(), name::module)
}

/// The names without those that would fall together with an earlier one.
fn distinct(names: Vec<String>, rule: impl Fn(&str) -> String) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.into_iter().filter(|name| seen.insert(rule(name))).collect()
}

fn generated(package: &str, model: &Course) -> Result<GeneratedCrate, Diagnostics> {
    let config = Config {
        crate_name: Some(package.to_owned()),
        runtime: workspace::runtime(),
        ..Config::new("course.json")
    };
    let model = read::text("course.json", &model.text())?;
    pass::validate(&model)?;
    generate_from(&model, &config)
}

fn course(kind: &str, fill: Fill) -> (String, GeneratedCrate) {
    let package = format!("course-{kind}");
    let mut model = Course::default();
    fill(&mut model);
    let generated = generated(&package, &model).unwrap_or_else(|findings| panic!("{findings}"));
    (package, generated)
}

/// What is wrong with how a model is refused, if anything.
fn complaint(case: &str, model: &Course, expected: &str) -> Option<String> {
    let Err(findings) = generated("refused", model) else { return Some(format!("{case}: not refused")) };
    let text = findings.render(false);
    let complete = [expected, "--> course.json:", "help: "].into_iter().all(|part| text.contains(part));
    (!complete).then(|| format!("{case}, where {expected} was expected:\n{text}"))
}

/// Every complaint about cases of a structure, union or enum.
fn complaints<'a>(cases: impl IntoIterator<Item = (&'a str, Value, &'a str)>) -> Vec<String> {
    let complaint = |(case, shape, expected)| {
        let mut model = Course::default();
        model.add("Thing", shape);
        complaint(case, &model, expected)
    };
    cases.into_iter().filter_map(complaint).collect()
}
