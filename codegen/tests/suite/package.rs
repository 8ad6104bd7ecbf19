//! The manifest of a crate.

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
