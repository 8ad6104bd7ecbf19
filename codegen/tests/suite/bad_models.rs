//! Models that nothing can be generated from: `bad_models/<case>.json` and what is said about each,
//! `bad_models/<case>.stderr`. `SNAPSHOTS=overwrite cargo test -p tinsmith bad_models` blesses.

use std::path::Path;

use snapbox::Data;
use tinsmith::{Config, Selection, generate};

/// Files that are bad by themselves.
const MODELS: &[&str] = &[
    "a_number",
    "api_key_in_no_header",
    "apply_to_unknown_shape",
    "bad_shape_id",
    "bad_version",
    "blank",
    "checksum_by_unknown_member",
    "client_parameter_taken",
    "client_parameter_type",
    "client_parameter_unknown",
    "dangling_operation",
    "dangling_target",
    "dangling_target_far",
    "deeply_nested",
    "derive_in_a_model",
    "default_of_wrong_type",
    "duplicate_member",
    "duplicate_shape",
    "empty",
    "endless_list",
    "endless_map",
    "host_label_is_a_number",
    "header_of_a_prefix",
    "host_prefix_holds_a_path",
    "host_prefix_unclosed_brace",
    "host_prefix_unknown_label",
    "enum_value_is_a_number",
    "endpoint_prefix_no_host",
    "infer_paginators_of_a_structure",
    "infer_paginators_text",
    "input_is_a_list",
    "input_parameter_type",
    "int_enum_without_value",
    "invalid_json",
    "list_without_member",
    "map_key_is_a_number",
    "member_name",
    "member_name_injects",
    "member_name_of_underscores",
    "member_targets_operation",
    "members_are_a_list",
    "mixin_as_target",
    "mixin_with_input",
    "mixin_without_trait",
    "name_for_no_file",
    "needs_a_user_pool",
    "no_operations",
    "no_service",
    "no_shapes",
    "not_a_model",
    "not_utf8",
    "null",
    "paginator_path_through_text",
    "paginator_taken_method",
    "paginator_token_is_a_number",
    "paginator_tokens_differ",
    "paginator_unknown_path",
    "paginator_unknown_token",
    "paginator_without_output_token",
    "path_to_a_list",
    "path_unknown_member",
    "path_unread",
    "rename_of_an_operation",
    "required_cycle",
    "rules_as_diagram",
    "rules_built_in_type",
    "rules_choice_of_partitions",
    "rules_flag_wanted",
    "rules_mixed_types",
    "rules_negative_number",
    "rules_number_of_arguments",
    "rules_parameter_default",
    "rules_parameter_of_another_method",
    "rules_parameter_type",
    "rules_parameter_without_name",
    "rules_parameters_alike",
    "rules_part_of_text",
    "rules_part_that_may_be_missing",
    "rules_several_errors",
    "rules_text_wanted",
    "rules_unclosed_brace",
    "rules_unknown_function",
    "rules_unknown_kind",
    "rules_unknown_part",
    "rules_unknown_reference",
    "rules_version",
    "rules_without_is_set",
    "rust_name_is_a_keyword",
    "rust_name_is_a_path",
    "same_rust_field",
    "same_rust_type",
    "shape_id_with_path",
    "shape_id_without_namespace",
    "shapes_are_a_list",
    "static_parameter_type",
    "static_parameter_unknown",
    "target_is_no_shape_id",
    "target_prefix",
    "token_is_a_number",
    "timestamp_format",
    "trailing_text",
    "trait_values",
    "traits_are_text",
    "truncated_json",
    "two_services",
    "unit_outside_of_a_union",
    "unknown_trait_of_ours",
    "unknown_type",
    "unsupported_protocol",
    "version_is_a_number",
    "waiter_delay_is_zero",
    "waiter_delays",
    "waiter_expects_no_boolean",
    "waiter_name",
    "waiter_unknown_comparator",
    "waiter_unknown_state",
    "waiter_without_acceptors",
    "waiter_without_matcher",
    "waiters_of_one_name",
    "wrong_json_type",
];

/// Overlays that do not fit `good.json`.
const OVERLAYS: &[&str] = &[
    "overlay_defines_a_shape",
    "overlay_far_member",
    "overlay_unknown_member",
    "overlay_unknown_shape",
    "overlay_without_version",
];

/// Overlays that do not fit `full.json`, which has shapes of every kind.
const OVERLAYS_OF_ALL_KINDS: &[&str] = &[
    "overlay_attributes",
    "overlay_attributes_without_derive",
    "overlay_dependencies",
    "overlay_derive_members",
    "overlay_derive_of_all",
    "overlay_derive_paths",
    "overlay_derive_undeclared",
    "overlay_misspelled_trait",
    "overlay_rust_names",
    "overlay_rust_names_clash",
    "overlay_rust_names_of_types_clash",
    "overlay_statement_key",
    "overlay_takes_away_nothing",
    "overlay_trait_on_wrong_kind",
    "overlay_unknown_trait_of_ours",
    "overlay_waiter_path",
    "overlay_wrong_value",
];

/// Paths that are not a model file: the case, and what is named.
const PATHS: &[(&str, &str)] = &[
    ("archive", "archive.zip"),
    ("binary", "binary.json"),
    ("botocore_deeply_nested", "botocore_deeply_nested"),
    ("botocore_protocol", "botocore_protocol"),
    ("botocore_service_id", "botocore_service_id"),
    ("botocore_unknown_location", "botocore_unknown_location"),
    ("botocore_unknown_member", "botocore_unknown_member"),
    ("botocore_unknown_operation", "botocore_unknown_operation"),
    ("botocore_unknown_type", "botocore_unknown_type/service-2.json"),
    ("botocore_waiter_status", "botocore_waiter_status"),
    ("botocore_without_shapes", "botocore_without_shapes"),
    ("damaged_gzip", "damaged.json.gz"),
    ("error_page", "error_page.json"),
    ("folder_without_model", "empty_folder"),
    ("missing_file", "there_is_no_such_file.json"),
    ("missing_folder", "there_is_no_such_folder/model.json"),
    ("smithy_idl", "model.smithy"),
    ("utf_16", "utf_16.json"),
    ("yaml", "model.yaml"),
];

/// Selections that the model cannot serve: the case, the model, the operations.
const SELECTIONS: &[(&str, &str, &[&str])] = &[
    ("no_operation_selected", "good", &[]),
    ("stream_compressed", "whole_stream", &["PutCompressed"]),
    ("stream_with_md5", "whole_stream", &["PutDigest"]),
    ("streaming_by_name", "streaming", &["GetThing", "Watch"]),
    ("unknown_operation", "good", &["GetThin"]),
    ("unknown_operation_by_case", "good", &["getThing"]),
    ("unknown_operation_far", "good", &["Zzz", "GetThing"]),
];

#[test]
fn bad_models_are_explained() {
    check(MODELS.iter().map(|case| (*case, config(&format!("{case}.json")))));
}

/// Excerpts of text beyond ASCII.
#[test]
fn places_beyond_ascii_are_shown() {
    check(
        ["byte_order_mark", "byte_order_mark_first", "beyond_ascii"]
            .map(|case| (case, config(&format!("{case}.json")))),
    );
}

#[test]
fn overlays_that_do_not_fit_are_explained() {
    check(OVERLAYS.iter().map(|case| {
        let overlays = vec![config(&format!("{case}.json")).model];
        (*case, Config { overlays, ..config("good.json") })
    }));
}

#[test]
fn what_overlays_say_wrongly_is_explained() {
    check(OVERLAYS_OF_ALL_KINDS.iter().map(|case| (*case, overlaid(&[case]))));
}

#[test]
fn an_enum_that_is_the_key_of_a_map_keeps_its_hash() {
    let case = "overlay_key_without_hash";
    let overlays = vec![config(&format!("{case}.json")).model];
    let model = "tests/golden/map/model.json".into();
    check([(case, Config { model, overlays, ..config("good.json") })]);
}

/// The model with shapes of every kind, and overlays.
fn overlaid(overlays: &[&str]) -> Config {
    let overlays = overlays.iter().map(|case| config(&format!("{case}.json")).model).collect();
    Config { overlays, ..config("full.json") }
}

/// What changes nothing, and what two files say of the same, of which the later holds.
#[test]
fn overlays_are_warned_of() {
    let cases: [(&str, &[&str]); 2] = [
        ("overlay_unknown_trait", &["overlay_unknown_trait"]),
        ("overlay_second", &["overlay_first", "overlay_second"]),
    ];
    for (case, overlays) in cases {
        let generated = generate(&overlaid(overlays)).unwrap();
        let warnings: Vec<_> = generated.warnings.iter().map(|warning| warning.render(false)).collect();
        snapbox::assert_data_eq!(warnings.join("\n\n") + "\n", snapshot(case));
        let says_two = generated.files["src/types/connection.rs"].contains("/// Two.");
        assert_eq!(says_two, case == "overlay_second");
    }
}

#[test]
fn a_missing_overlay_is_explained() {
    let overlays = vec![config("there_is_no_overlay.json").model];
    check([("missing_overlay", Config { overlays, ..config("good.json") })]);
}

#[test]
fn paths_that_are_no_model_are_explained() {
    check(PATHS.iter().map(|(case, path)| (*case, config(path))));
}

#[test]
fn selections_that_cannot_be_served_are_explained() {
    check(SELECTIONS.iter().map(|(case, model, operations)| {
        let selection = Selection::Named(operations.iter().map(|&name| name.to_owned()).collect());
        (*case, Config { selection, ..config(&format!("{model}.json")) })
    }));
}

#[test]
fn an_unsupported_protocol_is_explained() {
    let protocol = |name: &str| Some(name.to_owned());
    check([
        ("protocol_unknown", Config { protocol: protocol("awsJson1_2"), ..config("good.json") }),
        ("protocol_far", Config { protocol: protocol("soap"), ..config("good.json") }),
    ]);
}

/// The overlay adds the case to the good model.
#[test]
fn protocol_tests_that_do_not_fit_are_explained() {
    let with = |overlay: &str| Config {
        overlays: vec![config(&format!("{overlay}.json")).model],
        protocol_tests: true,
        ..config("good.json")
    };
    let cases = ["case_of_an_unknown_member", "case_of_a_wrong_type", "case_without_status"];
    check(cases.map(|case| (case, with(case))));
}

/// What the overlay adds to the good model is generated as far as it goes, with a word on the rest.
#[test]
fn what_users_must_know_is_a_warning() {
    for case in ["discovered_endpoint", "endpoint_test_of_nothing", "example_of_nothing"] {
        let overlays = vec![config(&format!("{case}.json")).model];
        let config = Config { overlays, protocol_tests: true, ..config("good.json") };
        let warnings = generate(&config).unwrap().warnings;
        let warnings: Vec<_> = warnings.iter().map(|warning| warning.render(false)).collect();
        snapbox::assert_data_eq!(warnings.join("\n\n") + "\n", snapshot(case));
    }
}

/// The operation is selected by another one that needs it, and has no scheme that is supported.
#[test]
fn endpoint_discovery_without_a_signature_is_a_warning() {
    let overlays = vec![config("discovery_by_digest.json").model];
    let selection = Selection::Named(vec!["Query".to_owned()]);
    let config = Config { overlays, selection, ..Config::new("tests/golden/endpoint_discovery/model.json") };
    let generated = generate(&config).unwrap();
    assert!(!generated.files.contains_key("src/operation/describe_endpoints.rs"));
    let warnings: Vec<_> = generated.warnings.iter().map(|warning| warning.render(false)).collect();
    snapbox::assert_data_eq!(warnings.join("\n\n") + "\n", snapshot("discovery_by_digest"));
}

/// What is left out under `all` is a warning, and the rest is generated.
#[test]
fn streams_are_left_out_under_all() {
    let generated = generate(&config("streaming.json")).unwrap();
    assert!(generated.files.contains_key("src/operation/get_thing.rs"));
    assert!(!generated.files.contains_key("src/operation/watch.rs"));
    let warnings: Vec<_> = generated.warnings.iter().map(|warning| warning.render(false)).collect();
    snapbox::assert_data_eq!(warnings.join("\n\n") + "\n", snapshot("streaming_under_all"));
}

/// Paths that the generator does not follow are warnings: the operation can be called all the same.
#[test]
fn paths_that_are_not_supported_leave_out_what_needs_them() {
    let generated = generate(&config("paths_unsupported.json")).unwrap();
    let waiters: Vec<_> = generated.files.keys().filter(|path| path.starts_with("src/waiters/")).collect();
    assert_eq!(waiters, ["src/waiters/fine.rs"]);
    assert!(!generated.files.contains_key("src/operation/list_things/paginator.rs"));
    assert!(!generated.files["src/operation/wait_things/paginator.rs"].contains("PaginatorItems"));
    let warnings: Vec<_> = generated.warnings.iter().map(|warning| warning.render(false)).collect();
    snapbox::assert_data_eq!(warnings.join("\n\n") + "\n", snapshot("paths_unsupported"));
}

#[test]
fn packages_that_cannot_be_are_explained() {
    let named = |name: &str| Config { crate_name: Some(name.to_owned()), ..config("good.json") };
    let version = |version: &str| Config { crate_version: version.to_owned(), ..config("good.json") };
    check([
        ("crate_name_is_a_path", named("../x")),
        ("crate_name_is_a_keyword", named("type")),
        ("crate_name_is_a_device", named("con")),
        ("crate_name_of_the_runtime", named("tinsmith-runtime")),
        ("crate_name_of_the_toolchain", named("proc-macro")),
        ("crate_version_incomplete", version("1.2")),
        ("crate_version_with_letters", version("1.x")),
        (
            "settings_wrong_together",
            Config { protocol: Some("soap".to_owned()), crate_name: Some("std".to_owned()), ..version("") },
        ),
    ]);
}

#[test]
fn pre_release_versions_are_accepted() {
    let config = Config { crate_version: "0.2.0-beta.1".to_owned(), ..config("good.json") };
    assert!(generate(&config).unwrap().files["Cargo.toml"].contains("\nversion = \"0.2.0-beta.1\"\n"));
}

/// Text of the model that is neither documentation nor a literal: the title reaches comments and the manifest.
#[test]
fn a_hostile_title_is_made_harmless() {
    let model = std::fs::read_to_string("tests/bad_models/good.json").unwrap();
    let title = r#""smithy.api#title": "x\r\n```\npanic!()\n```\n\"\u0001", "aws.api#service""#;
    let hostile = model.replace(r#""aws.api#service""#, title);
    assert_ne!(hostile, model);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.json");
    std::fs::write(&path, hostile).unwrap();
    let generated = generate(&Config::new(path)).unwrap();
    for (path, text) in &generated.files {
        assert!(!text.contains("panic!()"), "{path}");
        assert!(!text.contains(['\r', '\u{1}']), "{path}");
    }
}

/// The standard rules of AWS where the service has no others; an endpoint must be set where it is not AWS's.
#[test]
fn a_service_without_rules_gets_the_standard_ones() {
    let model = std::fs::read_to_string("tests/bad_models/without_rules.json").unwrap();
    let rules = |model: &str| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model.json");
        std::fs::write(&path, model).unwrap();
        generate(&Config::new(path)).unwrap().files["src/service/endpoint.rs"].clone()
    };
    assert!(rules(&model).contains("https://thing-fips.{region}.{dual_stack_dns_suffix}"));
    let foreign = rules(&model.replace("aws.api#service", "example.bad#service"));
    assert!(foreign.contains("set one with `endpoint_url`"), "{foreign}");
}

#[test]
fn the_good_model_is_good() {
    generate(&config("good.json")).unwrap();
}

/// Compares what is said with the snapshots, all cases before the first failure is reported.
fn check(cases: impl IntoIterator<Item = (&'static str, Config)>) {
    let failures: Vec<_> = cases.into_iter().filter_map(|(case, config)| failure(case, &config)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn failure(case: &str, config: &Config) -> Option<String> {
    let Err(findings) = generate(config) else { return Some(format!("{case}: nothing was found")) };
    if !findings.has_errors() || findings.list.iter().any(|diagnostic| diagnostic.help.is_none()) {
        return Some(format!("{case}: an error or its help is missing:\n{}", findings.render(false)));
    }
    let said = findings.render(false) + "\n";
    let same = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV).try_eq(
        Some(&case),
        said.into(),
        snapshot(case),
    );
    same.err().map(|error| error.to_string())
}

fn snapshot(case: &str) -> Data {
    Data::read_from(&Path::new("tests/bad_models").join(format!("{case}.stderr")), None).raw()
}

fn config(path: &str) -> Config {
    Config::new(Path::new("tests/bad_models").join(path))
}
