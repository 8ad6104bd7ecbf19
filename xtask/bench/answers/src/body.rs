//! The answer, in JSON and in CBOR.

use aws_smithy_cbor::Encoder;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::DateTime;
use bench::{CONNECTION, http_client_for};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::CONNECTIONS;

/// As the service sends it.
pub(crate) fn json() -> Bytes {
    Bytes::from(answer().to_string())
}

/// As the service would send it, were it asked for CBOR.
pub(crate) fn cbor() -> Bytes {
    let mut encoder = Encoder::new(Vec::new());
    write(&mut encoder, "", &answer());
    Bytes::from(encoder.into_writer())
}

/// Answers with the body as JSON.
pub(crate) fn http_client(body: &Bytes) -> SharedHttpClient {
    http_client_for(body.clone(), &[("content-type", "application/x-amz-json-1.1")])
}

/// Answers with the body as CBOR.
pub(crate) fn cbor_http_client(body: &Bytes) -> SharedHttpClient {
    http_client_for(body.clone(), &[("content-type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor")])
}

fn answer() -> Value {
    let connection: Value = serde_json::from_str(CONNECTION).expect("the connection is JSON");
    let connections = (0..CONNECTIONS).map(|number| {
        let mut connection = connection.clone();
        connection["connectionId"] = format!("dxcon-{number:08x}").into();
        connection["connectionName"] = format!("Frankfurt {number}").into();
        connection
    });
    json!({ "connections": connections.collect::<Vec<_>>() })
}

fn write<'a>(encoder: &'a mut Encoder, key: &str, value: &Value) -> &'a mut Encoder {
    match value {
        Value::Null => encoder.null(),
        Value::Bool(value) => encoder.boolean(*value),
        Value::Number(value) => write_number(encoder, key, value),
        Value::String(value) => encoder.str(value),
        Value::Array(values) => {
            values.iter().fold(encoder.array(values.len()), |encoder, value| write(encoder, "", value))
        }
        Value::Object(members) => members
            .iter()
            .fold(encoder.map(members.len()), |encoder, (key, value)| write(encoder.str(key), key, value)),
    }
}

/// All numbers of a connection are integers but a time.
fn write_number<'a>(encoder: &'a mut Encoder, key: &str, value: &serde_json::Number) -> &'a mut Encoder {
    let fractional = value.as_f64().unwrap_or_default();
    match value.as_i64() {
        Some(value) => encoder.long(value),
        None if key == "loaIssueTime" => encoder.timestamp(&DateTime::from_secs_f64(fractional)),
        None => encoder.double(fractional),
    }
}
