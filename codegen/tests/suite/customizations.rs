//! The rows of the table of customizations. The runtime tests the mechanisms; here is the code that a row leads to.

mod s3;

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
    let http = ("GET", "/{accountId}/vaults");
    let model = model("Glacier", "restJson1", "ListVaults", http, &input, json!({}));
    let operations = ["ListVaults", "UploadArchive", "UploadMultipartPart"];
    let generated = generated(&with_http(with_operations(&model, &operations), http));
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

#[test]
fn speech_of_polly_can_be_presigned_as_a_query() {
    let http = ("POST", "/v1/speech");
    let input = json!({"Text": string(&[])});
    let generated = generated(&model("Polly", "restJson1", "SynthesizeSpeech", http, &input, json!({})));
    let path = "src/operation/synthesize_speech/fluent_builder.rs";
    has(&generated, path, "orchestrator::presign_as_query::<SynthesizeSpeech,>");
}

#[test]
fn archives_of_glacier_are_hashed() {
    let input = json!({
        "accountId": label(),
        "body": {"target": "example#Stream", "traits": {"smithy.api#httpPayload": {}}},
    });
    let stream = json!({"example#Stream": {"type": "blob", "traits": {"smithy.api#streaming": {}}}});
    let http = ("POST", "/{accountId}/archives");
    let model = model("Glacier", "restJson1", "UploadArchive", http, &input, stream);
    let model = with_operations(&model, &["UploadArchive", "UploadMultipartPart"]);
    let generated = generated(&with_http(model, http));
    for module in ["upload_archive", "upload_multipart_part"] {
        let path = format!("src/operation/{module}.rs");
        has(&generated, &path, "protocol::add_tree_hash(&mut request)?;");
        has(&generated, &format!("src/operation/{module}/fluent_builder.rs"), "TreeHash]");
    }
    has(&generated, "Cargo.toml", r#""tree-hash""#);
}

/// Gives all operations a method and URI.
fn with_http(mut model: Value, http: (&str, &str)) -> Value {
    for shape in model["shapes"].as_object_mut().unwrap().values_mut() {
        if shape["type"] == "operation" {
            shape["traits"] = json!({"smithy.api#http": {"method": http.0, "uri": http.1}});
        }
    }
    model
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
