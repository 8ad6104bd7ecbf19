//! The body of the response, in JSON and in CBOR.

use aws_smithy_cbor::Encoder;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::DateTime;
use bench::{CONNECTION, http_client_for};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::CONNECTIONS;

/// The response in JSON, as the service sends it.
pub(crate) fn json() -> Bytes {
    Bytes::from(response().to_string())
}

/// The response in CBOR.
pub(crate) fn cbor() -> Bytes {
    let mut encoder = Encoder::new(Vec::new());
    write(&mut encoder, "", &response());
    Bytes::from(encoder.into_writer())
}

/// A client that returns the body as JSON.
pub(crate) fn http_client(body: &Bytes) -> SharedHttpClient {
    http_client_for(body.clone(), &[("content-type", "application/x-amz-json-1.1")])
}

/// A client that returns the body as CBOR.
pub(crate) fn cbor_http_client(body: &Bytes) -> SharedHttpClient {
    http_client_for(body.clone(), &[("content-type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor")])
}

fn response() -> Value {
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

/// Writes a number. All numbers of a connection are integers except a timestamp.
fn write_number<'a>(encoder: &'a mut Encoder, key: &str, value: &serde_json::Number) -> &'a mut Encoder {
    let fractional = value.as_f64().unwrap_or_default();
    match value.as_i64() {
        Some(value) => encoder.long(value),
        None if key == "loaIssueTime" => encoder.timestamp(&DateTime::from_secs_f64(fractional)),
        None => encoder.double(fractional),
    }
}
