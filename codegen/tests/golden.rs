//! Golden files: one small model per feature, `golden/<feature>/model.json`, beside what is generated from it,
//! `golden/<feature>/expected.rs`.
//!
//! `SNAPSHOTS=overwrite cargo test -p tinsmith --test golden` blesses what an emitter makes now. Read the difference
//! before committing it. Every golden must also compile without a warning, and pass `golden/<feature>/tests.rs`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use snapbox::Data;
use tinsmith::model::traits::OURS;
use tinsmith::write::{Prose, to_json};
use tinsmith::{Config, GeneratedCrate, Selection, generate, generate_from, pass, read};

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

/// Files that show a feature, by the start of their paths; everything else is the same in every crate.
const SHOWN: &[&str] = &["src/operation", "src/schema", "src/types"];

/// The files that a feature shows in place of [`SHOWN`].
const SHOWN_INSTEAD: &[(&str, &[&str])] = &[
    ("auth", &["src/service/auth.rs", "src/operation/get_open_id.rs"]),
    ("checksum", &["Cargo.toml", "src/operation/put_new.rs", "src/operation/put_old.rs"]),
    (
        "endpoint_language",
        &[
            "src/operation/control.rs",
            "src/operation/get_thing.rs",
            "src/operation/list_things.rs",
            "src/operation/put_things.rs",
            "src/service/endpoint",
            "tests/endpoint.rs",
        ],
    ),
    ("endpoint_rules", &["src/service/endpoint", "tests/endpoint.rs"]),
    (
        "overlay",
        &[
            "src/lib.rs",
            "src/operation.rs",
            "src/operation/fetch_thing",
            "src/operation/list_kinds/paginator.rs",
            "src/operation/list_parts.rs",
            "src/operation/list_tags.rs",
            "src/operation/list_things/paginator.rs",
            "src/types",
            "src/waiters",
        ],
    ),
    ("overlay_derives", &["Cargo.toml", "src/lib.rs", "src/operation/put_thing/input.rs", "src/types"]),
    (
        "paginators",
        &[
            "src/operation/describe_things/client.rs",
            "src/operation/describe_things/paginator.rs",
            "src/operation/list_flagged/paginator.rs",
            "src/operation/list_inferred/paginator.rs",
            "src/operation/list_plain/paginator.rs",
            "src/operation/list_unpaged.rs",
            "src/operation/list_words/paginator.rs",
            "src/operation/query_by_key/paginator.rs",
        ],
    ),
    ("protocol_cbor", &["Cargo.toml", "src/protocol_tests/re", "src/service.rs"]),
    (
        "protocol_tests",
        &[
            "Cargo.toml",
            "src/lib.rs",
            "src/protocol_tests.rs",
            "src/protocol_tests/errors.rs",
            "src/protocol_tests/re",
        ],
    ),
    (
        "service",
        &[
            ".tinsmith-manifest",
            "Cargo.toml",
            "README.md",
            "src/error_meta.rs",
            "src/lib.rs",
            "src/service.rs",
        ],
    ),
    ("waiters", &["src/operation/get_job/input.rs", "src/waiters"]),
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

fn matches_golden(feature: &str) {
    let (_, generated) = package(feature);
    assert_eq!(generated.warnings, [], "{feature}");
    let expected = Path::new("tests/golden").join(folder_of(feature)).join("expected.rs");
    snapbox::assert_data_eq!(shown(feature, &generated), Data::read_from(&expected, None).raw());
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

/// The digests of a manifest change with everything else.
fn without_digests(path: &str, content: &str) -> String {
    let is_manifest = path == ".tinsmith-manifest";
    let shown = |line: &str| match line.rsplit_once(' ') {
        Some((file, _)) if is_manifest && !line.starts_with('#') => format!("{file}\n"),
        _ => format!("{line}\n"),
    };
    content.lines().map(shown).collect()
}

/// The files that show a feature, one after the other.
fn shown(feature: &str, generated: &GeneratedCrate) -> String {
    let instead = SHOWN_INSTEAD.iter().find(|(name, _)| *name == feature);
    let starts = instead.map_or(SHOWN, |(_, starts)| *starts);
    let mut text = String::new();
    for (path, content) in &generated.files {
        if starts.iter().any(|start| path.starts_with(start)) {
            write!(text, "// ---- {path}\n{}", without_digests(path, content)).unwrap();
        }
    }
    text
}
