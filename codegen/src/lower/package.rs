//! Name and version of the generated package.

use semver::Version;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::name::is_device;
use crate::setting::Setting;

/// Crates that come with the compiler. A dependency with such a name cannot be used, or hides the crate.
const TOOLCHAIN: [&str; 5] = ["alloc", "core", "proc_macro", "std", "test"];

/// Folders below `target` that have the names of packages. Source: `is_conflicting_artifact_name` of Cargo.
const BUILD_FOLDERS: [&str; 4] = ["build", "deps", "examples", "incremental"];

/// Checks the name of the package, which becomes a library, whose name must be an identifier.
pub(super) fn check_name(name: &str, config: &Config) -> Result<(), Diagnostic> {
    let library = name.replace('-', "_").to_lowercase();
    let cause = if !is_identifier(name) {
        "Cargo and Rust accept names of ASCII letters, digits, `-` and `_` that start with a letter and are not keywords"
    } else if TOOLCHAIN.contains(&&*library) {
        "it is the name of a crate of the Rust toolchain"
    } else if BUILD_FOLDERS.contains(&&*library) {
        "Cargo uses it as the name of a folder in `target`"
    } else if is_device(&library) {
        "it is the name of a device on Windows"
    } else if library == "tinsmith_runtime" {
        "it is the name of the runtime crate"
    } else {
        return Ok(());
    };
    let error = Diagnostic::error(format!("`{name}` cannot be the name of a package: {cause}"));
    Err(error
        .or_at(config.positions.of(Setting::CrateName, name))
        .with_help("choose another name with `crate-name` in the settings, or `--crate-name`"))
}

fn is_identifier(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let starts_with_letter = name.starts_with(|first: char| first.is_ascii_alphabetic());
    starts_with_letter
        && name.bytes().all(is_allowed)
        && syn::parse_str::<syn::Ident>(&name.replace('-', "_")).is_ok()
}

/// Checks the version of the package.
pub(super) fn check_version(config: &Config) -> Result<(), Diagnostic> {
    let version = &config.crate_version;
    let Err(cause) = Version::parse(version) else { return Ok(()) };
    let error = Diagnostic::error(format!("the crate version `{version}` is invalid: {cause}"));
    Err(error
        .or_at(config.positions.of(Setting::CrateVersion, version))
        .with_help("write three numbers, such as `0.1.0`; a pre-release may follow, such as `0.1.0-beta.1`"))
}
