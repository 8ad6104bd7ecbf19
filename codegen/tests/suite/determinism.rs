//! The same input gives the same bytes, whatever the order of keys, the format of the model or its packing.
//!
//! `SNAPSHOTS=overwrite cargo test -p tinsmith determinism` blesses `botocore/mini/canonical.json`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value};
use snapbox::Data;
use tempfile::TempDir;
use tinsmith::canonical::{Prose, to_json};
use tinsmith::{Config, GeneratedCrate, Selection, generate, generate_from, pass, read};

/// A real model and its overlay.
const DIRECT_CONNECT: &str = "../model/directconnect-2012-10-25.json";
const OVERLAY: &str = "../model/directconnect-2012-10-25.overlay.json";

/// A botocore folder of our own invention.
const MINI: &str = "tests/botocore/mini/2020-01-01";

#[test]
fn generating_twice_gives_the_same_bytes() {
    for selection in [Selection::All, Selection::Named(vec!["DeleteConnection".to_owned()])] {
        let config = Config { selection, overlays: vec![OVERLAY.into()], ..Config::new(DIRECT_CONNECT) };
        assert_same(&generate(&config).unwrap(), &generate(&config).unwrap());
    }
}

#[test]
fn the_order_of_operations_in_the_selection_does_not_matter() {
    let named = |names: [&str; 3]| Config {
        selection: Selection::Named(names.map(str::to_owned).to_vec()),
        ..Config::new(DIRECT_CONNECT)
    };
    let first = generate(&named(["DeleteConnection", "CreateConnection", "DescribeTags"])).unwrap();
    let second = generate(&named(["DescribeTags", "DeleteConnection", "CreateConnection"])).unwrap();
    assert_same(&first, &second);
}

#[test]
fn keys_may_be_shuffled() {
    keys_of_direct_connect_may_be_shuffled(2);
}

#[test]
#[ignore = "takes long"]
fn keys_may_be_shuffled_in_many_orders() {
    keys_of_direct_connect_may_be_shuffled(8);
}

fn keys_of_direct_connect_may_be_shuffled(orders: u64) {
    let config = Config::new(DIRECT_CONNECT);
    let expected = generate(&config).unwrap();
    let document: Value = serde_json::from_str(&fs::read_to_string(DIRECT_CONNECT).unwrap()).unwrap();
    for seed in 1..=orders {
        let shuffled = shuffle(&document, &mut Random(seed), false);
        assert_ne!(shuffled.to_string(), document.to_string());
        assert_same(&from_text(&shuffled.to_string(), &config), &expected);
    }
}

#[test]
fn keys_of_goldens_may_be_shuffled() {
    for entry in fs::read_dir("tests/golden").unwrap() {
        let path = entry.unwrap().path().join("model.json");
        let config = Config::new(&path);
        let expected = generate(&config).unwrap_or_else(|findings| panic!("{findings}"));
        let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let shuffled = shuffle(&document, &mut Random(7), false);
        assert_same(&from_text(&shuffled.to_string(), &config), &expected);
    }
}

/// Any order of the keys of any golden, overlays included: the order of `members` is the only one that is part of a model.
#[test]
#[ignore = "takes long"]
fn any_order_of_keys_gives_the_same_crate() {
    let goldens: Vec<_> = fs::read_dir("tests/golden").unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut runner = TestRunner::new_with_rng(
        proptest::test_runner::Config { cases: 96, failure_persistence: None, ..Default::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let outcome = runner.run(&(0..goldens.len(), 1..u64::MAX), |(index, seed)| {
        let path = goldens[index].join("model.json");
        let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let config = Config::new(&path);
        let expected = generate(&config).unwrap_or_else(|findings| panic!("{findings}"));
        let shuffled = shuffle(&document, &mut Random(seed), false).to_string();
        assert_same(&from_text(&shuffled, &config), &expected);
        let canonical = |text: &str| to_json(&read::text("model.json", text).unwrap(), Prose::Keep);
        // Traits are data: the order of the keys in them is kept, and means nothing.
        let sorted = |text: &str| serde_json::from_str::<BTreeMap<String, Value>>(&canonical(text)).unwrap();
        assert_eq!(sorted(&shuffled), sorted(&document.to_string()));
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn overlays_may_be_shuffled_and_those_that_do_not_meet_may_change_places() {
    let folder = TempDir::new().unwrap();
    let overlay: Value = serde_json::from_str(&fs::read_to_string(OVERLAY).unwrap()).unwrap();
    let write = |name: &str, value: &Value| {
        let path = folder.path().join(name);
        fs::write(&path, value.to_string()).unwrap();
        path
    };
    // Two halves that speak of different shapes.
    let (mut left, mut right) = (overlay.clone(), overlay.clone());
    let shapes: Vec<String> = overlay["shapes"].as_object().unwrap().keys().cloned().collect();
    let name = |key: &String| key.split('$').next().unwrap().to_owned();
    for key in &shapes {
        let half = if name(key).len() % 2 == 0 { &mut left } else { &mut right };
        half["shapes"].as_object_mut().unwrap().remove(key);
    }
    assert!(left["shapes"].as_object().unwrap().len() > 5 && right["shapes"].as_object().unwrap().len() > 5);
    let (left, right) = (write("left.json", &left), write("right.json", &right));
    let with = |overlays: Vec<std::path::PathBuf>| {
        generate(&Config { overlays, ..Config::new(DIRECT_CONNECT) })
            .unwrap_or_else(|findings| panic!("{findings}"))
    };
    let expected = with(vec![OVERLAY.into()]);
    assert_same(&with(vec![left.clone(), right.clone()]), &expected);
    assert_same(&with(vec![right, left]), &expected);
    let shuffled = shuffle(&overlay, &mut Random(1), true);
    assert_same(&with(vec![write("shuffled.json", &shuffled)]), &expected);
}

/// What git makes of models where `core.autocrlf` is set; diagnostics name the same places.
#[test]
fn line_ends_of_inputs_do_not_matter() {
    let folder = TempDir::new().unwrap();
    let windows = |path: &str, name: &str| {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains('\n') && !text.contains('\r'));
        let copy = folder.path().join(name);
        fs::write(&copy, text.replace('\n', "\r\n")).unwrap();
        copy
    };
    let (model, overlay) = (windows(DIRECT_CONNECT, "model.json"), windows(OVERLAY, "overlay.json"));
    let config = Config { overlays: vec![OVERLAY.into()], ..Config::new(DIRECT_CONNECT) };
    let same = generate(&Config { overlays: vec![overlay], ..Config::new(&model) }).unwrap();
    assert_same(&same, &generate(&config).unwrap());
    assert_eq!(
        to_json(&read::model(&model).unwrap(), Prose::Keep),
        to_json(&read::model(Path::new(DIRECT_CONNECT)).unwrap(), Prose::Keep)
    );

    let bad = "tests/bad_models/dangling_target.json";
    let copy = windows(bad, "bad.json");
    let said = generate(&Config::new(bad)).unwrap_err().to_string();
    let again = generate(&Config::new(&copy)).unwrap_err().to_string();
    assert_eq!(again.replace(copy.to_str().unwrap(), bad).replace('\r', ""), said);
}

/// The order of `members` is part of the model: it decides the order of fields.
#[test]
fn members_keep_their_order() {
    let config = Config::new(DIRECT_CONNECT);
    let text = fs::read_to_string(DIRECT_CONNECT).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let shuffled = shuffle(&document, &mut Random(3), true);
    assert_ne!(from_text(&shuffled.to_string(), &config).files, generate(&config).unwrap().files);
}

#[test]
fn the_import_of_the_botocore_folder_is_canonical() {
    let text = to_json(&read::model(Path::new(MINI)).unwrap(), Prose::Keep);
    snapbox::assert_data_eq!(
        text,
        Data::read_from(Path::new("tests/botocore/mini/canonical.json"), None)
            .is(snapbox::data::DataFormat::Text)
            .raw()
    );
}

#[test]
fn the_import_without_prose_holds_none() {
    let text = to_json(&read::model(Path::new(MINI)).unwrap(), Prose::Drop);
    for word in ["prose", "documentation", "externalDocumentation"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn importing_an_import_changes_nothing() {
    for prose in [Prose::Keep, Prose::Drop] {
        for path in [MINI, DIRECT_CONNECT] {
            let text = to_json(&read::model(Path::new(path)).unwrap(), prose);
            assert_eq!(to_json(&read::text("again.json", &text).unwrap(), prose), text);
        }
    }
}

#[test]
fn both_formats_give_the_same_crate() {
    let config = Config::new(MINI);
    let canonical = to_json(&read::model(Path::new(MINI)).unwrap(), Prose::Keep);
    assert_same(&from_text(&canonical, &config), &generate(&config).unwrap());
    let service_file = Config::new(Path::new(MINI).join("service-2.json"));
    assert_same(&generate(&service_file).unwrap(), &generate(&config).unwrap());
}

#[test]
fn packed_files_give_the_same_crate() {
    let folder = TempDir::new().unwrap();
    for entry in fs::read_dir(MINI).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let packed = fs::File::create(folder.path().join(format!("{name}.gz"))).unwrap();
        let mut encoder = GzEncoder::new(packed, Compression::default());
        encoder.write_all(&fs::read(&path).unwrap()).unwrap();
        encoder.finish().unwrap();
    }
    let expected = generate(&Config::new(MINI)).unwrap();
    assert_same(&generate(&Config::new(folder.path())).unwrap(), &expected);
    let service_file = folder.path().join("service-2.json.gz");
    assert_same(&generate(&Config::new(service_file)).unwrap(), &expected);
}

/// Keys of the botocore folder may be shuffled too, those of `members` excepted.
#[test]
fn keys_of_the_botocore_folder_may_be_shuffled() {
    let folder = TempDir::new().unwrap();
    for entry in fs::read_dir(MINI).unwrap() {
        let path = entry.unwrap().path();
        let document: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let shuffled = shuffle(&document, &mut Random(5), false);
        fs::write(folder.path().join(path.file_name().unwrap()), shuffled.to_string()).unwrap();
    }
    let canonical = |path: &Path| to_json(&read::model(path).unwrap(), Prose::Keep);
    assert_eq!(canonical(folder.path()), canonical(Path::new(MINI)));
}

fn from_text(text: &str, config: &Config) -> GeneratedCrate {
    let model = read::text("model.json", text).unwrap();
    pass::validate(&model).unwrap();
    generate_from(&model, config).unwrap()
}

/// Compares file by file, so that a failure shows one text and not a whole crate.
fn assert_same(found: &GeneratedCrate, expected: &GeneratedCrate) {
    assert!(found.files.keys().eq(expected.files.keys()), "other files");
    for (path, text) in &found.files {
        assert_eq!(*text, expected.files[path], "{path}");
    }
}

/// Shuffles the keys of every object but `members`, or of those as well.
fn shuffle(value: &Value, random: &mut Random, members: bool) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|element| shuffle(element, random, members)).collect(),
        Value::Object(object) => shuffle_object(object, random, members, true),
        simple => simple.clone(),
    }
}

fn shuffle_object(object: &Map<String, Value>, random: &mut Random, members: bool, own: bool) -> Value {
    let mut entries: Vec<_> =
        object.iter().map(|(key, value)| (key.clone(), shuffle_entry(key, value, random, members))).collect();
    if own {
        for last in (1..entries.len()).rev() {
            entries.swap(last, random.below(last + 1));
        }
    }
    Value::Object(entries.into_iter().collect())
}

fn shuffle_entry(key: &str, value: &Value, random: &mut Random, members: bool) -> Value {
    match value {
        Value::Object(object) if key == "members" => shuffle_object(object, random, members, members),
        value => shuffle(value, random, members),
    }
}

/// Numbers that look random and are the same each time: an xorshift generator.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap()
    }
}
