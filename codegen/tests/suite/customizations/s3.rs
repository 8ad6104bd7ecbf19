//! The rows of S3.

use serde_json::{Map, Value, json};
use tinsmith::{Config, GeneratedCrate, Selection, generate, generate_from, pass, read};

use super::{file, has, label, merge, model, string};

/// Generates a crate of all operations. Unlike `generated`, the model need not have all operations of the rows.
fn whole(model: &Value) -> GeneratedCrate {
    let model = read::text("model.json", &model.to_string()).unwrap();
    pass::validate(&model).unwrap();
    let config =
        Config { selection: Selection::All, crate_name: Some("s3".to_owned()), ..Config::new("model.json") };
    generate_from(&model, &config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// Returns the model of an operation of S3.
fn s3(operation: &str, method: &str, uri: &str, output: &Value) -> GeneratedCrate {
    let input = if uri.contains("Key") {
        json!({"Bucket": label(), "Key": label()})
    } else {
        json!({"Bucket": label()})
    };
    let output = json!({
        "example#Output": {"type": "structure", "members": output, "traits": {"smithy.api#output": {}}},
        "example#Expires": {"type": "string"},
    });
    let mut model = model("S3", "restXml", operation, (method, uri), &input, output);
    let input =
        json!({"example#ObjectInput": {"type": "structure", "members": {"Bucket": label(), "Key": label()}}});
    merge(model["shapes"].as_object_mut().unwrap(), input.as_object().unwrap().clone());
    whole(&model)
}

#[test]
fn the_bucket_is_placed_by_rules_and_not_empty() {
    for (uri, expected) in
        [("/{Bucket}?acl", "/?acl"), ("/{Bucket}", "/"), ("/{Bucket}/{Key+}?x", "/{Key+}?x")]
    {
        let generated = s3("GetThing", "GET", uri, &json!({}));
        has(&generated, "src/operation/get_thing/input.rs", &format!("\"{expected}\""));
        has(&generated, "src/operation/get_thing.rs", r#"require_text(&input.bucket, "Bucket", Self::NAME)"#);
    }
}

#[test]
fn s3_signs_paths_as_they_are_and_has_errors_of_its_own() {
    let generated = s3("GetThing", "GET", "/{Bucket}", &json!({}));
    let path = "src/service.rs";
    has(
        &generated,
        path,
        "double_uri_encode: false, normalize_uri_path: false, content_sha256_header: true,",
    );
    has(&generated, path, r#"transient_errors: &["BadDigest", "InternalError"],"#);
    has(&generated, path, r#"not_found_code: Some("NotFound"),"#);
    has(&generated, path, "has_extended_request_id: true,");
    has(&generated, "src/operation/get_thing.rs", "protocol::is_xml_error::<Self>(response)");
    has(&generated, "src/operation.rs", "pub use ::tinsmith_runtime::error::RequestIdExt;");
    has(&generated, "src/operation/get_thing/output.rs", "pub(crate) _extended_request_id: Option<String>,");
    has(&generated, "src/operation/get_thing/output.rs", "=> always extended_output GetThingOutput");
    has(&generated, "src/operation/get_thing/error.rs", "impl RequestIdExt for GetThingError");
    has(&generated, "src/error_meta.rs", "impl RequestIdExt for Error");
}

/// Returns the model of an operation of S3, with members of its input and output, and further shapes.
fn s3_with(operation: &str, input: Value, output: &Value, shapes: Value) -> GeneratedCrate {
    let (Value::Object(input), Value::Object(mut shapes)) = (input, shapes) else { panic!("members") };
    let mut members = json!({"Bucket": label()});
    merge(members.as_object_mut().unwrap(), input);
    shapes.insert("example#Output".to_owned(), json!({"type": "structure", "members": output}));
    let model = model("S3", "restXml", operation, ("PUT", "/{Bucket}"), &members, Value::Object(shapes));
    whole(&model)
}

#[test]
fn encryption_keys_of_s3_have_an_md5_and_copy_sources_are_encoded() {
    let header = |name: &str| string(&[("httpHeader", json!(name))]);
    let input = json!({
        "CopySource": header("x-amz-copy-source"),
        "SSECustomerKey": header("key"),
        "SSECustomerKeyMD5": header("key-md5"),
        "CopySourceSSECustomerKey": header("source-key"),
        "CopySourceSSECustomerKeyMD5": header("source-key-md5"),
    });
    let generated = s3_with("CopyThing", input, &json!({}), json!({}));
    let path = "src/operation/copy_thing.rs";
    has(&generated, path, "encode_non_graphic(&mut input.copy_source);");
    for field in ["sse_customer_key", "copy_source_sse_customer_key"] {
        let code = format!("set_key_md5(input.{field}.as_deref(), &mut input.{field}_md5,);");
        has(&generated, path, &code);
    }
    has(&generated, "Cargo.toml", r#""content-md5""#);
}

#[test]
fn listings_of_s3_are_url_encoded() {
    let fields = ["Delimiter", "KeyMarker", "Marker", "NextKeyMarker", "NextMarker", "Prefix", "StartAfter"];
    let lists = [
        ("CommonPrefixes", "Prefix"),
        ("Contents", "Key"),
        ("DeleteMarkers", "Key"),
        ("Uploads", "Key"),
        ("Versions", "Key"),
    ];
    let mut output = json!({"EncodingType": string(&[]), "ContinuationToken": string(&[])});
    let members = output.as_object_mut().unwrap();
    members.extend(fields.map(|field| (field.to_owned(), string(&[]))));
    members.extend(lists.map(|(list, _)| (list.to_owned(), json!({"target": "example#Items"}))));
    let shapes = json!({
        "example#Items": {"type": "list", "member": {"target": "example#Item"}},
        "example#Item": {"type": "structure", "members": {"Key": string(&[]), "Prefix": string(&[])}},
    });
    let input = json!({"EncodingType": string(&[("httpQuery", json!("encoding-type"))])});
    for operation in ["ListMultipartUploads", "ListObjectVersions", "ListObjects", "ListObjectsV2"] {
        let generated = s3_with(operation, input.clone(), &output, shapes.clone());
        let path = generated.files.keys().find(|path| path.ends_with("/fluent_builder.rs")).unwrap();
        let path = format!("{}.rs", path.trim_end_matches("/fluent_builder.rs"));
        has(&generated, &path, "set_url_encoding(&mut input.encoding_type)");
        for field in
            ["delimiter", "key_marker", "marker", "next_key_marker", "next_marker", "prefix", "start_after"]
        {
            has(&generated, &path, &format!("decode_url(&mut output.{field});"));
        }
        for (list, field) in [
            ("common_prefixes", "prefix"),
            ("contents", "key"),
            ("delete_markers", "key"),
            ("uploads", "key"),
            ("versions", "key"),
        ] {
            let code = format!(
                "in output.{list}.iter_mut().flatten() {{ protocol::decode_url(&mut item.{field}); }}"
            );
            has(&generated, &path, &code);
        }
        assert!(!file(&generated, &path).contains("output.continuation_token"));
    }
}

#[test]
fn some_requests_of_s3_can_be_presigned() {
    let generated = s3("GetObject", "GET", "/{Bucket}/{Key+}", &json!({}));
    let path = "src/operation/get_object/fluent_builder.rs";
    has(&generated, path, "pub async fn presigned(self, presigning_config: PresigningConfig,)");
    has(&generated, "src/presigning.rs", "pub async fn presigned(");
    assert!(!s3("CopyObject", "PUT", "/{Bucket}/{Key+}", &json!({})).files.contains_key("src/presigning.rs"));
}

#[test]
fn uploads_to_s3_by_forms_can_be_presigned() {
    let generated = s3("PutObject", "PUT", "/{Bucket}/{Key+}", &json!({}));
    let path = "src/operation/put_object.rs";
    has(&generated, path, "[input.bucket.as_deref(), input.key.as_deref()]");
    let path = "src/operation/put_object/fluent_builder.rs";
    has(&generated, path, "pub async fn presigned_post(self, policy: PostPolicy,)");
    has(
        &generated,
        "src/presigning.rs",
        "pub use tinsmith_runtime::presigning::{PostPolicy, PresignedPost};",
    );
    has(&generated, "Cargo.toml", r#""post-policy""#);
    let other = s3("GetObject", "GET", "/{Bucket}/{Key+}", &json!({}));
    assert!(!file(&other, "src/presigning.rs").contains("PostPolicy"));
}

/// Generates a crate of which only `GetObject` is selected.
fn with_get_object(model: &Value) -> GeneratedCrate {
    let model = read::text("model.json", &model.to_string()).unwrap();
    let config = Config {
        selection: Selection::Named(vec!["GetObject".to_owned()]),
        crate_name: Some("s3".to_owned()),
        ..Config::new("model.json")
    };
    generate_from(&model, &config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

#[test]
fn sessions_of_s3_are_created_for_endpoints_that_require_them() {
    let bucket = || json!({"Bucket": label()});
    let credentials =
        ["AccessKeyId", "SecretAccessKey", "SessionToken"].map(|member| (member.to_owned(), string(&[])));
    let mut credentials = Map::from_iter(credentials);
    credentials.insert("Expiration".to_owned(), json!({"target": "smithy.api#Timestamp"}));
    let output = json!({"Credentials": {"target": "example#Credentials"}});
    let shapes = json!({
        "example#GetObject": {
            "type": "operation",
            "input": {"target": "example#Input"},
            "output": {"target": "smithy.api#Unit"},
            "traits": {"smithy.api#http": {"method": "GET", "uri": "/{Bucket}"}},
        },
        "example#Output": {"type": "structure", "members": output},
        "example#Credentials": {"type": "structure", "members": credentials},
    });
    let http = ("GET", "/{Bucket}?session");
    let mut model = model("S3", "restXml", "CreateSession", http, &bucket(), shapes);
    let service = &mut model["shapes"]["example#Service"];
    service["operations"] = json!([{"target": "example#CreateSession"}, {"target": "example#GetObject"}]);
    let rules = &mut service["traits"]["smithy.rules#endpointRuleSet"];
    rules["parameters"]["Bucket"] = json!({"type": "string"});
    let without = with_get_object(&model);
    assert!(!without.files.contains_key("src/operation/create_session.rs"));
    let schemes = json!([{"name": "sigv4-s3express", "signingName": "s3express"}]);
    let rules = &mut model["shapes"]["example#Service"]["traits"]["smithy.rules#endpointRuleSet"];
    rules["rules"][0]["endpoint"]["properties"] = json!({"authSchemes": schemes});
    let with = with_get_object(&model);
    assert!(with.warnings.is_empty(), "{:?}", with.warnings);
    let path = "src/operation/create_session/fluent_builder.rs";
    has(&with, path, "params.get::<Params>()?.bucket()");
    has(&with, path, "CreateSessionInputBuilder::default().bucket(bucket).build()");
    has(&with, path, "let credentials = output.credentials?;");
    has(&with, path, "access_key_id: credentials.access_key_id,");
    has(&with, "src/service.rs", "session: Some(self::auth::SESSION),");
    has(&with, "src/service/auth.rs", "const SESSION: Session = Session::of::<CreateSession>();");
    has(&with, "src/service.rs", "Scheme::SigV4Session");
    has(&with, "Cargo.toml", r#""session-auth""#);
}

#[test]
fn settings_of_s3_are_in_the_environment_and_in_profiles() {
    let mut model = model("S3", "restXml", "GetThing", ("GET", "/"), &json!({}), json!({}));
    let traits = &mut model["shapes"]["example#Service"]["traits"];
    let settings = ["UseArnRegion", "DisableMultiRegionAccessPoints", "DisableS3ExpressSessionAuth", "Other"];
    for setting in settings {
        let parameter = json!({"type": "boolean"});
        traits["smithy.rules#endpointRuleSet"]["parameters"][setting] = parameter.clone();
        traits["smithy.rules#clientContextParams"][setting] =
            json!({"type": "boolean", "documentation": "A setting."});
    }
    let generated = whole(&model);
    let path = "src/service/endpoint/settings.rs";
    for (holder, variable, key) in [
        ("UseArnRegion", "AWS_S3_USE_ARN_REGION", "s3_use_arn_region"),
        (
            "DisableMultiRegionAccessPoints",
            "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
            "s3_disable_multiregion_access_points",
        ),
        (
            "DisableS3ExpressSessionAuth",
            "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH",
            "s3_disable_express_session_auth",
        ),
    ] {
        has(&generated, path, &format!("&SERVICE, \"{variable}\", \"{key}\""));
        has(&generated, path, &format!("layer.store_or_unset(flag.map({holder}));"));
    }
    assert_eq!(file(&generated, path).matches("service_flag(").count(), 3);
    has(&generated, "src/service.rs", "settings: Some(self::endpoint::settings::copy_settings),");
}

#[test]
fn bodies_that_are_strings_are_not_errors() {
    let output = json!({"Policy": string(&[("httpPayload", json!({}))])});
    let generated = s3("GetBucketPolicy", "GET", "/{Bucket}?policy", &output);
    assert!(!file(&generated, "src/operation/get_bucket_policy.rs").contains("is_xml_error"));
}

#[test]
fn the_location_of_a_bucket_has_no_element_around_it() {
    let generated =
        s3("GetBucketLocation", "GET", "/{Bucket}?location", &json!({"LocationConstraint": string(&[])}));
    has(&generated, "src/operation/get_bucket_location/output.rs", ".with_xml_unwrapped_output()");
}

#[test]
fn heads_have_the_error_of_what_does_not_exist() {
    let generated = s3("HeadObject", "HEAD", "/{Bucket}/{Key+}", &json!({}));
    has(&generated, "src/operation/head_object/error.rs", "NotFound(NotFound)");
    let other = s3("GetObject", "GET", "/{Bucket}/{Key+}", &json!({}));
    assert!(!file(&other, "src/operation/get_object/error.rs").contains("NotFound"));
}

#[test]
fn an_expiration_that_is_not_a_date_is_kept_as_text() {
    let output = json!({
        "Expires": {"target": "example#Expires", "traits": {"smithy.api#httpHeader": "Expires"}},
        "VersionId": string(&[("httpHeader", json!("x-amz-version-id"))]),
    });
    let generated = s3("HeadObject", "HEAD", "/{Bucket}/{Key+}", &output);
    let path = "src/operation/head_object/output.rs";
    has(&generated, path, "pub expires: Option<DateTime>,");
    has(&generated, path, "pub expires_string: Option<String>,");
    let text = file(&generated, path);
    assert!(text.find("pubexpires_string") < text.find("pubversion_id"), "it follows `expires`");
    has(
        &generated,
        "src/operation/head_object.rs",
        r#"keep_raw_date(response, "Expires", "ExpiresString");"#,
    );
    has(&generated, "src/operation/head_object/fluent_builder.rs", "ResponseAdaptation::of::<HeadObject>()");
}

/// Generates the crate of the golden with transfers, with some of its operations.
fn with_transfers(operations: &[&str]) -> GeneratedCrate {
    let config = Config {
        selection: Selection::Named(operations.iter().map(|name| (*name).to_owned()).collect()),
        crate_name: Some("s3".to_owned()),
        ..Config::new("tests/golden/transfer/model.json")
    };
    generate(&config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

#[test]
fn large_objects_of_s3_are_transferred_in_parts() {
    let uploads = [
        "AbortMultipartUpload",
        "CompleteMultipartUpload",
        "CreateMultipartUpload",
        "ListParts",
        "PutObject",
        "UploadPart",
    ];
    let (path, feature) =
        ("src/transfer.rs", r#"transfer=["client","rt-tokio","tinsmith-runtime/transfer"]"#);
    let generated = with_transfers(&uploads);
    has(&generated, path, "PartLimits = PartLimits { min_size: 5242880, max_count: 10000, };");
    has(&generated, path, "copied!(UploadPartInputBuilder, input { bucket, key, checksum_algorithm })");
    has(&generated, path, r#"require_in_parts(input.write_offset_bytes.is_some(), "write_offset_bytes")?;"#);
    has(&generated, path, "require_full_object(in_parts && input.checksum_sha256.is_some()");
    has(&generated, "Cargo.toml", feature);
    has(&generated, "src/lib.rs", r#"#[cfg(feature = "transfer")] pub mod transfer;"#);
    assert!(!file(&generated, path).contains("GetObject"));

    let generated = with_transfers(&["GetObject", "PutObject"]);
    has(&generated, path, "impl RangedDownload for GetObject");
    assert!(!file(&generated, path).contains("PutObject"));
    assert!(!file(&generated, "src/operation/put_object/fluent_builder.rs").contains("upload("));

    let generated = with_transfers(&uploads[1..]);
    assert!(!generated.files.contains_key(path));
    assert!(!file(&generated, "Cargo.toml").contains("transfer="));
}
