//! Names that Rust or generated code uses.

use proc_macro2::Ident;

/// Keywords that become raw identifiers.
const RAW: [&str; 47] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// Keywords that cannot be raw.
const NEVER_RAW: [&str; 4] = ["crate", "self", "super", "yield"];

/// Returns true if a word is a keyword that no path contains: `crate`, `self`, `super` and `Self` are names of modules and types.
pub(crate) fn is_keyword(word: &Ident) -> bool {
    RAW.iter().any(|keyword| word == keyword)
}

/// Methods of every structure or its builder.
const TAKEN_FIELDS: [(&str, &str); 8] = [
    ("build", "build_value"),
    ("builder", "builder_value"),
    ("customize", "customize_value"),
    ("default", "default_value"),
    ("send", "send_value"),
    ("as_input", "as_input_value"),
    ("meta", "meta_value"),
    ("send_with", "send_with_value"),
];

/// Variants of every enum, and the only keyword that has the form of a variant.
const TAKEN_VARIANTS: [(&str, &str); 4] = [
    ("Self", "SelfValue"),
    ("SelfValue", "SelfValue_"),
    ("Unknown", "UnknownValue"),
    ("UnknownValue", "UnknownValue_"),
];

/// Methods of the builder of a client's configuration.
const CONFIG_METHODS: [&str; 91] = [
    "account_id_endpoint_mode",
    "allow_no_auth",
    "api_key",
    "api_key_resolver",
    "app_name",
    "apply_test_defaults",
    "apply_test_defaults_v2",
    "auth_scheme_preference",
    "auth_scheme_resolver",
    "basic_auth_login",
    "basic_auth_login_resolver",
    "bearer_token",
    "bearer_token_resolver",
    "behavior_version",
    "behavior_version_latest",
    "build",
    "capture_input_attributes",
    "clone",
    "credentials_provider",
    "default",
    "disable_clock_skew_correction",
    "disable_host_prefix_injection",
    "disable_request_compression",
    "emit_input_attributes",
    "endpoint_resolver",
    "endpoint_url",
    "framework_metadata",
    "from",
    "http_client",
    "idempotency_token_provider",
    "identity_cache",
    "interceptor",
    "invocation_id_generator",
    "new",
    "protocol",
    "push_auth_scheme",
    "push_framework_metadata",
    "push_interceptor",
    "push_retry_classifier",
    "region",
    "request_checksum_calculation",
    "request_min_compression_size_bytes",
    "response_checksum_validation",
    "retry_classifier",
    "retry_config",
    "retry_partition",
    "set_account_id_endpoint_mode",
    "set_allow_no_auth",
    "set_app_name",
    "set_auth_scheme_preference",
    "set_auth_scheme_resolver",
    "set_behavior_version",
    "set_credentials_provider",
    "set_disable_clock_skew_correction",
    "set_disable_host_prefix_injection",
    "set_disable_request_compression",
    "set_endpoint_resolver",
    "set_endpoint_url",
    "set_http_client",
    "set_idempotency_token_provider",
    "set_identity_cache",
    "set_interceptors",
    "set_invocation_id_generator",
    "set_protocol",
    "set_region",
    "set_request_checksum_calculation",
    "set_request_min_compression_size_bytes",
    "set_response_checksum_validation",
    "set_retry_classifiers",
    "set_retry_config",
    "set_retry_partition",
    "set_sigv4a_signing_region_set",
    "set_sleep_impl",
    "set_stalled_stream_protection",
    "set_strict_responses",
    "set_time_source",
    "set_timeout_config",
    "set_token_provider",
    "set_use_dual_stack",
    "set_use_fips",
    "sigv4a_signing_region_set",
    "sleep_impl",
    "stalled_stream_protection",
    "strict_responses",
    "time_source",
    "timeout_config",
    "token_provider",
    "use_dual_stack",
    "use_fips",
    "with_test_defaults",
    "with_test_defaults_v2",
];

pub(crate) fn escape_field(name: &str) -> String {
    if let Some((_, escaped)) = TAKEN_FIELDS.into_iter().find(|(taken, _)| *taken == name) {
        return escaped.to_owned();
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("_{name}");
    }
    match name {
        // Endpoint parameters may have any name, and `_` is not an identifier.
        "" => "empty_".to_owned(),
        name if RAW.contains(&name) => format!("r#{name}"),
        name if NEVER_RAW.contains(&name) => format!("{name}_"),
        name => name.to_owned(),
    }
}

pub(super) fn escape_module(name: &str) -> String {
    let is_keyword = RAW.contains(&name) || NEVER_RAW.contains(&name);
    let taken = is_keyword || ["builders", "error"].contains(&name) || is_device(name);
    if name.is_empty() {
        "empty_".to_owned()
    } else if taken || name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

/// Returns true if Windows treats files with this name, with any extension, as a device.
pub(crate) fn is_device(name: &str) -> bool {
    let numbered = ["com", "lpt"].into_iter().find_map(|device| name.strip_prefix(device));
    let is_number = |rest: &str| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit());
    ["aux", "con", "nul", "prn"].contains(&name) || numbered.is_some_and(is_number)
}

pub(crate) fn escape_item(name: &str) -> String {
    let led_by_digit = name.starts_with(|first: char| first.is_ascii_digit());
    match name {
        "" => "Empty".to_owned(),
        "Self" => "SelfValue".to_owned(),
        name if led_by_digit => format!("Shape{name}"),
        name => name.to_owned(),
    }
}

pub(crate) fn escape_variant(name: &str) -> String {
    let taken = TAKEN_VARIANTS.into_iter().find(|(taken, _)| *taken == name);
    taken.map_or_else(|| name.to_owned(), |(_, escaped)| escaped.to_owned())
}

/// Returns true if the builder of a client's configuration has a method with this name.
#[must_use]
pub fn is_config_method(name: &str) -> bool {
    CONFIG_METHODS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::super::{constant, field, item, module, operation, operation_item, variant};

    /// Files with these names cannot be checked out on Windows; `con` with an extension is the console as well.
    #[test]
    fn no_module_is_a_device_of_windows() {
        for (shape, expected) in [
            ("CON", "_con"),
            ("Aux", "_aux"),
            ("nul", "_nul"),
            ("Prn", "_prn"),
            ("COM1", "_com1"),
            ("Lpt9", "_lpt9"),
        ] {
            assert_eq!((module(shape).as_str(), operation(shape).as_str()), (expected, expected));
        }
        assert_eq!(["Com", "Com10", "Console", "Lpt"].map(module), ["com", "com10", "console", "lpt"]);
    }

    /// Names of endpoint parameters and of tests are arbitrary strings, and their Rust names must parse.
    #[test]
    fn every_string_becomes_an_identifier() {
        let texts = [
            "", "_", "__", "-", "é", "1", "_1", "type", "self", "crate", "yield", "Self", "gen", "a.b",
            "\u{0}",
        ];
        for text in texts {
            let names = [field, module, operation, item, operation_item, variant, constant];
            for name in names.map(|name| name(text)) {
                assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{text:?} became {name:?}");
            }
        }
    }
}
