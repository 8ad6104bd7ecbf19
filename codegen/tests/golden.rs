//! Golden files: one small model per feature, `golden/<feature>/model.json`, next to the generated code that shows the
//! feature, `golden/<feature>/expected.rs`. `golden/<feature>/shown.txt` selects that code.
//!
//! `SNAPSHOTS=overwrite cargo test -p tinsmith --test golden` blesses what an emitter makes now. Read the difference
//! before committing it. Every golden must also compile without a warning, and pass `golden/<feature>/tests.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use snapbox::Data;
use tinsmith::model::traits::OURS;
use tinsmith::write::{Prose, to_json};
use tinsmith::{Config, GeneratedCrate, Selection, generate, generate_from, pass, read};

mod shown;
mod values;
mod workspace;

use workspace::{Workspace, marks};

/// One test for each feature, and the list of them.
macro_rules! goldens {
    ($($feature:ident),* $(,)?) => {
        /// The features that have a folder below `golden/`.
        const FEATURES: &[&str] = &[$(stringify!($feature)),*];

        $(
            #[test]
            fn $feature() {
                matches_golden(stringify!($feature));
            }
        )*
    };
}

goldens![
    auth,
    checksum,
    deprecated,
    derives,
    documentation,
    endpoint_language,
    endpoint_rules,
    r#enum,
    error,
    examples,
    host_prefix,
    host_prefix_text,
    idempotency_token,
    int_enum,
    keywords,
    list,
    map,
    no_input_output,
    overlay,
    overlay_derives,
    paginators,
    protocol_cbor,
    protocol_tests,
    query_compatible,
    recursive,
    request_compression,
    required_default,
    scalars,
    sensitive,
    service,
    several_operations,
    structure,
    r#union,
    waiters,
];

#[test]
fn every_folder_has_a_test() {
    let folders = fs::read_dir("tests/golden").unwrap();
    let mut found: Vec<_> = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    found.sort();
    let mut listed: Vec<_> = FEATURES.iter().map(|feature| folder_of(feature)).collect();
    listed.sort_unstable();
    assert_eq!(found, listed);
}

#[test]
fn models_mean_the_same_after_writing_them() {
    for feature in FEATURES {
        let config = config_of(feature);
        // An import holds the model; what overlays say is said to its result again.
        let text = to_json(&read::model(&config.model).unwrap(), Prose::Keep);
        let mut model = read::text("canonical.json", &text).unwrap();
        assert_eq!(to_json(&model, Prose::Keep), text, "{feature}");
        read::overlays(&mut model, &config.overlays).unwrap();
        pass::link(&model).unwrap();
        // Compared as a whole, and not shown: a crate is too much to read.
        let same = generate_from(&model, &config).unwrap() == generate(&config).unwrap();
        assert!(same, "{feature} is generated in another way after writing it");
    }
}

#[test]
fn each_golden_compiles() {
    let crates: Vec<_> = FEATURES.iter().map(|feature| package(feature)).chain(marks()).collect();
    Workspace::new("goldens", &crates).compiles_without_warnings();
}

/// What `OVERLAYS.md` shows is what the goldens have, and it shows every trait of our own.
#[test]
fn examples_of_overlays_are_those_of_the_goldens() {
    let shapes = |text: &str| {
        let document: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        document.get("shapes").unwrap_or(&document).as_object().unwrap().clone()
    };
    let overlays = ["overlay", "overlay_derives"].into_iter().flat_map(overlays_of);
    let tested: Vec<_> = overlays.flat_map(|path| shapes(&fs::read_to_string(path).unwrap())).collect();
    let page = fs::read_to_string("OVERLAYS.md").unwrap();
    let blocks: Vec<_> =
        page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() > 10);
    for shown in blocks.into_iter().flat_map(shapes) {
        assert!(tested.contains(&shown), "{shown:?}");
    }
    for id in OURS {
        assert!(page.contains(&format!("`{id}`")), "{id}");
    }
}

/// With the feature that brings the crate in, and without it.
#[test]
fn derives_of_other_crates_are_there_with_their_feature() {
    let crates: Vec<_> = tested_package("overlay_derives").into_iter().chain(marks()).collect();
    let workspace = Workspace::new("overlay-derives", &crates);
    for features in ["serde", "serde,golden-overlay-derives/with-spots"] {
        workspace.cargo(&["test", "--no-default-features", "--features", features, "--test", "golden"]);
    }
}

#[test]
fn endpoint_tests_of_the_model_pass() {
    let workspace =
        Workspace::new("endpoint-tests", &[package("endpoint_language"), package("endpoint_rules")]);
    workspace.cargo(&["test", "--no-default-features", "--test", "endpoint"]);
}

#[test]
fn protocol_tests_of_the_model_pass() {
    let workspace = Workspace::new("protocol-tests", &[package("protocol_cbor"), package("protocol_tests")]);
    workspace.cargo(&["test", "--lib", "--no-default-features", "--features", "client,rt-tokio"]);
}

/// `golden/<feature>/tests.rs`, where there is one, calls the crate.
#[test]
fn goldens_do_what_their_tests_say() {
    let tested = FEATURES.iter().filter_map(|feature| tested_package(feature));
    let crates: Vec<_> = tested.chain(marks()).collect();
    assert!(crates.len() > 2);
    Workspace::new("tested-goldens", &crates).cargo(&["test", "--test", "golden", "--features", "serde"]);
}

/// Examples of models become code in documentation, which must compile as any other.
#[test]
fn examples_pass() {
    Workspace::new("examples", &[package("examples")]).cargo(&["test", "--doc"]);
}

/// Goldens that have every kind of shape between them.
const OF_EVERY_KIND: &[&str] = &[
    "derives",
    "enum",
    "error",
    "int_enum",
    "keywords",
    "list",
    "map",
    "recursive",
    "required_default",
    "scalars",
    "sensitive",
    "union",
];

/// The feature `serde`: random values of all types of some goldens, and of a whole service.
#[test]
fn values_of_every_type_survive() {
    let renamed =
        |config: Config, name: &str| Config { crate_name: Some(format!("values-{name}")), ..config };
    let goldens = OF_EVERY_KIND.iter().map(|golden| renamed(config_of(golden), &golden.replace('_', "-")));
    let direct_connect = Config {
        overlays: vec!["../model/directconnect-2012-10-25.overlay.json".into()],
        selection: Selection::All,
        runtime: workspace::runtime(),
        ..Config::new("../model/directconnect-2012-10-25.json")
    };
    let configs = goldens.chain([renamed(direct_connect, "direct-connect")]);
    let crates: Vec<_> = configs.map(|config| values::package(&config)).collect();
    let workspace = Workspace::new("values", &crates);
    workspace.cargo(&["test", "--no-default-features", "--features", "serde", "--test", "values"]);
}

/// What tests need beside what the crate itself depends on.
const DEV_DEPENDENCIES: &str = "
[dev-dependencies]
aws-smithy-http-client = { version = \"1.5.2\", features = [\"test-util\"] }
bytes = \"1.11.1\"
http = \"1.3.1\"
serde_json = \"1\"
tokio = { version = \"1.49.0\", features = [\"macros\", \"rt\", \"test-util\"] }
tracing-subscriber = { version = \"0.3\", default-features = false, features = [\"fmt\"] }
";

fn tested_package(feature: &str) -> Option<(String, GeneratedCrate)> {
    let tests =
        fs::read_to_string(Path::new("tests/golden").join(folder_of(feature)).join("tests.rs")).ok()?;
    let (name, mut generated) = package(feature);
    generated.files.insert("tests/golden.rs".to_owned(), tests);
    // A file that the manifest does not list is somebody else's, and a later run would not replace it.
    generated.files.get_mut(".tinsmith-manifest")?.push_str("tests/golden.rs\n");
    generated.files.get_mut("Cargo.toml")?.push_str(DEV_DEPENDENCIES);
    Some((name, generated))
}

/// The limit of an `expected.rs`; most have less than 120 lines.
const MAX_LINES: usize = 400;

fn matches_golden(feature: &str) {
    let (_, generated) = package(feature);
    assert_eq!(generated.warnings, [], "{feature}");
    let folder = Path::new("tests/golden").join(folder_of(feature));
    let shown = shown::shown(&fs::read_to_string(folder.join("shown.txt")).unwrap(), &generated);
    assert!(shown.lines().count() <= MAX_LINES, "{feature} shows more than its feature");
    snapbox::assert_data_eq!(shown, Data::read_from(&folder.join("expected.rs"), None).raw());
}

/// `r#enum` is a test, `enum` a folder.
fn folder_of(feature: &str) -> &str {
    feature.trim_start_matches("r#")
}

fn config_of(feature: &str) -> Config {
    let folder = folder_of(feature);
    let crate_name = format!("golden-{}", folder.replace('_', "-"));
    let model = format!("tests/golden/{folder}/model.json");
    let overlays = overlays_of(folder);
    Config {
        crate_name: Some(crate_name),
        overlays,
        protocol_tests: true,
        runtime: workspace::runtime(),
        ..Config::new(model)
    }
}

/// `golden/<feature>/1.overlay.json` and so on, in this order.
fn overlays_of(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(Path::new("tests/golden").join(folder)).unwrap();
    let paths = files.map(|entry| entry.unwrap().path());
    let mut overlays: Vec<_> =
        paths.filter(|path| path.to_string_lossy().ends_with(".overlay.json")).collect();
    overlays.sort();
    overlays
}

/// The crate of a feature and its name.
fn package(feature: &str) -> (String, GeneratedCrate) {
    let config = config_of(feature);
    let generated = generate(&config).unwrap_or_else(|findings| panic!("{findings}"));
    (config.crate_name.unwrap(), generated)
}
