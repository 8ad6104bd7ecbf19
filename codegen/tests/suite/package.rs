//! The package of a crate: its manifest, its README and the first page of its documentation.

use tinsmith::{Config, GeneratedCrate, Runtime, generate};

fn generated(config: &Config) -> GeneratedCrate {
    generate(config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

fn config() -> Config {
    Config::new("tests/golden/protocol_cbor/model.json")
}

#[test]
fn packages_are_published_only_if_asked() {
    let private = generated(&config());
    for path in ["Cargo.toml", "runtime/Cargo.toml"] {
        assert!(private.files[path].contains("\npublish = false\n"), "{path}");
    }

    let public = generated(&Config { publish: true, ..config() });
    for path in ["Cargo.toml", "runtime/Cargo.toml"] {
        assert!(!public.files[path].contains("publish"), "{path}");
    }
}

#[test]
fn published_package_depends_on_a_version_of_the_runtime() {
    let version = format!("version = \"{}\", path = ", env!("CARGO_PKG_VERSION"));
    for runtime in [Runtime::Inside, Runtime::Shared("../runtime".to_owned())] {
        let private = generated(&Config { runtime: runtime.clone(), ..config() });
        assert!(!private.files["Cargo.toml"].contains(&version), "{}", private.files["Cargo.toml"]);
        let public = generated(&Config { publish: true, runtime, ..config() });
        assert!(public.files["Cargo.toml"].contains(&version), "{}", public.files["Cargo.toml"]);
    }
}

#[test]
fn readme_and_first_page_have_the_protocol() {
    let generated = generated(&config());
    assert!(generated.files["README.md"].contains("protocol rpcv2Cbor"), "{}", generated.files["README.md"]);
    let page = &generated.files["src/lib.rs"];
    assert!(
        page.contains("//! Each operation is a method of `Client`. The protocol is `rpcv2Cbor`."),
        "{page}"
    );
}

#[test]
fn first_page_has_the_dependency_and_a_program() {
    let generated = generated(&Config { crate_name: Some("my-things".to_owned()), ..config() });
    let page = &generated.files["src/lib.rs"];
    for line in [
        "//! my-things = { path = \"path/to/my-things\" }",
        "//! use my_things::{Client, Error};",
        "//! async fn main() -> ExitCode {",
    ] {
        assert!(page.lines().any(|it| it == line), "{line}: {page}");
    }
    let placeholders = ["{name}", "{library}", "{call}", "{protocol}", "{derives}"];
    assert!(placeholders.iter().all(|placeholder| !page.contains(placeholder)), "{page}");
}
