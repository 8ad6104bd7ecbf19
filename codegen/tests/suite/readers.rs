//! What the reader of Smithy JSON AST makes of models: mixins, `apply`, resources, renames, and Smithy 1.0.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use tinsmith::canonical::{Prose, to_json};
use tinsmith::id::ShapeId;
use tinsmith::model::Model;
use tinsmith::{Config, Diagnostics, GeneratedCrate, diff, generate_from, pass, read};

/// The AST of shapes in the namespace `example.read`, beside a service with one operation and its rules.
fn document(version: &str, shapes: &Value) -> String {
    let mut all = Map::new();
    let rules = json!({
        "version": "1.0",
        "parameters": {},
        "rules": [{ "type": "endpoint", "conditions": [], "endpoint": { "url": "https://read.example.com" } }],
    });
    let traits = json!({ "aws.protocols#awsJson1_1": {}, "smithy.rules#endpointRuleSet": rules });
    let operation = json!({ "target": "example.read#GetThing" });
    let service =
        json!({ "type": "service", "version": "2026-01-01", "operations": [operation], "traits": traits });
    all.insert("example.read#Read".to_owned(), service);
    let input = json!({ "target": "example.read#Thing" });
    all.insert("example.read#GetThing".to_owned(), json!({ "type": "operation", "input": input }));
    for (name, shape) in shapes.as_object().unwrap() {
        all.insert(format!("example.read#{name}"), shape.clone());
    }
    json!({ "smithy": version, "shapes": all }).to_string()
}

fn try_read(version: &str, shapes: &Value) -> Result<Model, Diagnostics> {
    let model = read::text("read.json", &document(version, shapes))?;
    pass::validate(&model)?;
    Ok(model)
}

fn read(version: &str, shapes: &Value) -> Model {
    try_read(version, shapes).unwrap_or_else(|findings| panic!("{findings}"))
}

/// The first finding's message.
fn complaint(version: &str, shapes: &Value) -> String {
    try_read(version, shapes).unwrap_err().list[0].message.clone()
}

/// A shape as the import writes it.
fn imported(model: &Model, name: &str) -> Value {
    let document: Value = serde_json::from_str(&to_json(model, Prose::Keep)).unwrap();
    document["shapes"][format!("example.read#{name}")].clone()
}

fn generate(model: &Model) -> GeneratedCrate {
    generate_from(model, &Config::new("read.json")).unwrap_or_else(|findings| panic!("{findings}"))
}

fn string() -> Value {
    json!({ "target": "smithy.api#String" })
}

#[test]
fn mixins_are_flattened_in_their_order_and_the_shape_itself_wins() {
    let model = read(
        "2.0",
        &json!({
            "Base": {
                "type": "structure",
                "members": { "first": { "target": "smithy.api#String", "traits": { "smithy.api#documentation": "Base." } } },
                "traits": { "smithy.api#mixin": { "localTraits": ["smithy.api#internal"] },
                            "smithy.api#internal": {}, "smithy.api#sensitive": {} },
            },
            "Other": {
                "type": "structure",
                "mixins": [{ "target": "example.read#Base" }],
                "members": { "second": string() },
                "traits": { "smithy.api#mixin": {} },
            },
            "Thing": {
                "type": "structure",
                "mixins": [{ "target": "example.read#Other" }],
                "members": {
                    "third": string(),
                    "first": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } },
                },
            },
        }),
    );
    let thing = imported(&model, "Thing");
    let names: Vec<_> = thing["members"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["first", "second", "third"]);
    let first = json!({ "smithy.api#documentation": "Base.", "smithy.api#required": {} });
    assert_eq!(thing["members"]["first"]["traits"], first);
    assert_eq!(thing["traits"], json!({ "smithy.api#sensitive": {} }));
    assert_eq!(imported(&model, "Base"), Value::Null, "mixins come to nothing else");
}

#[test]
fn mixins_of_services_resources_and_operations_add_what_they_have() {
    let operation = |name: &str| json!([{ "target": format!("example.read#{name}") }]);
    let mixin = json!({ "smithy.api#mixin": {} });
    let error = json!({ "type": "structure", "members": {}, "traits": { "smithy.api#error": "client" } });
    let model = read(
        "2.0",
        &json!({
            "Thing": { "type": "structure", "members": {} },
            "Failing": { "type": "operation", "errors": operation("Lost"), "traits": mixin },
            "Lost": error, "Late": error,
            "GetOther": { "type": "operation", "mixins": operation("Failing"), "errors": operation("Late") },
            "Kept": { "type": "resource", "delete": { "target": "example.read#GetOther" }, "traits": mixin },
            "Stock": { "type": "resource", "mixins": operation("Kept"), "identifiers": { "id": string() } },
            "Serving": { "type": "service", "version": "1", "operations": operation("GetThing"),
                         "resources": operation("Stock"), "traits": mixin },
            "Read": { "type": "service", "mixins": operation("Serving") },
        }),
    );
    let names: Vec<_> = model.operations().into_keys().collect();
    assert_eq!(names, ["GetOther", "GetThing"]);
    let errors = json!([{ "target": "example.read#Late" }, { "target": "example.read#Lost" }]);
    assert_eq!(imported(&model, "GetOther")["errors"], errors);
    assert_eq!(imported(&model, "Read")["version"], "1");
}

#[test]
fn a_mixin_that_does_not_fit_is_refused() {
    let thing = |mixin: &str| {
        let traits = json!({ "smithy.api#mixin": {} });
        json!({ "type": "structure", "mixins": [{ "target": mixin }], "members": {}, "traits": traits })
    };
    let cases = [
        ("example.read#Nothing", "`example.read#Thing` has a mixin that the model does not define"),
        ("example.read#Text", "`example.read#Thing` of type `structure` has a mixin of type `string`"),
        ("example.read#Thing", "`example.read#Thing` is its own mixin"),
    ];
    for (mixin, message) in cases {
        assert_eq!(
            complaint("2.0", &json!({ "Text": { "type": "string" }, "Thing": thing(mixin) })),
            message
        );
    }
    let mut other = thing("example.read#Base");
    other["members"] = json!({ "a": { "target": "smithy.api#Integer" } });
    let base =
        json!({ "type": "structure", "members": { "a": string() }, "traits": { "smithy.api#mixin": {} } });
    assert_eq!(
        complaint("2.0", &json!({ "Base": base, "Thing": other })),
        "`example.read#Thing$a` and the member of its mixin have different targets"
    );
}

#[test]
fn apply_reaches_shapes_members_mixins_and_what_comes_from_them() {
    let documented = |text: &str| json!({ "type": "apply", "traits": { "smithy.api#documentation": text } });
    let base = json!({ "a": string(), "b": string() });
    let model = read(
        "2.0",
        &json!({
            "Base": { "type": "structure", "members": base, "traits": { "smithy.api#mixin": {} } },
            "Thing": { "type": "structure", "mixins": [{ "target": "example.read#Base" }], "members": {} },
            "Thing$b": documented("Of the thing."),
            "Base$a": documented("Of the mixin."),
            "GetThing": { "type": "operation", "input": { "target": "example.read#Thing" } },
        }),
    );
    let members = imported(&model, "Thing")["members"].clone();
    assert_eq!(members["a"]["traits"]["smithy.api#documentation"], "Of the mixin.");
    assert_eq!(members["b"]["traits"]["smithy.api#documentation"], "Of the thing.");
}

#[test]
fn operations_of_resources_belong_to_the_service_and_keep_their_roles() {
    let target = |name: &str| json!({ "target": format!("example.read#{name}") });
    let mut shapes = json!({
        "Thing": { "type": "structure", "members": {} },
        "Read": { "type": "service", "version": "1", "resources": [target("Outer")],
                  "traits": { "aws.protocols#awsJson1_1": {} } },
        "Outer": { "type": "resource", "identifiers": { "id": string() }, "resources": [target("Inner")],
                   "create": target("A"), "put": target("B"), "read": target("C"), "update": target("D"),
                   "delete": target("E"), "list": target("F"),
                   "operations": [target("G")], "collectionOperations": [target("H")] },
        "Inner": { "type": "resource", "list": target("I") },
    });
    for name in ["A", "B", "C", "D", "E", "F", "G", "H", "I"] {
        shapes[name] = json!({ "type": "operation" });
    }
    let expected = shapes["Outer"].clone();
    let model = read("2.0", &shapes);
    let names: Vec<_> = model.operations().into_keys().collect();
    assert_eq!(names, ["A", "B", "C", "D", "E", "F", "G", "H", "I"]);
    assert_eq!(imported(&model, "Outer"), expected);
}

#[test]
fn a_shape_is_called_what_the_service_renames_it_to() {
    let mut shapes = json!({
        "Thing": { "type": "structure", "members": { "tag": { "target": "other.place#Tag" }, "own": { "target": "example.read#Tag" } } },
        "Tag": { "type": "structure", "members": {} },
    });
    let mut document: Value = serde_json::from_str(&document("2.0", &shapes.take())).unwrap();
    document["shapes"]["example.read#Read"]["rename"] = json!({ "other.place#Tag": "OtherTag" });
    document["shapes"]["other.place#Tag"] = json!({ "type": "structure", "members": {} });
    let model = read::text("read.json", &document.to_string()).unwrap();
    assert_eq!(imported(&model, "Read")["rename"], json!({ "other.place#Tag": "OtherTag" }));
    let generated = generate(&model);
    assert!(generated.files.contains_key("src/types/other_tag.rs"));
    assert!(generated.files.contains_key("src/types/tag.rs"));
}

#[test]
fn smithy_1_numbers_and_booleans_that_are_not_boxed_get_a_default() {
    let boxed = json!({ "smithy.api#box": {} });
    let shapes = json!({
        "Count": { "type": "integer" },
        "BoxedCount": { "type": "integer", "traits": boxed },
        "FromOne": { "type": "long", "traits": { "smithy.api#range": { "min": 1 } } },
        "Thing": { "type": "structure", "members": {
            "count": { "target": "example.read#Count" },
            "primitive": { "target": "smithy.api#PrimitiveBoolean" },
            "boxedShape": { "target": "example.read#BoxedCount" },
            "boxedMember": { "target": "example.read#Count", "traits": boxed },
            "prelude": { "target": "smithy.api#Integer" },
            "notZero": { "target": "example.read#FromOne" },
            "text": string(),
        } },
    });
    let default = |model: &Model, member: &str| {
        imported(model, "Thing")["members"][member]["traits"].get("smithy.api#default").cloned()
    };
    let model = read("1.0", &shapes);
    assert_eq!(default(&model, "count"), Some(json!(0)));
    assert_eq!(default(&model, "primitive"), Some(json!(false)));
    for member in ["boxedShape", "boxedMember", "prelude", "notZero", "text"] {
        assert_eq!(default(&model, member), None, "{member}");
    }
    assert!(!to_json(&model, Prose::Keep).contains("smithy.api#box"));
    let model = read("2.0", &shapes);
    assert_eq!(default(&model, "count"), None, "2.0 says what it means");
    assert!(to_json(&model, Prose::Keep).contains("smithy.api#box"), "traits without meaning are kept");
}

#[test]
fn smithy_1_sets_become_lists_and_strings_with_values_become_enums() {
    let values = json!([
        { "value": "t2.nano", "name": "NANO", "documentation": "Small.", "deprecated": true },
        { "value": "t2.micro" },
        { "value": "plain" },
        { "value": "T2-MICRO" },
    ]);
    let model = read(
        "1.0",
        &json!({
            "Names": { "type": "set", "member": string() },
            "Size": { "type": "string", "traits": { "smithy.api#enum": values } },
            "Thing": { "type": "structure", "members": { "size": { "target": "example.read#Size" } } },
        }),
    );
    let names = json!({ "type": "list", "member": string(), "traits": { "smithy.api#uniqueItems": {} } });
    assert_eq!(imported(&model, "Names"), names);
    let size = imported(&model, "Size");
    assert_eq!(size["type"], "enum");
    assert_eq!(size.get("traits"), None);
    let members = size["members"].as_object().unwrap();
    let found: Vec<_> = members
        .iter()
        .map(|(name, member)| (name.as_str(), member["traits"]["smithy.api#enumValue"].as_str().unwrap()))
        .collect();
    let expected =
        [("NANO", "t2.nano"), ("T2_MICRO", "t2.micro"), ("plain", "plain"), ("T2_MINUS_MICRO", "T2-MICRO")];
    assert_eq!(found, expected);
    assert_eq!(members["NANO"]["traits"]["smithy.api#documentation"], "Small.");
    assert_eq!(members["NANO"]["traits"]["smithy.api#deprecated"], json!({}));
}

#[test]
fn values_of_an_enum_trait_must_be_strings() {
    let shape = |values: Value| {
        json!({ "Thing": { "type": "structure", "members": {} },
        "Size": { "type": "string", "traits": { "smithy.api#enum": values } } })
    };
    assert_eq!(complaint("1.0", &shape(json!([{ "name": "A" }]))), "`value` is missing here");
    assert_eq!(complaint("1.0", &shape(json!([{ "value": 1 }]))), "expected a string, found a number");
    assert_eq!(complaint("1.0", &shape(json!({}))), "expected a list, found an object");
}

#[test]
fn unknown_traits_are_kept() {
    let traits = json!({ "com.example#mine": { "a": [1, null, "b"] } });
    let member = json!({ "target": "smithy.api#String", "traits": traits });
    let shapes = json!({ "Thing": { "type": "structure", "members": { "a": member }, "traits": traits } });
    let model = read("2.0", &shapes);
    assert_eq!(imported(&model, "Thing"), shapes["Thing"]);
    generate(&model);
}

#[test]
fn only_shapes_that_become_items_take_names() {
    let list = json!({ "type": "list", "member": string() });
    let model = read(
        "2.0",
        &json!({
            "tag": { "type": "string" }, "TAG": list, "Tag": { "type": "structure", "members": {} },
            "Thing": { "type": "structure", "members": {
                "a": { "target": "example.read#tag" },
                "b": { "target": "example.read#TAG" },
                "c": { "target": "example.read#Tag" },
            } },
        }),
    );
    assert!(model.shape(&ShapeId::new("example.read", "tag")).is_some());
    assert!(generate(&model).files.contains_key("src/types/tag.rs"));
}

/// What the committed overlay says that botocore does not.
#[test]
fn keys_of_direct_connect_are_sensitive() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    let mut model = read::model(&folder.join("directconnect-2012-10-25.json")).unwrap();
    let overlay = fs::read_to_string(folder.join("directconnect-2012-10-25.overlay.json")).unwrap();
    read::overlay_text(&mut model, "overlay.json", &overlay).unwrap();
    let members = model.shapes.values().flat_map(|shape| shape.members.values());
    let keys: Vec<_> =
        members.filter(|member| ["cak", "authKey"].contains(&member.id.name.as_str())).collect();
    assert!(keys.len() > 5, "{keys:?}");
    for member in keys {
        assert!(model.target(&member.target).traits.has("smithy.api#sensitive"), "{}", member.id);
    }
}

/// A copy with another name, next to a newer `service-2.json` and the other files of the service.
#[test]
fn the_botocore_file_that_is_named_is_read() {
    let mini = Path::new("tests/botocore/mini/2020-01-01");
    let folder = tempfile::tempdir().unwrap();
    for file in fs::read_dir(mini).unwrap().map(Result::unwrap) {
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let current = folder.path().join("service-2.json");
    let old = folder.path().join("old-service.json");
    fs::rename(&current, &old).unwrap();
    fs::write(&current, r#"{ "metadata": {}, "operations": {} }"#).unwrap();
    let json = |path: &Path| to_json(&read::model(path).unwrap(), Prose::Keep);
    assert_eq!(json(&old), json(mini));
    read::model(&current).unwrap_err();
}

#[test]
fn endpoint_tests_are_read_only_with_protocol_tests() {
    let mut model = read("2.0", &json!({ "Thing": { "type": "structure", "members": {} } }));
    let traits = json!({ "smithy.rules#endpointTests": { "testCases": "none" } });
    let overlay =
        json!({ "smithy": "2.0", "shapes": { "example.read#Read": { "type": "apply", "traits": traits } } });
    read::overlay_text(&mut model, "overlay.json", &overlay.to_string()).unwrap();
    generate(&model);
    let config = Config { protocol_tests: true, ..Config::new("read.json") };
    generate_from(&model, &config).unwrap_err();
}

#[test]
fn unit_as_an_error_is_refused() {
    let operation = json!({ "type": "operation", "errors": [{ "target": "smithy.api#Unit" }] });
    let shapes = json!({ "GetThing": operation });
    assert_eq!(complaint("2.0", &shapes), "`example.read#GetThing` targets a shape of type `structure`");
}

/// The messages about a model that is read, and from which nothing can be generated.
fn complaints(shapes: &Value, config: &Config) -> Vec<String> {
    let found = generate_from(&read("2.0", shapes), config).unwrap_err();
    found.list.into_iter().map(|diagnostic| diagnostic.message).collect()
}

#[test]
fn request_features_collect_their_errors() {
    let token = json!({ "target": "smithy.api#Integer", "traits": { "smithy.api#idempotencyToken": {} } });
    let shapes = json!({
        "Thing": { "type": "structure", "members": { "token": token } },
        "GetThing": {
            "type": "operation",
            "input": { "target": "example.read#Thing" },
            "traits": { "smithy.api#endpoint": { "hostPrefix": "" } },
        },
    });
    assert_eq!(
        complaints(&shapes, &Config::new("read.json")),
        [
            "`example.read#Thing$token` is an idempotency token, but its type is not `string`",
            "the host prefix of `example.read#GetThing` is empty",
        ]
    );
}

#[test]
fn protocol_tests_collect_their_errors() {
    let case =
        |id: &str| json!({ "id": id, "protocol": "aws.protocols#awsJson1_1", "params": { "none": 1 } });
    let shapes = json!({
        "Thing": { "type": "structure", "members": {} },
        "GetThing": {
            "type": "operation",
            "input": { "target": "example.read#Thing" },
            "traits": { "smithy.test#httpRequestTests": [case("First"), case("Second")] },
        },
    });
    let config = Config { protocol_tests: true, ..Config::new("read.json") };
    let complaint =
        |id| format!("the protocol test `{id}` does not fit the model: there is no member `none`");
    assert_eq!(complaints(&shapes, &config), ["First", "Second"].map(complaint));
}

#[test]
fn paths_that_cannot_be_parsed_give_the_cause() {
    let traits = json!({ "smithy.rules#operationContextParams": { "Token": { "path": "a[" } } });
    let shapes = json!({
        "Thing": { "type": "structure", "members": { "a": string() } },
        "GetThing": { "type": "operation", "input": { "target": "example.read#Thing" }, "traits": traits },
    });
    let text =
        document("2.0", &shapes).replace(r#""parameters":{}"#, r#""parameters":{"Token":{"type":"string"}}"#);
    let found =
        generate_from(&read::text("read.json", &text).unwrap(), &Config::new("read.json")).unwrap_err();
    assert_eq!(found.list[0].message, "the path \"a[\" cannot be parsed: it ends too early");
}

/// The input has the name of its operation, and no type of its own.
#[test]
fn derives_of_an_input_that_an_overlay_drops_are_explained() {
    let mut model = read("2.0", &json!({ "Thing": { "type": "structure", "members": {} } }));
    let derive = json!({ "tinsmith.api#derive": { "add": ["Hash"], "drop": ["Eq"] } });
    let statement = json!({ "example.read#Thing": { "type": "apply", "traits": derive } });
    let overlay = json!({ "smithy": "2.0", "shapes": statement });
    read::overlay_text(&mut model, "overlay.json", &overlay.to_string()).unwrap();
    let found = generate_from(&model, &Config::new("read.json")).unwrap_err();
    assert_eq!(
        found.list[0].message,
        "`GetThingInput` cannot derive `Hash`: it is without `Eq` because of an overlay"
    );
}

/// Kinds are checked after mixins: the members that they must have may come from mixins alone.
#[test]
fn members_of_lists_and_maps_may_come_from_mixins() {
    let mixin = json!({ "smithy.api#mixin": {} });
    let from = |base: &str| json!([{ "target": format!("example.read#{base}") }]);
    let shapes = json!({
        "ListBase": { "type": "list", "member": string(), "traits": mixin },
        "Names": { "type": "list", "mixins": from("ListBase") },
        "KeyBase": { "type": "map", "key": string(), "traits": mixin },
        "Labels": { "type": "map", "mixins": from("KeyBase"), "value": string() },
        "Thing": {
            "type": "structure",
            "members": { "names": { "target": "example.read#Names" }, "labels": { "target": "example.read#Labels" } },
        },
    });
    let model = read("2.0", &shapes);
    assert_eq!(imported(&model, "Names"), json!({ "type": "list", "member": string() }));
    assert_eq!(imported(&model, "Labels"), json!({ "type": "map", "key": string(), "value": string() }));
    generate(&model);
    for (kind, members) in [("list", json!({})), ("map", json!({ "key": string() }))] {
        let mut base = members.clone();
        (base["type"], base["traits"]) = (json!(kind), mixin.clone());
        let user = json!({ "type": kind, "mixins": from("Base") });
        let found = complaint("2.0", &json!({ "Base": base, "User": user }));
        let missing = if kind == "list" { "member" } else { "value" };
        assert_eq!(found, format!("`{missing}` is missing here"));
    }
}

/// Source: Smithy 2.0 specification, "Mixins": of several values, that of the shape itself counts, or else the last mixin's.
#[test]
fn the_last_mixin_with_a_property_wins() {
    let mixin = json!({ "smithy.api#mixin": {} });
    let operation = |name: &str| json!({ "target": format!("example.read#{name}") });
    let shapes = json!({
        "One": { "type": "resource", "read": operation("GetThing"), "traits": mixin },
        "Two": { "type": "resource", "read": operation("Other"), "list": operation("Other"), "traits": mixin },
        "Other": { "type": "operation" },
        "Thing": { "type": "structure" },
        "Stock": {
            "type": "resource",
            "mixins": [operation("One"), operation("Two")],
            "list": operation("GetThing"),
        },
    });
    let stock = imported(&read("2.0", &shapes), "Stock");
    assert_eq!((&stock["read"], &stock["list"]), (&operation("Other"), &operation("GetThing")));
}

/// A thing with a member of each type of number, which has this default.
fn with_default(target: &str, default: &str) -> String {
    let member =
        json!({ "target": format!("smithy.api#{target}"), "traits": { "smithy.api#default": "DEFAULT" } });
    let thing = json!({ "type": "structure", "members": { "part": { "target": "example.read#Part" } } });
    let part = json!({ "type": "structure", "members": { "number": member } });
    document("2.0", &json!({ "Thing": thing, "Part": part })).replace("\"DEFAULT\"", default)
}

/// Numbers of any size and precision are kept: by an import, in the comparison of models, and in code.
#[test]
fn numbers_keep_every_digit() {
    let import = |text: &str| to_json(&read::text("read.json", text).unwrap(), Prose::Drop);
    let sources = |text: &str| {
        let model = read::text("read.json", text).unwrap();
        let generated = generate_from(&model, &Config::new("read.json"))?;
        Ok::<_, Diagnostics>(generated.files["src/types/part.rs"].clone())
    };
    for (target, default, code) in [
        ("BigDecimal", "9007199254740993.25", "9007199254740993.25"),
        ("BigDecimal", "1.5E+999", "1.5E+999"),
        ("BigDecimal", "1e999999999", "1e999999999"),
        ("BigInteger", "123456789012345678901234567890", "123456789012345678901234567890"),
        ("BigInteger", "1e2", "\"100\""),
        ("Integer", "1e2", "100"),
        ("Long", "9007199254740993.0", "9007199254740993"),
        ("Double", "-0.0", "-0.0"),
        ("Timestamp", "1482196050.129", "from_secs_and_nanos(1482196050, 129000000)"),
    ] {
        let text = with_default(target, default);
        let imported = import(&text);
        assert!(imported.contains(&format!("\"smithy.api#default\": {default}\n")), "{imported}");
        assert_eq!(import(&imported), imported);
        let code_found = sources(&text).unwrap_or_else(|findings| panic!("{default}: {findings}"));
        assert!(code_found.contains(code), "{default}: {code_found}");
    }
    for (target, default) in [
        ("Double", "1.5E+999"),
        ("Float", "1e39"),
        ("Document", "1e999"),
        ("Integer", "1e999999999"),
        ("Integer", "1.5"),
        ("Long", "9223372036854775808"),
        ("BigInteger", "1e999999999"),
        ("BigInteger", "9007199254740993.25"),
        ("BigDecimal", "1e99999999999"),
        ("Timestamp", "1e999999999"),
    ] {
        let findings = sources(&with_default(target, default)).expect_err(default);
        assert!(
            findings.list[0].message.ends_with("does not fit its type"),
            "{target} {default}: {findings}"
        );
    }
    let model = |default: &str| read::text("read.json", &with_default("BigDecimal", default)).unwrap();
    let changes = |old: &str, new: &str| {
        let report = diff::compare(&model(old), &model(new), &Config::new("read.json")).unwrap();
        report.changes.iter().map(|change| change.kind.name()).collect::<Vec<_>>()
    };
    assert_eq!(changes("9007199254740993.25", "9007199254740993.75"), ["default"]);
    assert_eq!(changes("1e999", "1e998"), ["default"]);
    assert_eq!(changes("9007199254740993.25", "9007199254740993.25"), [""; 0]);
}
