//! Modules that build scripts generate.

use std::fs;
use std::path::Path;

use tinsmith::build::Builder;
use tinsmith::{Config, GeneratedCrate};

use crate::golden::config_of;
use crate::workspace::{Workspace, marks, with_manifest};

fn text(path: &str) -> String {
    fs::read_to_string(Path::new("tests").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const MODEL: &str = "golden/paginators/model.json";

/// A package with a build script, and the module that it generates.
fn package() -> (String, GeneratedCrate) {
    let manifest = text("build_script/Cargo.toml").replace("{tinsmith}", env!("CARGO_MANIFEST_DIR"));
    let files = ["build.rs", "lib.rs", "calls.rs"].map(|name| (name, text(&format!("build_script/{name}"))));
    let [build, lib, calls] = files;
    let files = [("Cargo.toml", manifest), ("model.json", text(MODEL)), build, lib, calls];
    ("build-script".to_owned(), with_manifest(files))
}

/// The build script runs if the model has changed, and only then. One test, so that the generator is compiled once.
#[test]
#[ignore = "compiles crates"]
fn package_uses_its_own_client_and_follows_its_model() {
    let workspace = Workspace::new("build-script", &[package()]);
    workspace.clippy(&["--package", "build-script", "--all-targets"]);
    workspace.test(&["build-script".to_owned()], &[]);

    workspace.is_up_to_date("build-script");
    assert!(workspace.is_up_to_date("build-script"));

    let model = workspace.folder().join("build-script/model.json");
    fs::write(&model, text(MODEL).replace("\"Fixture Paginators\"", "\"Changed Paginators\"")).unwrap();
    assert!(!workspace.is_up_to_date("build-script"));
    assert!(workspace.is_up_to_date("build-script"));

    fs::write(&model, "{").unwrap();
    let report = workspace.failure("build-script");
    assert!(report.contains("--> model.json:1:1"), "{report}");
    fs::write(&model, text(MODEL)).unwrap();
}

/// Goldens that have each kind of file, path and feature of generated code; all of them would take minutes.
const MODULES: &[&str] = &[
    "checksum",
    "endpoint_rules",
    "error",
    "idempotency_token",
    "keywords",
    "map",
    "overlay_derives",
    "paginators",
    "protocol_cbor",
    "recursive",
    "sensitive",
    "union",
    "waiters",
];

/// One crate with the modules of goldens, with a list of features.
fn modules(name: &str, features: &[&str]) -> (String, GeneratedCrate) {
    let module = |feature: &&str| {
        let builder = Builder::from(config_of(feature)).features(features.iter().copied());
        let text = builder.text().unwrap_or_else(|diagnostics| panic!("{diagnostics}"));
        (format!("{}.rs", module_name(feature)), text)
    };
    let mut files: Vec<_> = MODULES.iter().map(module).collect();
    let modules = MODULES.iter().map(|feature| {
        let name = module_name(feature);
        format!("/// A module.\npub mod {name} {{\n    include!(\"{name}.rs\");\n}}\n")
    });
    files.push(("lib.rs".to_owned(), format!("//! Modules.\n\n{}", modules.collect::<String>())));
    files.push(("Cargo.toml".to_owned(), MANIFEST.replace("{name}", name)));
    (name.to_owned(), with_manifest(files))
}

const MANIFEST: &str = "\
[package]
name = \"{name}\"
version = \"0.0.0\"
edition = \"2024\"

[lib]
path = \"lib.rs\"

[dependencies]
golden-marks = { path = \"../golden-marks\" }
golden-spots = { path = \"../golden-spots\" }

[dependencies.tinsmith-runtime]
path = \"../../runtime\"
features = [
    \"cbor\",
    \"checksum\",
    \"checksum-response\",
    \"client\",
    \"compression\",
    \"content-md5\",
    \"idempotency-token\",
    \"json\",
    \"rustls\",
    \"test-util\",
]
";

fn module_name(feature: &str) -> String {
    format!("golden_{}", feature.trim_start_matches("r#"))
}

#[test]
#[ignore = "compiles crates"]
fn modules_of_goldens_compile() {
    let with_client =
        modules("modules-client", &["client", "rustls", "test-util", "behavior-version-latest"]);
    let without_client = modules("modules-without-client", &[]);
    let crates: Vec<_> = [with_client, without_client].into_iter().chain(marks()).collect();
    let workspace = Workspace::new("modules", &crates);
    workspace.clippy(&["--workspace", "--lib"]);
}

#[test]
fn unknown_feature_is_an_error() {
    let builder = Builder::new("tests/golden/enum/model.json").features(["client", "rusttls"]);
    let report = builder.text().unwrap_err().to_string();
    assert!(report.contains("the client has no feature `rusttls`"), "{report}");
    assert!(report.contains("did you mean `rustls`?"), "{report}");
}

#[test]
fn module_has_no_items_of_features_that_are_off() {
    let text = |features: &[&str]| {
        let builder = Builder::from(Config::new("tests/golden/paginators/model.json"));
        builder.features(features.iter().copied()).text().unwrap()
    };
    let (with, without) = (text(&["client"]), text(&[]));
    for item in ["pub mod client", "pub struct DescribeThingsFluentBuilder", "#[fluent("] {
        assert!(with.contains(item) && !without.contains(item), "{item}");
    }
    for text in [with, without] {
        let mut code = text.lines().filter(|line| !line.trim_start().starts_with("///"));
        assert!(code.all(|line| !line.contains("feature = ")), "{text}");
        assert!(!text.starts_with("//!") && !text.contains("\n#![") && !text.contains("\n//!"), "{text}");
    }
}
