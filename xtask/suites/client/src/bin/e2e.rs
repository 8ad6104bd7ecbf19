//! The generated client against moto, a mock of AWS, which `cargo xtask e2e` starts and fills.
//!
//! The file of the request lists three existing connections as boto3 returned them. Exit codes: 0 passed, 1 failed.

use std::{
    error::Error,
    fs,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    time::SystemTime,
};

use aws_sdk_directconnect::{
    Client, Config,
    config::{
        BehaviorVersion, Builder, ConfigBag, Credentials, Intercept, Region, RuntimeComponents,
        endpoint::{DefaultResolver, Params},
        interceptors::AfterDeserializationInterceptorContextRef,
    },
    error::{BoxError, DisplayErrorContext, ProvideErrorMetadata},
    operation::{
        RequestId,
        delete_connection::{
            DeleteConnection, DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput,
        },
    },
    primitives::{DateTime, DateTimeFormat},
    types::{ConnectionState, MacSecKey, Tag},
};
use bytes::Bytes;
use client_suite::{plain_http, signature::Signer};
use http::Response;
use serde_json::{Map, Value, json};
use xtask_common::request::{self, EndToEnd};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Region of the connections.
const REGION: &str = "us-east-1";

/// Id of a connection that does not exist.
const MISSING: &str = "dxcon-missing";

/// Returns an error with this message unless a condition holds.
macro_rules! ensure {
    ($condition:expr, $($message:tt)+) => {
        if !$condition {
            return Err(format!($($message)+).into());
        }
    };
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("e2e: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome {
    let EndToEnd { endpoint, connections } = request::receive()?;
    let path = connections.display();
    let text = fs::read_to_string(&connections).map_err(|error| format!("cannot read `{path}`: {error}"))?;
    let connections: Vec<Map<String, Value>> = serde_json::from_str(&text)?;
    let [first, second, third] = connections.as_slice() else {
        return Err(format!("`{path}` lists {} connections instead of three", connections.len()).into());
    };
    delete(&endpoint, first).await?;
    delete_missing(&endpoint).await?;
    delete_strictly(&endpoint, second).await?;
    delete_without_client(&endpoint, third)?;
    delete_missing_without_client(&endpoint)
}

async fn delete(endpoint: &str, connection: &Map<String, Value>) -> Outcome {
    let bodies = Bodies::default();
    let client = Client::from_conf(config(endpoint).interceptor(bodies.clone()).build());
    let call = client.delete_connection().connection_id(id(connection)?);
    let output = call.send().await.map_err(|error| DisplayErrorContext(error).to_string())?;
    check(&output, &bodies.only()?, connection)?;
    report(&format!("deleted; {} members have the values that the server sent", connection.len()));
    Ok(())
}

async fn delete_missing(endpoint: &str) -> Outcome {
    let client = Client::from_conf(config(endpoint).build());
    let Err(error) = client.delete_connection().connection_id(MISSING).send().await else {
        return Err(format!("`{MISSING}` was deleted, which does not exist").into());
    };
    let status = error.raw_response().map(|response| response.status().as_u16());
    ensure!(status == Some(400), "the status is {status:?}: {error:?}");
    check_missing(&error.into_service_error(), "client")
}

async fn delete_strictly(endpoint: &str, connection: &Map<String, Value>) -> Outcome {
    let client = Client::from_conf(config(endpoint).strict_responses(true).build());
    let Err(error) = client.delete_connection().connection_id(id(connection)?).send().await else {
        return Err("a strict client accepted a response that deviates from the model".into());
    };
    let text = error.into_service_error().to_string();
    ensure!(
        text.contains("`hasLogicalRedundancy`") && text.contains("HTTP 200"),
        "message of the strict client: {text}"
    );
    report(&format!("strict client rejects the response: {text}"));
    Ok(())
}

fn delete_without_client(endpoint: &str, connection: &Map<String, Value>) -> Outcome {
    let response = exchange(endpoint, id(connection)?)?;
    check(&DeleteConnection::parse_response(&response)?, response.body(), connection)?;
    report("deleted with the sans-I/O functions, with the same result");
    Ok(())
}

fn delete_missing_without_client(endpoint: &str) -> Outcome {
    match DeleteConnection::parse_response(&exchange(endpoint, MISSING)?) {
        Ok(_) => Err(format!("`{MISSING}` was deleted, which does not exist").into()),
        Err(error) => check_missing(&error, "sans-I/O functions"),
    }
}

fn exchange(endpoint: &str, connection_id: &str) -> Outcome<Response<Bytes>> {
    let input = DeleteConnectionInput::builder().connection_id(connection_id).build()?;
    let endpoint = DefaultResolver::new().resolve(&Params::builder().endpoint(endpoint).build()?)?;
    let mut request = DeleteConnection::http_request(&input, &endpoint)?;
    let signer = Signer { credentials: credentials(), region: REGION, time: SystemTime::now() };
    signer.sign(&mut request).map_err(|error| error.to_string())?;
    Ok(plain_http::send(&request)?)
}

fn check_missing(error: &DeleteConnectionError, reader: &str) -> Outcome {
    let message = format!("{MISSING} does not match any connections in region {REGION}.");
    ensure!(error.code() == Some("ConnectionNotFound"), "{reader}: the code is {:?}", error.code());
    ensure!(error.message() == Some(&message), "{reader}: the message is {:?}", error.message());
    let request_id = error.request_id().ok_or("the error has no request id")?;
    let expected =
        format!("DeleteConnection: ConnectionNotFound: {message} (HTTP 400, request id {request_id})");
    ensure!(error.to_string() == expected, "{reader}: the error is displayed as: {error}");
    report(&format!("{reader}, missing connection: {error}"));
    Ok(())
}

/// Compares the output with the response, and with the connection as boto3 returned it on creation.
fn check(output: &DeleteConnectionOutput, sent: &[u8], created: &Map<String, Value>) -> Outcome {
    let state = output.connection_state();
    ensure!(state == Some(&ConnectionState::Deleted), "the state is {state:?}");
    ensure!(output.request_id().is_some(), "the output has no request id");
    let read = members(output);
    let sent: Map<String, Value> = serde_json::from_slice(sent)?;
    for (name, value) in &sent {
        let found = read.get(name).ok_or_else(|| format!("the model has no member `{name}`: {value}"))?;
        let expected = normal(name, value)?;
        ensure!(*found == expected, "`{name}` was read as {found}, and sent as {value}");
    }
    for (name, found) in &read {
        let absent = *found == Value::Null || (name == "vlan" && *found == json!(0));
        ensure!(absent || sent.contains_key(name), "`{name}` was read as {found}, and was not sent");
    }
    for (name, value) in created.iter().filter(|(name, _)| *name != "connectionState") {
        let expected = normal(name, value)?;
        ensure!(read.get(name) == Some(&expected), "`{name}` is {:?}, and for boto3 {value}", read.get(name));
    }
    ensure!(created.len() == sent.len(), "boto3 read {} members of {}", created.len(), sent.len());
    Ok(())
}

/// Converts a value that moto sends: booleans of an enum, and timestamps as strings.
fn normal(name: &str, value: &Value) -> Outcome<Value> {
    Ok(match (name, value) {
        ("hasLogicalRedundancy", Value::Bool(value)) => value.to_string().into(),
        ("loaIssueTime", Value::String(text)) => {
            let text = format!("{}Z", text.replacen(' ', "T", 1));
            DateTime::from_str(&text, DateTimeFormat::DateTime)?.secs().into()
        }
        (_, value) => value.clone(),
    })
}

/// Members by their wire names.
fn members(output: &DeleteConnectionOutput) -> Map<String, Value> {
    let tag = |tag: &Tag| json!({ "key": tag.key(), "value": tag.value() });
    let key = |key: &MacSecKey| {
        json!({
            "secretARN": key.secret_arn(),
            "ckn": key.ckn(),
            "state": key.state(),
            "startOn": key.start_on(),
        })
    };
    let members = [
        ("ownerAccount", json!(output.owner_account())),
        ("connectionId", json!(output.connection_id())),
        ("connectionName", json!(output.connection_name())),
        ("connectionState", json!(output.connection_state().map(AsRef::<str>::as_ref))),
        ("region", json!(output.region())),
        ("location", json!(output.location())),
        ("bandwidth", json!(output.bandwidth())),
        ("vlan", json!(output.vlan())),
        ("partnerName", json!(output.partner_name())),
        ("loaIssueTime", json!(output.loa_issue_time().map(DateTime::secs))),
        ("lagId", json!(output.lag_id())),
        ("awsDevice", json!(output.aws_device)),
        ("jumboFrameCapable", json!(output.jumbo_frame_capable())),
        ("awsDeviceV2", json!(output.aws_device_v2())),
        ("awsLogicalDeviceId", json!(output.aws_logical_device_id())),
        ("hasLogicalRedundancy", json!(output.has_logical_redundancy().map(AsRef::<str>::as_ref))),
        ("tags", json!(output.tags.as_ref().map(|tags| tags.iter().map(tag).collect::<Vec<_>>()))),
        ("providerName", json!(output.provider_name())),
        ("macSecCapable", json!(output.mac_sec_capable())),
        ("portEncryptionStatus", json!(output.port_encryption_status())),
        ("encryptionMode", json!(output.encryption_mode())),
        (
            "macSecKeys",
            json!(output.mac_sec_keys.as_ref().map(|keys| keys.iter().map(key).collect::<Vec<_>>())),
        ),
        ("partnerInterconnectMacSecCapable", json!(output.partner_interconnect_mac_sec_capable())),
    ];
    members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Records the bodies of responses.
#[derive(Clone, Debug, Default)]
struct Bodies(Arc<Mutex<Vec<Vec<u8>>>>);

impl Bodies {
    /// Returns the body of the only response.
    fn only(&self) -> Outcome<Vec<u8>> {
        let bodies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match bodies.as_slice() {
            [body] => Ok(body.clone()),
            bodies => Err(format!("{} responses instead of one", bodies.len()).into()),
        }
    }
}

impl Intercept for Bodies {
    fn name(&self) -> &'static str {
        "Bodies"
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = context.response().body().bytes().ok_or("the body is not in memory")?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(body.to_vec());
        Ok(())
    }
}

fn config(endpoint: &str) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(REGION))
        .credentials_provider(credentials())
        .endpoint_url(endpoint)
}

fn credentials() -> Credentials {
    Credentials::new("testing", "testing", None, None, "e2e")
}

fn id(connection: &Map<String, Value>) -> Outcome<&str> {
    Ok(connection.get("connectionId").and_then(Value::as_str).ok_or("a connection has no id")?)
}

fn report(text: &str) {
    println!("  ok: {text}");
}
