//! The rows of the table of customizations. The runtime tests the mechanisms; here is the code that a row leads to.

use serde_json::{Map, Value, json};
use tinsmith::{Config, GeneratedCrate, Selection, generate_from, lower, pass, read};

/// Returns the model of a service with one operation.
fn model(
    sdk_id: &str,
    protocol: &str,
    operation: &str,
    http: (&str, &str),
    input: &Value,
    more: Value,
) -> Value {
    let mut shapes = json!({
        "example#Service": {
            "type": "service",
            "version": "2012-06-01",
            "operations": [{"target": format!("example#{operation}")}],
            "traits": {
                "aws.api#service": {"sdkId": sdk_id, "endpointPrefix": "service"},
                "aws.auth#sigv4": {"name": "service"},
                "smithy.api#title": "Service",
                format!("aws.protocols#{protocol}"): {},
                "smithy.rules#endpointRuleSet": {
                    "version": "1.0",
                    "parameters": {"Region": {"type": "string", "builtIn": "AWS::Region"}},
                    "rules": [{"conditions": [], "endpoint": {"url": "https://example.com"}, "type": "endpoint"}],
                },
            },
        },
        format!("example#{operation}"): {
            "type": "operation",
            "input": {"target": "example#Input"},
            "output": {"target": "example#Output"},
            "traits": {"smithy.api#http": {"method": http.0, "uri": http.1}},
        },
        "example#Input": {"type": "structure", "members": input, "traits": {"smithy.api#input": {}}},
        "example#Output": {"type": "structure", "members": {}, "traits": {"smithy.api#output": {}}},
    });
    let Value::Object(more) = more else { panic!("further shapes are an object") };
    merge(shapes.as_object_mut().unwrap(), more);
    json!({"smithy": "2.0", "shapes": shapes})
}

fn merge(shapes: &mut Map<String, Value>, more: Map<String, Value>) {
    for (id, shape) in more {
        shapes.insert(id, shape);
    }
}

fn generated(model: &Value) -> GeneratedCrate {
    let model = read::text("model.json", &model.to_string()).unwrap();
    pass::validate(&model).unwrap();
    assert_eq!(lower::unmatched_customizations(&model), Vec::<String>::new());
    let config = Config {
        selection: Selection::All,
        crate_name: Some("customized".to_owned()),
        ..Config::new("model.json")
    };
    generate_from(&model, &config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
}

/// Returns a file without white space, so that the expected code may be on one line.
fn file(generated: &GeneratedCrate, path: &str) -> String {
    let text = generated.files.get(path).unwrap_or_else(|| panic!("{path} is not among the files"));
    text.split_whitespace().collect()
}

#[track_caller]
fn has(generated: &GeneratedCrate, path: &str, code: &str) {
    let (text, code) = (file(generated, path), code.split_whitespace().collect::<String>());
    assert!(text.contains(&code), "{path} lacks {code}");
}

/// Returns a member that is a string, with traits.
fn string(traits: &[(&str, Value)]) -> Value {
    let traits: Map<String, Value> =
        traits.iter().map(|(id, value)| (format!("smithy.api#{id}"), value.clone())).collect();
    json!({"target": "smithy.api#String", "traits": traits})
}

fn label() -> Value {
    string(&[("required", json!({})), ("httpLabel", json!({}))])
}

#[test]
fn requests_of_api_gateway_accept_json() {
    let model = model("API Gateway", "restJson1", "GetApis", ("GET", "/"), &json!({}), json!({}));
    has(
        &generated(&model),
        "src/operation/get_apis.rs",
        r#"set_header(request, "accept", "application/json");"#,
    );
}

#[test]
fn queries_of_cloud_search_are_forms() {
    let input = json!({"q": string(&[("httpQuery", json!("q"))])});
    let model =
        model("CloudSearch Domain", "restJson1", "Search", ("GET", "/2013-01-01/search"), &input, json!({}));
    has(&generated(&model), "src/operation/search.rs", "protocol::query_as_form(request);");
}

#[test]
fn copies_of_databases_are_presigned_and_do_not_send_their_source() {
    let clusters: &[&str] = &["CopyDBClusterSnapshot", "CreateDBCluster"];
    let instances =
        ["CopyDBSnapshot", "CreateDBInstanceReadReplica", "StartDBInstanceAutomatedBackupsReplication"];
    let all = [clusters, &instances].concat();
    for (service, operations) in [("RDS", &*all), ("Neptune", clusters), ("DocDB", clusters)] {
        for operation in operations {
            let input = json!({"PreSignedUrl": string(&[])});
            let model = with_operations(
                &model(service, "awsQuery", operation, ("POST", "/"), &input, json!({})),
                operations,
            );
            let generated = generated(&model);
            let module = generated.files.keys().find(|path| path.ends_with("/fluent_builder.rs")).unwrap();
            let module = module.trim_end_matches("/fluent_builder.rs").to_owned();
            has(&generated, &format!("{module}/input.rs"), "pub source_region: Option<String>,");
            let operation = format!("{module}.rs");
            has(&generated, &operation, r#"remove_parameter(request, "SourceRegion");"#);
            has(
                &generated,
                &operation,
                r#"const URL: &'static str = "PreSignedUrl"; const SENDS_DESTINATION: bool = false;"#,
            );
            has(
                &generated,
                &operation,
                "input.source_region.as_deref().filter(|_| input.pre_signed_url.is_none())",
            );
            has(&generated, &format!("{module}/fluent_builder.rs"), "PresigningScheme::new()]");
        }
    }
}

/// Adds the other operations of a row, which share input and output.
fn with_operations(model: &Value, names: &[&str]) -> Value {
    let mut model = model.clone();
    let shapes = model["shapes"].as_object_mut().unwrap();
    for name in names {
        let operation = json!({
            "type": "operation",
            "input": {"target": "example#Input"},
            "output": {"target": "example#Output"},
        });
        shapes.entry(format!("example#{name}")).or_insert(operation);
    }
    let references: Vec<Value> =
        names.iter().map(|name| json!({"target": format!("example#{name}")})).collect();
    shapes["example#Service"]["operations"] = json!(references);
    model
}

#[test]
fn copies_of_snapshots_send_both_regions() {
    let input = json!({
        "DestinationRegion": string(&[]),
        "PresignedUrl": string(&[]),
        "SourceRegion": string(&[("required", json!({}))]),
    });
    let generated = generated(&model("EC2", "ec2Query", "CopySnapshot", ("POST", "/"), &input, json!({})));
    let path = "src/operation/copy_snapshot.rs";
    has(
        &generated,
        path,
        r#"const URL: &'static str = "PresignedUrl"; const SENDS_DESTINATION: bool = true;"#,
    );
    assert!(!file(&generated, path).contains("remove_parameter"));
}

#[test]
fn dsql_and_rds_have_tokens() {
    let of = |service, protocol| {
        generated(&model(service, protocol, "GetCluster", ("GET", "/"), &json!({}), json!({})))
    };
    let (dsql, other) = (of("DSQL", "restJson1"), of("Other", "restJson1"));
    has(&dsql, "src/auth_token.rs", r#"self.sign(config, "DbConnectAdmin")"#);
    has(&dsql, "src/auth_token.rs", r#"const SIGNING_NAME: &str = "dsql";"#);
    has(&dsql, "src/lib.rs", "pub mod auth_token;");
    has(&dsql, "Cargo.toml", r#""auth-token""#);
    assert!(!other.files.contains_key("src/auth_token.rs"));
    assert!(
        !file(&dsql, "src/auth_token.rs").contains('{')
            || !file(&dsql, "src/auth_token.rs").contains("{action}")
    );
    let operations = [
        "CopyDBClusterSnapshot",
        "CopyDBSnapshot",
        "CreateDBCluster",
        "CreateDBInstanceReadReplica",
        "StartDBInstanceAutomatedBackupsReplication",
    ];
    let input = json!({"PreSignedUrl": string(&[])});
    let model = model("RDS", "awsQuery", operations[0], ("POST", "/"), &input, json!({}));
    let rds = generated(&with_operations(&model, &operations));
    has(&rds, "src/auth_token.rs", r#"const SIGNING_NAME: &str = "rds-db";"#);
    has(&rds, "src/auth_token.rs", r#"("Action", "connect")"#);
}

#[test]
fn retries_of_dynamo_db_have_their_own_defaults() {
    let generated =
        generated(&model("DynamoDB", "awsJson1_0", "GetItem", ("POST", "/"), &json!({}), json!({})));
    let path = "src/service.rs";
    has(&generated, path, "Retries { max_attempts: 4, initial_backoff: 25, }");
}

#[test]
fn the_account_of_glacier_has_a_default_and_requests_a_version() {
    let input = json!({"accountId": label()});
    let generated = generated(&model(
        "Glacier",
        "restJson1",
        "ListVaults",
        ("GET", "/{accountId}/vaults"),
        &input,
        json!({}),
    ));
    let path = "src/operation/list_vaults.rs";
    has(&generated, path, r#"set_default(&mut input.account_id, "-");"#);
    has(&generated, path, r#"set_header(request, "x-amz-glacier-version", "2012-06-01");"#);
    has(&generated, path, "let input = &protocol::adapted::<Self>(input);");
    assert!(!file(&generated, path).contains("require("), "a member with a default is not required");
    has(&generated, "src/operation/list_vaults/fluent_builder.rs", "InputAdaptation::of::<ListVaults>()");
}

#[test]
fn predictions_go_to_the_endpoint_in_the_input() {
    let input = json!({"PredictEndpoint": string(&[("required", json!({}))])});
    let generated =
        generated(&model("Machine Learning", "awsJson1_1", "Predict", ("POST", "/"), &input, json!({})));
    has(&generated, "src/operation/predict.rs", "input.predict_endpoint.as_deref()");
    has(&generated, "src/operation/predict.rs", "protocol::redirect::<Self>(&mut request, input)?;");
    has(&generated, "src/operation/predict/fluent_builder.rs", "Redirection::of::<Predict>()");
}

#[test]
fn ids_of_route_53_lose_their_prefixes() {
    let id =
        |target: &str| json!({"target": format!("example#{target}"), "traits": {"smithy.api#required": {}}});
    let input = json!({"Id": id("ChangeId"), "Zone": id("ResourceId"), "Set": id("DelegationSetId"), "Name": id("Name")});
    let types = ["ChangeId", "ResourceId", "DelegationSetId", "Name"];
    let types: Map<String, Value> =
        types.map(|name| (format!("example#{name}"), json!({"type": "string"}))).into_iter().collect();
    let generated =
        generated(&model("Route 53", "restXml", "GetChange", ("POST", "/"), &input, Value::Object(types)));
    let path = "src/operation/get_change.rs";
    for field in ["id", "zone", "set"] {
        let prefixes =
            r#"["/hostedzone/", "hostedzone/", "/change/", "change/", "/delegationset/", "delegationset/"]"#;
        assert!(file(&generated, path).contains(&format!("trim_prefix(&mutinput.{field},&[")), "{field}");
        assert!(
            file(&generated, path)
                .contains(&prefixes.replace(' ', "")[1..prefixes.replace(' ', "").len() - 1])
        );
    }
    assert!(!file(&generated, path).contains("trim_prefix(&mutinput.name"));
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
    let model = read::text("model.json", &model.to_string()).unwrap();
    pass::validate(&model).unwrap();
    let config =
        Config { selection: Selection::All, crate_name: Some("s3".to_owned()), ..Config::new("model.json") };
    generate_from(&model, &config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
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
    has(&generated, "src/operation/get_thing.rs", "protocol::is_xml_error(response)");
    has(&generated, "src/operation.rs", "pub use ::tinsmith_runtime::error::RequestIdExt;");
    has(&generated, "src/operation/get_thing/output.rs", "pub(crate) _extended_request_id: Option<String>,");
    has(&generated, "src/operation/get_thing/output.rs", "=> always extended_output GetThingOutput");
    has(&generated, "src/operation/get_thing/error.rs", "impl RequestIdExt for GetThingError");
    has(&generated, "src/error_meta.rs", "impl RequestIdExt for Error");
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

#[test]
fn the_account_of_s3_control_is_placed_by_rules() {
    let input = json!({"AccountId": string(&[("hostLabel", json!({}))])});
    let mut model = model("S3 Control", "restXml", "GetJob", ("GET", "/"), &input, json!({}));
    let operation = &mut model["shapes"]["example#GetJob"]["traits"];
    operation["smithy.api#endpoint"] = json!({"hostPrefix": "{AccountId}."});
    has(&generated(&model), "src/operation/get_job.rs", "protocol::prefix_host::<Self>");
    let operation = &mut model["shapes"]["example#GetJob"]["traits"];
    operation["smithy.rules#staticContextParams"] = json!({"RequiresAccountId": {"value": true}});
    let rules = &mut model["shapes"]["example#Service"]["traits"]["smithy.rules#endpointRuleSet"];
    rules["parameters"]["RequiresAccountId"] = json!({"type": "boolean"});
    let generated = generated(&model);
    assert!(!file(&generated, "src/operation/get_job.rs").contains("prefix_host"));
    has(&generated, "src/service.rs", "content_sha256_header: true,");
}

#[test]
fn messages_of_sso_oidc_have_their_own_key() {
    let generated =
        generated(&model("SSO OIDC", "restJson1", "CreateToken", ("POST", "/token"), &json!({}), json!({})));
    has(&generated, "src/service.rs", r#"error_message_key: Some("error_description"),"#);
}

#[test]
fn credentials_of_sts_are_hidden_and_its_providers_asked_again() {
    let shapes = json!({
        "example#Output": {"type": "structure", "members": {"Credentials": {"target": "example#Credentials"}}},
        "example#Credentials": {"type": "structure", "members": {"SecretAccessKey": {"target": "smithy.api#String"}}},
    });
    let generated = generated(&model("STS", "awsQuery", "AssumeRole", ("POST", "/"), &json!({}), shapes));
    has(&generated, "src/service.rs", r#"transient_errors: &["IDPCommunicationError"],"#);
    has(&generated, "src/types/credentials.rs", r#".field("secret_access_key", &REDACTED)"#);
    has(&generated, "src/operation/assume_role.rs", "const HAS_SENSITIVE_RESPONSE: bool = true;");
}

#[test]
fn clients_discover_endpoints_that_operations_require() {
    let shapes = json!({
        "example#DescribeEndpoints": {
            "type": "operation",
            "input": {"target": "smithy.api#Unit"},
            "output": {"target": "example#DescribeEndpointsResponse"},
        },
        "example#DescribeEndpointsResponse": {
            "type": "structure",
            "members": {"Endpoints": {"target": "example#Endpoints", "traits": {"smithy.api#required": {}}}},
        },
        "example#Endpoints": {"type": "list", "member": {"target": "example#Endpoint"}},
        "example#Endpoint": {
            "type": "structure",
            "members": {
                "Address": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}},
                "CachePeriodInMinutes": {"target": "smithy.api#Long", "traits": {"smithy.api#required": {}}},
            },
        },
    });
    let mut model = model("Any", "awsJson1_0", "Query", ("POST", "/"), &json!({}), shapes);
    let service = &mut model["shapes"]["example#Service"];
    service["operations"].as_array_mut().unwrap().push(json!({"target": "example#DescribeEndpoints"}));
    service["traits"]["aws.api#clientEndpointDiscovery"] = json!({"operation": "example#DescribeEndpoints"});
    let discovered = |model: &mut Value, required: bool| {
        model["shapes"]["example#Query"]["traits"]["aws.api#clientDiscoveredEndpoint"] =
            json!({"required": required});
    };
    let of_query = |model: &Value| {
        let model = read::text("model.json", &model.to_string()).unwrap();
        let selection = Selection::Named(vec!["Query".to_owned()]);
        let config = Config { selection, crate_name: Some("any".to_owned()), ..Config::new("model.json") };
        generate_from(&model, &config).unwrap_or_else(|diagnostics| panic!("{diagnostics}"))
    };
    discovered(&mut model, true);
    let required = of_query(&model);
    assert_eq!(required.warnings, []);
    has(&required, "src/endpoint_discovery.rs", "pub async fn with_endpoint_discovery_enabled(self,)");
    has(&required, "src/endpoint_discovery.rs", "client.describe_endpoints().send().await?");
    has(&required, "src/lib.rs", "pub mod endpoint_discovery;");
    assert!(
        required.files.contains_key("src/operation/describe_endpoints.rs"),
        "it is selected with `Query`"
    );
    discovered(&mut model, false);
    assert!(!of_query(&model).files.contains_key("src/endpoint_discovery.rs"), "nothing requires it");
    assert!(generated(&model).files.contains_key("src/endpoint_discovery.rs"), "the operation is there");
}

#[test]
fn rows_that_do_not_fit_a_model_are_listed() {
    let model = model("Machine Learning", "awsJson1_1", "GetModel", ("POST", "/"), &json!({}), json!({}));
    let model = read::text("model.json", &model.to_string()).unwrap();
    assert_eq!(
        lower::unmatched_customizations(&model),
        [
            "Machine Learning has no operation `Predict`",
            "no input of Machine Learning has a member `PredictEndpoint`"
        ]
    );
}
