//! What `diff` says of pairs of models: that it misses nothing, and that it is right.
//!
//! `diff/<kind>` holds a pair of models for each kind of change, `old.json` and `new.json`, and `user.rs`, a program written
//! against the crate of the old one; `old.overlay.json` and `new.overlay.json` are for one side each. A second pair for a
//! kind stands in `diff/<kind>.<what>`. `expected.*` is what is said of the pair; `SNAPSHOTS=overwrite cargo test -p tinsmith diff` blesses it.

mod renames;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use snapbox::Data;
use tinsmith::canonical::{Prose, to_json};
use tinsmith::diff::{self, Breaks, Class, Kind, Report};
use tinsmith::model::Model;
use tinsmith::{Config, Diagnostics, GeneratedCrate, Selection, generate, generate_from, load, pass, read};

use crate::workspace::{self, WITHOUT_EVERY_FEATURE, Workspace, marks};

/// The folders of the pairs, by name.
fn pairs() -> Vec<String> {
    let folders = fs::read_dir("tests/diff").unwrap();
    let mut names: Vec<_> =
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn config_of(pair: &str, side: &str) -> Config {
    let crate_name = (pair != BY_NAME).then(|| format!("{side}-{}", pair.replace('.', "-")));
    let overlay = PathBuf::from(format!("tests/diff/{pair}/{side}.overlay.json"));
    let overlays = if overlay.exists() { vec![overlay] } else { Vec::new() };
    let runtime = workspace::runtime();
    Config { crate_name, overlays, runtime, ..Config::new(format!("tests/diff/{pair}/{side}.json")) }
}

fn report_of(pair: &str) -> Report {
    let model = |side| load(&config_of(pair, side)).unwrap_or_else(|findings| panic!("{pair}: {findings}"));
    compare(&model("old"), &model("new")).unwrap_or_else(|findings| panic!("{pair}: {findings}"))
}

#[test]
fn every_kind_has_a_pair_of_models() {
    let pairs = pairs();
    for pair in &pairs {
        let kind = pair.split('.').next().unwrap();
        let found: BTreeSet<_> = report_of(pair).changes.iter().map(|change| change.kind.name()).collect();
        assert!(found.contains(kind), "{pair} has {found:?}");
    }
    let kinds: BTreeSet<_> = pairs.iter().map(|pair| pair.split('.').next().unwrap()).collect();
    assert_eq!(kinds, Kind::ALL.iter().map(|kind| kind.name()).collect());
}

#[test]
fn pairs_differ_as_expected() {
    for pair in pairs() {
        let report = report_of(&pair);
        let expected = Path::new("tests/diff").join(&pair).join("expected.txt");
        snapbox::assert_data_eq!(diff::text(&report, false), Data::read_from(&expected, None).raw());
    }
}

/// The other formats, for one pair of a few changes.
#[test]
fn formats_differ_as_expected() {
    let report = report_of("build-result");
    let folder = Path::new("tests/diff/build-result");
    let data = |name: &str| Data::read_from(&folder.join(name), None).raw();
    snapbox::assert_data_eq!(diff::markdown(&report, 2), data("expected.md"));
    snapbox::assert_data_eq!(diff::json(&report), data("expected.json"));
    snapbox::assert_data_eq!(diff::text(&report, true), data("expected.ansi"));
}

/// What takes a derive away is named in every format.
#[test]
fn the_member_that_takes_a_derive_away_is_named() {
    let report = report_of("derive-removed.hash");
    let path = "Thing.part -> Part.map";
    let change = report.changes.iter().find(|change| change.items == ["types::Thing"]).unwrap();
    assert_eq!(change.cause.as_deref(), Some(path));
    let json: Value = serde_json::from_str(&diff::json(&report)).unwrap();
    assert!(json["changes"].as_array().unwrap().iter().any(|change| change["cause"] == path));
    for text in [diff::text(&report, false), diff::markdown(&report, 2)] {
        assert!(
            text.contains(&format!("`types::Thing` does not implement `Hash` any more: `{path}` is a map"))
        );
    }
}

/// Returns the crate of one model of a pair, and its name.
fn crate_of(pair: &str, side: &str) -> (String, GeneratedCrate) {
    let generated = generate(&config_of(pair, side)).unwrap_or_else(|findings| panic!("{pair}: {findings}"));
    (package_of(&generated), generated)
}

/// Adds the program of a pair to a crate, in a file, with `more` below it.
fn add_user(pair: &str, (name, generated): &mut (String, GeneratedCrate), path: &str, more: &str) {
    let user = fs::read_to_string(Path::new("tests/diff").join(pair).join("user.rs")).unwrap();
    let (doc, program) = user.split_once("\n\n").unwrap();
    // The program is written against the old crate, whose name a new one has in no other pair.
    let library = if pair == BY_NAME { "things".to_owned() } else { name.replace('-', "_") };
    let program = format!("{doc}\n\nuse {library} as things;\n\n{program}{more}");
    generated.files.insert(path.to_owned(), program);
    generated.files.get_mut(".tinsmith-manifest").unwrap().push_str(&format!("{path}\n"));
}

/// Returns the crates of one side with the programs of their pairs as examples. Most pairs have the same old model,
/// whose crate then has many examples.
fn with_examples(pairs: &[String], side: &str) -> Vec<(String, GeneratedCrate)> {
    let mut crates: BTreeMap<_, (String, GeneratedCrate)> = BTreeMap::new();
    for pair in pairs {
        let text = |extension| fs::read(format!("tests/diff/{pair}/{side}.{extension}")).ok();
        let key = (pair == BY_NAME, text("json"), text("overlay.json"));
        let generated = crates.entry(key).or_insert_with(|| crate_of(pair, side));
        add_user(pair, generated, &format!("examples/{}.rs", pair.replace('.', "-")), "");
    }
    crates.into_values().collect()
}

/// Returns the crate of one model of a pair with its program as a test.
fn with_test(pair: &str, side: &str, attribute: &str) -> (String, GeneratedCrate) {
    let mut generated = crate_of(pair, side);
    let test = format!("\n#[test]\n{attribute}fn the_program_runs() {{\n    main();\n}}\n");
    add_user(pair, &mut generated, "tests/user.rs", &test);
    generated
}

/// How the changes of a pair break programs.
fn breaks(pair: &str) -> Vec<Option<Breaks>> {
    report_of(pair).changes.iter().map(|change| change.kind.breaks()).collect()
}

/// The one pair whose crates have the names that their models give them: its verdict is about the name.
const BY_NAME: &str = "package-renamed";

fn package_of(generated: &GeneratedCrate) -> String {
    let (_, name) = generated.files["Cargo.toml"].split_once("\nname = \"").unwrap();
    name.split('"').next().unwrap().to_owned()
}

/// A program compiles with the old crate; with the new one it compiles unless the verdict says that it does not, and
/// then nothing but the program fails.
#[test]
#[ignore = "compiles crates"]
fn programs_compile_as_the_verdict_says() {
    let pairs = pairs();
    let broken = pairs.iter().filter(|pair| breaks(pair).contains(&Some(Breaks::Build)));
    let new = with_examples(&pairs, "new");
    let example = |pair: &str| {
        let name = pair.replace('.', "-");
        let path = format!("examples/{name}.rs");
        let (package, _) = new.iter().find(|(_, generated)| generated.files.contains_key(&path)).unwrap();
        format!("{package} {name}")
    };
    let broken: BTreeSet<String> = broken.map(|pair| example(pair)).collect();
    let crates = [with_examples(&pairs, "old"), new, marks().to_vec()].concat();
    let arguments = ["--examples", "--no-default-features"];
    let failed = Workspace::new("diff", &crates).failing(&[&WITHOUT_EVERY_FEATURE[..], &arguments].concat());
    assert_eq!(failed, broken);
}

/// Where the verdict is that calls fail, they succeed with the old crate and fail with the new one.
#[test]
#[ignore = "compiles crates"]
fn calls_fail_as_the_verdict_says() {
    let pairs: Vec<_> =
        pairs().into_iter().filter(|pair| breaks(pair).contains(&Some(Breaks::Calls))).collect();
    let old = pairs.iter().map(|pair| with_test(pair, "old", ""));
    let new = pairs.iter().map(|pair| with_test(pair, "new", "#[should_panic]\n"));
    let crates: Vec<_> = old.chain(new).collect();
    assert_eq!(crates.len(), 4);
    Workspace::new("diff-calls", &crates).test(&[], &["--test", "user", "--no-default-features"]);
}

fn golden_models() -> Vec<PathBuf> {
    let folders = std::fs::read_dir("tests/golden").unwrap();
    let mut models: Vec<_> = folders.map(|folder| folder.unwrap().path().join("model.json")).collect();
    models.sort();
    models
}

fn model_of(document: &Value) -> Result<Model, Diagnostics> {
    let model = read::text("mutated.json", &document.to_string())?;
    pass::validate(&model)?;
    Ok(model)
}

fn compare(old: &Model, new: &Model) -> Result<Report, Diagnostics> {
    diff::compare(old, new, &Config::new(""))
}

/// The canonical model with its lists of references in order, for their order is no part of a model.
fn canonical(model: &Model) -> Value {
    let mut document: Value = serde_json::from_str(&to_json(model, Prose::Keep)).unwrap();
    for shape in document["shapes"].as_object_mut().unwrap().values_mut() {
        for key in ["operations", "resources", "errors", "collectionOperations"] {
            if let Some(list) = shape.get_mut(key).and_then(Value::as_array_mut) {
                list.sort_by_key(ToString::to_string);
                list.dedup();
            }
        }
    }
    document
}

#[test]
fn a_model_does_not_differ_from_itself_however_it_is_written() {
    for path in golden_models() {
        let model = load(&Config::new(&path)).unwrap();
        let mut shuffled = canonical(&model);
        let shapes = std::mem::take(shuffled["shapes"].as_object_mut().unwrap());
        shuffled["shapes"] = Value::Object(shapes.into_iter().rev().collect());
        let report = compare(&model, &model_of(&shuffled).unwrap()).unwrap();
        assert_eq!(report.changes, [], "{}", path.display());
        assert_eq!(report.step(), None);
    }
}

#[test]
fn what_is_not_selected_is_named_and_counts_for_nothing() {
    let compare = |pair: &str, operations: &[&str]| {
        let names = operations.iter().map(|name| (*name).to_owned()).collect();
        let config = Config { selection: Selection::Named(names), ..config_of(pair, "new") };
        diff::compare(&load(&config_of(pair, "old")).unwrap(), &load(&config).unwrap(), &config)
    };
    let added = compare("operation-added", &["GetThing"]).unwrap();
    assert_eq!((added.changes.len(), added.step(), added.more), (0, None, vec!["ListThings".to_owned()]));
    let removed = compare("operation-removed", &["GetThing"]).unwrap();
    assert_eq!((removed.changes.len(), removed.fewer), (0, vec!["DropThing".to_owned()]));
    let selected = compare("operation-removed", &["DropThing"]).unwrap();
    assert!(selected.changes.iter().any(|change| change.kind == Kind::OperationRemoved));
    assert_eq!(compare("member-added", &["DropThing"]).unwrap().operations, ["DropThing"]);
    assert!(compare("member-added", &["DropThign"]).unwrap_err().to_string().contains("did you mean"));
}

/// The pointers to all values below a value.
fn pointers(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    let mut below = |key: &str, value: &Value| {
        pointers(value, &format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), found);
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| below(key, value)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(index, value)| below(&index.to_string(), value));
        }
        _ => {}
    }
}

/// Other values that may stand in the place of one; `None` is nothing.
fn others(value: &Value) -> Vec<Option<Value>> {
    let mut others = vec![None];
    match value {
        Value::Bool(flag) => others.push(Some(json!(!flag))),
        Value::Number(number) => others.push(Some(json!(number.as_i64().unwrap_or(0) + 1))),
        Value::String(text) => {
            others.push(Some(json!(format!("{text}x"))));
            others.extend(
                ["smithy.api#String", "smithy.api#Float", "smithy.api#Timestamp"].map(|id| Some(json!(id))),
            );
        }
        Value::Object(object) => {
            let with = |key: &str, value: Value| {
                let mut object = object.clone();
                object.insert(key.to_owned(), value);
                Some(Value::Object(object))
            };
            for id in ["required", "sensitive", "deprecated", "input", "nobodyKnows"] {
                others.push(with(&format!("smithy.api#{id}"), json!({})));
            }
            others.push(with("smithy.api#default", json!(0)));
            others.push(with("added", json!({ "target": "smithy.api#Double" })));
            others.push(Some(Value::Object(object.clone().into_iter().rev().collect())));
        }
        _ => {}
    }
    others
}

fn replaced(document: &Value, pointer: &str, by: Option<Value>) -> Value {
    let mut document = document.clone();
    if let Some(value) = by {
        *document.pointer_mut(pointer).unwrap() = value;
        return document;
    }
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => drop(object.shift_remove(&key)),
        Some(Value::Array(list)) => drop(list.remove(key.parse().unwrap())),
        _ => {}
    }
    document
}

#[test]
fn one_difference_in_701_is_reported() {
    differences_are_reported(701);
}

/// `ONE_DIFFERENCE_IN=1` tries all of them, which takes minutes.
#[test]
#[ignore = "takes long"]
fn one_difference_in_61_is_reported() {
    differences_are_reported(std::env::var("ONE_DIFFERENCE_IN").map_or(61, |step| step.parse().unwrap()));
}

/// Removes and replaces values of every golden model in turn, one in `step`. If that changes the canonical model, the
/// report must have a change; if the report has no change with an effect, the crate must be the same.
fn differences_are_reported(step: usize) {
    let (mut tried, mut compared, mut wrong) = (0, 0, Vec::new());
    for path in golden_models() {
        let model = load(&Config::new(&path)).unwrap();
        let document = canonical(&model);
        let mut places = Vec::new();
        pointers(&document["shapes"], "/shapes", &mut places);
        let rules = |place: &String| place.contains("smithy.rules#") || place.contains("smithy.test#");
        for place in places.iter().filter(|place| *place != "/shapes" && !rules(place)) {
            for other in others(document.pointer(place).unwrap()) {
                tried += 1;
                if tried % step != 0 {
                    continue;
                }
                let Ok(changed) = model_of(&replaced(&document, place, other.clone())) else { continue };
                let Ok(report) = compare(&model, &changed) else { continue };
                compared += 1;
                if !is_right(&report, &model, &changed) {
                    wrong.push(format!(
                        "{}: {place} -> {other:?}\n{}",
                        path.display(),
                        diff::text(&report, false)
                    ));
                }
            }
        }
    }
    assert!(compared * step > 6_000, "only {compared} differences");
    let shown = wrong[..wrong.len().min(20)].join("\n");
    assert!(wrong.is_empty(), "{} of {compared} are wrong:\n{shown}", wrong.len());
}

/// A report without changes is of models that are the same, one without effect of crates that are the same, and one
/// without a change of the API of crates that have the same public items.
fn is_right(report: &Report, old: &Model, new: &Model) -> bool {
    if report.changes.is_empty() {
        return canonical(old) == canonical(new);
    }
    let config = Config::new("");
    let (Ok(before), Ok(after)) = (generate_from(old, &config), generate_from(new, &config)) else {
        return true;
    };
    let has = |classes: [Class; 2]| report.changes.iter().any(|change| classes.contains(&change.class()));
    let is_without_effect = report.changes.iter().all(|change| change.kind == Kind::NoEffect);
    (!is_without_effect || code(&before) == code(&after))
        && (has([Class::Breaking, Class::Additive]) || public(&before) == public(&after))
}

/// The crate without its documentation, of which its manifest has digests.
fn code(generated: &GeneratedCrate) -> Vec<(&str, Vec<&str>)> {
    let code = |text| str::lines(text).filter(|line| !line.trim_start().starts_with("//")).collect();
    let files = generated.files.iter().filter(|(path, _)| *path != ".tinsmith-manifest");
    files.map(|(path, text)| (path.as_str(), code(text))).collect()
}

/// The lines of a crate that define its public items: `pub`, derives, and the variants of enums.
fn public(generated: &GeneratedCrate) -> BTreeSet<(&str, String)> {
    let files = generated.files.iter().filter(|(path, _)| {
        ["src/types", "src/operation", "src/config", "src/error_meta", "src/client"]
            .iter()
            .any(|start| path.starts_with(start))
    });
    let is_item = |line: &str| {
        // It stands in a macro where requests are signed, and in the open where they are not.
        let is_moved = line.starts_with("pub fn http_request(");
        let name = line.trim_end_matches(',').split('(').next().unwrap_or_default();
        let is_variant = line.starts_with(char::is_uppercase)
            && line.ends_with(',')
            && name.chars().all(char::is_alphanumeric);
        !is_moved && (line.starts_with("pub ") || line.starts_with("#[derive") || is_variant)
    };
    let lines = files.flat_map(|(path, text)| text.lines().map(move |line| (path.as_str(), line.trim())));
    // `Debug` is written out where it hides something; the value of a constant is no part of its type.
    let item = |line: &str| line.replace("Debug, ", "").split(" = ").next().unwrap_or_default().to_owned();
    // A type with a stream may derive nothing else.
    let items = lines.filter(|(_, line)| is_item(line) && *line != "#[derive(Debug)]");
    items.map(|(path, line)| (path, item(line))).collect()
}

#[test]
fn every_kind_is_documented() {
    let page = std::fs::read_to_string("DIFF.md").unwrap();
    let documented: BTreeSet<_> =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let known: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(documented, known);
    for kind in Kind::ALL {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{}` ", kind.name()))).unwrap();
        assert!(row.contains(&format!("| {} ", kind.class().name())), "{row}");
    }
}

/// An old model may be older than the rules that it breaks.
#[test]
fn the_way_out_of_an_invalid_old_model_is_named() {
    let model = |values: &Value| {
        let mut document: Value =
            serde_json::from_slice(&fs::read("tests/diff/wire/old.json").unwrap()).unwrap();
        let shapes = document["shapes"].as_object_mut().unwrap();
        let (_, operation) = shapes.iter_mut().find(|(_, shape)| shape["type"] == "operation").unwrap();
        operation["errors"] = json!([{ "target": "example.things#Wrong" }]);
        let members = json!({ "number": { "target": "smithy.api#Integer", "traits": { "smithy.api#default": values } } });
        shapes.insert(
            "example.things#Wrong".to_owned(),
            json!({ "type": "structure", "members": members, "traits": { "smithy.api#error": "client" } }),
        );
        model_of(&document).unwrap()
    };
    let (good, bad) = (model(&json!(1)), model(&json!("one")));
    let errors = compare(&bad, &good).unwrap_err();
    let (first, others) = errors.list.split_first().unwrap();
    assert_eq!(first.message, "the old model is not valid, so it cannot be compared with the new one");
    assert!(first.help.as_ref().unwrap().contains("`import`"));
    assert_eq!(compare(&good, &bad).unwrap_err().list, others);
}

/// The keys of the JSON are those that the page documents, at every depth.
#[test]
fn every_key_of_the_json_is_documented() {
    let page = fs::read_to_string("DIFF.md").unwrap();
    let (_, section) = page.split_once("```text\n").unwrap();
    let (section, _) = section.split_once("```").unwrap();
    let words = |line: &str| -> Vec<String> {
        let (keys, _) = line.split_at(line.len().min(18));
        keys.split(',').map(|key| key.trim().trim_end_matches("[]").to_owned()).collect()
    };
    let (mut documented, mut above) = (BTreeSet::new(), String::new());
    for line in section.lines() {
        let indented = line.starts_with("  ");
        for key in words(line).into_iter().filter(|key| !key.is_empty()) {
            documented.insert(if indented { format!("{above}.{key}") } else { key.clone() });
            if !indented {
                above.clone_from(&key);
            }
        }
    }
    let document: Value = serde_json::from_str(&diff::json(&report_of("build-result"))).unwrap();
    let mut found = BTreeSet::new();
    for (key, value) in document.as_object().unwrap() {
        let element = value.get(0).filter(|_| key == "changes");
        let inner = element.or(Some(value).filter(|_| key == "version")).and_then(Value::as_object);
        found.extend(inner.into_iter().flat_map(|inner| inner.keys()).map(|inner| format!("{key}.{inner}")));
        found.extend((key != "version").then(|| key.clone()));
    }
    assert_eq!(found, documented);
    assert_eq!(document["schema"], 1);
}

/// Programs of the pairs have no client, so that items of pages and settings of clients are not among them.
fn changed(change: impl Fn(&mut Value)) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let mut text: Value =
        serde_json::from_slice(&fs::read("tests/diff/pagination/new.json").unwrap()).unwrap();
    let members = &mut text["shapes"]["example.things#GetThingResponse"]["members"];
    members["names"] = json!({ "target": "example.things#Names" });
    members["kinds"] = json!({ "target": "example.things#Kinds" });
    for (list, of) in [("Names", "smithy.api#String"), ("Kinds", "example.things#Kind")] {
        let list_shape = json!({ "type": "list", "member": { "target": of } });
        text["shapes"][format!("example.things#{list}")] = list_shape;
    }
    text["shapes"]["example.things#GetThing"]["traits"]["smithy.api#paginated"]["items"] = json!("names");
    let model = |name: &str, text: &Value| {
        let path = folder.path().join(name);
        fs::write(&path, text.to_string()).unwrap();
        load(&Config::new(path)).unwrap()
    };
    let old = model("old.json", &text);
    change(&mut text);
    compare(&old, &model("new.json", &text)).unwrap()
}

fn kinds(report: &Report, item: &str) -> Vec<Kind> {
    let of_item = report.changes.iter().filter(|change| change.items.iter().any(|it| it == item));
    of_item.map(|change| change.kind).collect()
}

#[test]
fn items_of_another_list_break_programs() {
    let report = changed(|text| {
        text["shapes"]["example.things#GetThing"]["traits"]["smithy.api#paginated"]["items"] = json!("kinds");
    });
    assert_eq!(kinds(&report, "GetThingPaginator::items"), [Kind::MemberRetyped]);
}

#[test]
fn a_new_setting_that_must_be_given_breaks_programs() {
    let with = |required: bool| {
        changed(|text| {
            let traits = &mut text["shapes"]["example.things#Things"]["traits"];
            traits["smithy.rules#clientContextParams"] =
                json!({ "Tenant": { "type": "string", "documentation": "Whose things." } });
            traits["smithy.rules#endpointRuleSet"]["parameters"]["Tenant"] =
                json!({ "type": "string", "required": required });
        })
    };
    let item = "config::endpoint::Params::tenant";
    assert_eq!(kinds(&with(true), item), [Kind::MemberRequired, Kind::MethodAdded]);
    assert_eq!(kinds(&with(false), item), [Kind::MethodAdded]);
}
