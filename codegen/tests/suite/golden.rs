//! Golden files: one small model per feature, `golden/<feature>/model.json`, next to the generated code that shows the
//! feature, `golden/<feature>/expected.rs`. `golden/<feature>/shown.txt` selects that code.
//!
//! `SNAPSHOTS=overwrite cargo test -p tinsmith golden` blesses what an emitter makes now. Read the difference
//! before committing it. Every golden must also compile without a warning, and pass `golden/<feature>/tests.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use snapbox::Data;
use tinsmith::canonical::{Prose, to_json};
use tinsmith::model::traits::OURS;
use tinsmith::{Config, GeneratedCrate, Runtime, Selection, generate, generate_from, pass, read};

use crate::workspace::{self, Workspace, marks};
use crate::{shown, values};

/// One test for each feature, and the list of them.
macro_rules! goldens {
    ($($feature:ident),* $(,)?) => {
        /// The features that have a folder below `golden/`.
        pub(crate) const FEATURES: &[&str] = &[$(stringify!($feature)),*];

        $(
            #[test]
            fn $feature() {
                matches_golden(stringify!($feature));
            }
        )*
    };
}

goldens![
    acronyms,
    auth,
    auth_schemes,
    checksum,
    checksum_response,
    checksum_stream,
    customized_bucket,
    customized_copy,
    customized_headers,
    customized_input,
    customized_listing,
    customized_upload,
    deprecated,
    derives,
    documentation,
    endpoint_absent_name,
    endpoint_diagram,
    endpoint_discovery,
    endpoint_language,
    endpoint_rules,
    r#enum,
    error,
    event_stream_input,
    event_stream_output,
    examples,
    host_prefix,
    host_prefix_text,
    http_bindings,
    idempotency_token,
    int_enum,
    keywords,
    list,
    map,
    no_input_output,
    overlay,
    overlay_derives,
    paginators,
    presigning,
    presigning_query,
    protocol_cbor,
    protocol_tests,
    query_compatible,
    query_names,
    recursive,
    request_compression,
    required_default,
    scalars,
    sensitive,
    service,
    session_auth,
    several_operations,
    streaming,
    structure,
    transfer,
    r#union,
    waiters,
    xml_names,
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
        read::overlays(&mut model, &config.overlays, &config.positions).unwrap();
        pass::validate(&model).unwrap();
        // Compared as a whole, and not shown: a crate is too much to read.
        let same = generate_from(&model, &config).unwrap() == generate(&config).unwrap();
        assert!(same, "{feature} is generated in another way after writing it");
    }
}

/// All goldens, with their tests.
fn goldens() -> &'static Workspace {
    static GOLDENS: LazyLock<Workspace> = LazyLock::new(|| {
        let crates = FEATURES.iter().map(|feature| tested_package(feature));
        let crates: Vec<_> = crates.chain(marks()).chain(with_runtimes_inside()).collect();
        Workspace::new("goldens", &crates)
    });
    &GOLDENS
}

/// Two crates that contain their runtimes, which must not collide in one workspace.
fn with_runtimes_inside() -> [(String, GeneratedCrate); 2] {
    ["enum", "structure"].map(|feature| {
        let name = format!("inside-{feature}");
        let config = Config {
            crate_name: Some(name.clone()),
            runtime: Runtime::Inside,
            protocol_tests: false,
            ..config_of(feature)
        };
        let generated = generate(&config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
        assert!(generated.files.contains_key("runtime/Cargo.toml"));
        (name, generated)
    })
}

#[test]
#[ignore = "compiles crates"]
fn each_golden_compiles() {
    goldens().compiles_without_warnings();
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

/// The default features are on, and `serde`.
#[test]
#[ignore = "compiles crates"]
fn tests_of_goldens_pass() {
    goldens().test(&[], &["--test", "golden", "--features", "serde"]);
}

#[test]
#[ignore = "compiles crates"]
fn transfers_are_there_with_their_feature() {
    let package = name_of("transfer");
    goldens().clippy(&["--package", &package, "--lib", "--features", "transfer"]);
    goldens().test(&[package], &["--test", "golden", "--features", "serde,transfer"]);
}

#[test]
#[ignore = "compiles crates"]
fn derives_of_an_optional_crate_are_there_with_its_feature() {
    let features = ["--no-default-features", "--features", "serde,with-spots"];
    goldens().test(&packages(&["overlay_derives"]), &[&features[..], &["--test", "golden"]].concat());
}

#[test]
#[ignore = "compiles crates"]
fn endpoint_tests_of_the_model_pass() {
    let packages =
        packages(&["endpoint_absent_name", "endpoint_diagram", "endpoint_language", "endpoint_rules"]);
    goldens().test(&packages, &["--no-default-features", "--features", "serde", "--test", "endpoint"]);
}

#[test]
#[ignore = "compiles crates"]
fn protocol_tests_of_the_model_pass() {
    let packages =
        packages(&["http_bindings", "protocol_cbor", "protocol_tests", "query_names", "xml_names"]);
    goldens().test(&packages, &["--lib", "--no-default-features", "--features", "client,rt-tokio"]);
}

/// Examples of models become code in documentation.
#[test]
#[ignore = "compiles crates"]
fn doc_tests_of_examples_pass() {
    goldens().test(&packages(&["examples"]), &["--doc"]);
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

/// Random values of all types, with the feature `serde`.
#[test]
#[ignore = "compiles crates"]
fn values_of_every_type_survive() {
    goldens().test(&packages(OF_EVERY_KIND), VALUES);
}

/// As for goldens, for a whole service.
#[test]
#[ignore = "compiles crates"]
fn values_of_a_service_survive() {
    let config = Config {
        crate_name: Some("values-direct-connect".to_owned()),
        overlays: vec!["../model/directconnect-2012-10-25.overlay.json".into()],
        selection: Selection::All,
        runtime: workspace::runtime(),
        ..Config::new("../model/directconnect-2012-10-25.json")
    };
    let mut generated = generate(&config).unwrap();
    values::add_test(&config, &mut generated);
    generated.files.get_mut("Cargo.toml").unwrap().push_str(DEV_DEPENDENCIES);
    Workspace::new("values", &[(config.crate_name.unwrap(), generated)]).test(&[], VALUES);
}

const VALUES: &[&str] = &["--no-default-features", "--features", "serde", "--test", "values"];

/// Dependencies of tests. Some crates have tests from their models, which come with dependencies of their own.
const DEV_DEPENDENCIES: &str = "
[dev-dependencies]
aws-sigv4 = { version = \"1.6.4\", features = [\"sign-eventstream\"] }
aws-smithy-eventstream = \"0.61.6\"
aws-smithy-http-client = { version = \"1.5.2\", features = [\"test-util\"] }
bytes = \"1.11.1\"
ciborium = \"0.2\"
hmac = \"0.13.0\"
http = \"1.3.1\"
http-body = \"1.0.1\"
serde_core = \"1\"
serde_json = { version = \"1\", features = [\"float_roundtrip\"] }
sha1 = \"0.11.0\"
sha2 = \"0.11.0\"
tokio = { version = \"1.49.0\", features = [\"macros\", \"rt\", \"test-util\"] }
tracing = \"0.1.44\"
tracing-subscriber = { version = \"0.3\", default-features = false, features = [\"fmt\"] }
";

/// Returns the crate of a feature with `golden/<feature>/tests.rs`, if it exists, with the modules of `golden_support` that it
/// has, and with values of its types.
fn tested_package(feature: &str) -> (String, GeneratedCrate) {
    let (name, mut generated) = package(feature);
    let tests = fs::read_to_string(Path::new("tests/golden").join(folder_of(feature)).join("tests.rs"));
    let has_values = OF_EVERY_KIND.contains(&folder_of(feature));
    if tests.is_ok() || has_values {
        generated.files.get_mut("Cargo.toml").unwrap().push_str(DEV_DEPENDENCIES);
    }
    if let Ok(tests) = tests {
        let support = tests.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
        for module in support {
            let text = fs::read_to_string(format!("tests/golden_support/{module}.rs")).unwrap();
            add(&mut generated, &format!("tests/{module}/mod.rs"), text);
        }
        add(&mut generated, "tests/golden.rs", tests);
    }
    if has_values {
        values::add_test(&config_of(feature), &mut generated);
    }
    (name, generated)
}

/// Adds a file of tests. A file that the manifest does not list is the user's, and a later run would not replace it.
fn add(generated: &mut GeneratedCrate, path: &str, text: String) {
    generated.files.insert(path.to_owned(), text);
    generated.files.get_mut(".tinsmith-manifest").unwrap().push_str(&format!("{path}\n"));
}

/// Returns the package names of features.
fn packages(features: &[&str]) -> Vec<String> {
    features.iter().map(|feature| name_of(feature)).collect()
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

fn name_of(feature: &str) -> String {
    format!("golden-{}", folder_of(feature).replace('_', "-"))
}

pub(crate) fn config_of(feature: &str) -> Config {
    let folder = folder_of(feature);
    let model = format!("tests/golden/{folder}/model.json");
    let overlays = overlays_of(folder);
    Config {
        crate_name: Some(name_of(feature)),
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

/// Returns the crate of a feature and its name.
fn package(feature: &str) -> (String, GeneratedCrate) {
    let generated = generate(&config_of(feature)).unwrap_or_else(|findings| panic!("{findings}"));
    (name_of(feature), generated)
}
