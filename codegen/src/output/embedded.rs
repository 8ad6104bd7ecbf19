//! Embedded files: the runtime crate, and the template files of generated crates.

use std::collections::BTreeMap;

use crate::emit;
use crate::plan::{AuthTokenKind, AuthTokenPlan, ClientSetting, CratePlan};

include!(concat!(env!("OUT_DIR"), "/embedded_files.rs"));

/// `Cargo.toml` of the runtime crate.
const RUNTIME_CARGO_TOML: &str = include_str!("../../embedded/runtime.toml");

/// Start of the table that a written runtime crate does not have. It is the last one of the file.
const DEV_DEPENDENCIES: &str = "\n[dev-dependencies]";

/// First and last key of the published package that a written one does not have.
const PUBLISHED: [&str; 2] = ["\nreadme = ", "\ninclude = "];

/// `Cargo.toml` of generated crates, with placeholders.
pub(super) const CARGO_TOML_TEMPLATE: &str = include_str!("../../template/manifest.toml");

/// rustfmt configuration of written crates.
pub(super) const RUSTFMT: &str =
    "# The generator formats these files itself.\ndisable_all_formatting = true\n";

/// Placeholders in template files for re-exports, which only some crates need.
const WAITERS: &str = "// {waiters}\n\n";
const SETTINGS: &str = "// {settings}\n";
const STREAMS: &str = "// {streams}\n";
const UPLOADS: &str = "// {uploads}\n";

/// Re-exports of the module `config`, by their settings.
const SETTING_TYPES: [(&[ClientSetting], &str); 7] = [
    (
        &[ClientSetting::Checksum],
        "#[cfg(feature = \"client\")]\npub use aws_smithy_types::checksum_config::RequestChecksumCalculation;\n",
    ),
    (
        &[ClientSetting::ResponseChecksum],
        "#[cfg(feature = \"client\")]\npub use aws_smithy_types::checksum_config::ResponseChecksumValidation;\n",
    ),
    (&[ClientSetting::IdempotencyToken], "pub use tinsmith_runtime::config::IdempotencyTokenProvider;\n"),
    (
        &[ClientSetting::ApiKey, ClientSetting::BasicAuth, ClientSetting::BearerToken],
        "#[cfg(feature = \"client\")]\npub use aws_smithy_runtime_api::client::identity::ResolveIdentity;\n",
    ),
    (
        &[ClientSetting::ApiKey, ClientSetting::BearerToken],
        "#[cfg(feature = \"client\")]\npub use aws_smithy_runtime_api::client::identity::http::Token;\n",
    ),
    (
        &[ClientSetting::BasicAuth],
        "#[cfg(feature = \"client\")]\npub use aws_smithy_runtime_api::client::identity::http::Login;\n",
    ),
    (
        &[ClientSetting::BearerToken],
        "#[cfg(feature = \"client\")]\n\
         pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};\n",
    ),
];

/// Re-exports of the module `presigning` for crates with uploads by HTML forms.
const UPLOAD_TYPES: &str = "pub use tinsmith_runtime::presigning::{PostPolicy, PresignedPost};\n";

/// Re-exports of the module `primitives` for crates with streams.
const STREAM_TYPES: &str = "\
pub use aws_smithy_types::{
    body::SdkBody,
    byte_stream::{AggregatedBytes, ByteStream, error::Error as ByteStreamError},
};
#[cfg(feature = \"rt-tokio\")]
pub use aws_smithy_types::byte_stream::{FsBuilder, Length};
";

/// The module of event streams in `primitives`, for crates without them.
const NO_EVENTS: &str = "\
/// Event streams. No operation of this crate uses them; the module exists for compatibility with the official crates.
pub mod event_stream {}
";

/// The same for crates with event streams.
const EVENTS: &str = "\
/// Event streams: bodies of requests and responses that are sequences of messages.
pub mod event_stream {
    pub use aws_smithy_types::{
        event_stream::{Header, HeaderValue, Message},
        str_bytes::StrBytes,
    };
    pub use tinsmith_runtime::events::{EventReceiver, EventStreamSender};
}
";

/// Line of the manifests of crates that are not published.
const NOT_PUBLISHED: &str = "publish = false\n";

/// Returns the files of the runtime crate as the package `name`, without its tests.
pub(super) fn runtime(name: &str, is_publishable: bool) -> BTreeMap<String, String> {
    let (cargo_toml, _) = RUNTIME_CARGO_TOML.split_once(DEV_DEPENDENCIES).unwrap_or((RUNTIME_CARGO_TOML, ""));
    let cargo_toml = unpublished(cargo_toml).unwrap_or_else(|| cargo_toml.to_owned());
    let cargo_toml = cargo_toml.replacen("name = \"tinsmith-runtime\"", &format!("name = \"{name}\""), 1);
    let cargo_toml = if is_publishable { cargo_toml.replacen(NOT_PUBLISHED, "", 1) } else { cargo_toml };
    let mut files: BTreeMap<String, String> =
        RUNTIME_FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    files.insert("Cargo.toml".to_owned(), format!("{}\n", cargo_toml.trim_end()));
    files.insert("rustfmt.toml".to_owned(), RUSTFMT.to_owned());
    files
}

/// Returns the manifest without the keys of a published package; `None` if they are not there.
fn unpublished(cargo_toml: &str) -> Option<String> {
    let [first, last] = PUBLISHED;
    let (head, keys) = cargo_toml.split_once(first)?;
    let (_, rest) = keys.split_once(last)?;
    let (_, tail) = rest.split_once('\n')?;
    Some(format!("{head}\npublish = false\n{tail}"))
}

/// Returns the template files that a crate needs, each after `header`.
pub(super) fn template(plan: &CratePlan, header: &str) -> BTreeMap<String, String> {
    let tests = emit::protocol_test_support(&plan.tests);
    let token = plan.service.customization.auth_token;
    let needed = |path: &str| match path.rsplit_once('/') {
        Some(("src/service", file)) => {
            let module = file.trim_end_matches(".rs");
            plan.settings.iter().any(|setting| emit::setting_module(*setting) == module)
        }
        Some(("src/auth_token", file)) => token.is_some_and(|token| token_template(token.kind) == file),
        Some(("src", "presigning.rs")) => plan.is_presignable(),
        Some(("src/protocol_tests", file)) => tests.contains(&file.trim_end_matches(".rs")),
        _ => true,
    };
    let has_waiters = plan.operations.iter().any(|operation| !operation.waiters.is_empty());
    let waiters = if has_waiters { "pub use crate::waiters::Waiters;\n\n" } else { "" };
    let exports: String = SETTING_TYPES
        .iter()
        .filter(|(settings, _)| settings.iter().any(|setting| plan.settings.contains(setting)))
        .map(|(_, export)| *export)
        .collect();
    let streams = if plan.streams() { STREAM_TYPES } else { "" };
    let uploads = if plan.uploads() { UPLOAD_TYPES } else { "" };
    let events = if plan.event_errors.is_empty() { NO_EVENTS } else { EVENTS };
    let filled = |text: &str| {
        let filled = text.replace(WAITERS, waiters).replace(SETTINGS, &exports);
        filled.replace(STREAMS, streams).replace(UPLOADS, uploads).replace(NO_EVENTS, events)
    };
    TEMPLATE_FILES
        .iter()
        .filter(|(path, _)| needed(path))
        .map(|(path, text)| match token.filter(|_| path.starts_with("src/auth_token/")) {
            Some(token) => {
                ("src/auth_token.rs".to_owned(), format!("{header}\n{}", with_token(text, token, &plan.name)))
            }
            None => ((*path).to_owned(), format!("{header}\n{}", filled(text))),
        })
        .collect()
}

/// Returns the template file of a kind of tokens.
fn token_template(kind: AuthTokenKind) -> &'static str {
    match kind {
        AuthTokenKind::User => "user.rs",
        AuthTokenKind::Cluster { .. } => "cluster.rs",
    }
}

/// Fills the placeholders of a template file of tokens.
fn with_token(text: &str, token: AuthTokenPlan, name: &str) -> String {
    let admin_action = match token.kind {
        AuthTokenKind::User => "",
        AuthTokenKind::Cluster { admin_action } => admin_action,
    };
    text.replace("{library}", &name.replace('-', "_"))
        .replace("{signing_name}", token.signing_name)
        .replace("{action}", token.action)
        .replace("{admin_action}", admin_action)
}

#[cfg(test)]
mod tests {
    use super::{
        DEV_DEPENDENCIES, NO_EVENTS, RUNTIME_CARGO_TOML, SETTINGS, STREAMS, TEMPLATE_FILES, UPLOADS, WAITERS,
        runtime,
    };
    use crate::name;

    #[test]
    fn runtime_and_generator_have_the_same_version() {
        let version = format!("\nversion = \"{}\"\n", env!("CARGO_PKG_VERSION"));
        assert!(RUNTIME_CARGO_TOML.contains(&version));
    }

    #[test]
    fn configuration_methods_are_listed_in_the_name_table() {
        let builders = TEMPLATE_FILES.iter().filter(|(_, text)| text.contains("impl Builder {"));
        let methods = builders.flat_map(|(_, text)| text.lines()).filter_map(|line| {
            let rest = line.trim().strip_prefix("pub fn ")?;
            Some(rest.split(['(', '<']).next().unwrap_or(rest))
        });
        for method in methods {
            assert!(name::is_config_method(method), "`CONFIG_METHODS` does not contain {method}");
        }
    }

    #[test]
    fn each_placeholder_occurs_in_a_template_file() {
        for placeholder in [WAITERS, SETTINGS, STREAMS, UPLOADS, NO_EVENTS] {
            assert!(TEMPLATE_FILES.iter().any(|(_, text)| text.contains(placeholder)), "{placeholder}");
        }
    }

    #[test]
    fn written_runtime_has_its_own_name_and_no_tests() {
        assert!(RUNTIME_CARGO_TOML.contains(DEV_DEPENDENCIES));
        let files = runtime("weather-runtime", false);
        let cargo_toml = &files["Cargo.toml"];
        assert!(cargo_toml.contains("name = \"weather-runtime\"\n"), "{cargo_toml}");
        assert!(cargo_toml.contains("\npublish = false\n"), "{cargo_toml}");
        assert!(!cargo_toml.contains("readme") && !cargo_toml.contains("include"), "{cargo_toml}");
        assert!(!cargo_toml.contains(DEV_DEPENDENCIES) && !cargo_toml.contains("ciborium"), "{cargo_toml}");
        assert!(files.keys().all(|path| !path.starts_with("tests/")));
        assert!(files.contains_key("src/lib.rs"));
    }
}
