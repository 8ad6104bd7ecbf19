//! Protocols that tests run with. Tests of one protocol alone give the reason.

use aws_sdk_directconnect::{
    config::Builder, error::SdkError, operation::delete_connection::DeleteConnectionError,
};
use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use ciborium::Value as Cbor;
use client_suite::{Response, Server};
use serde_json::Value as Json;

use super::{DeleteConnectionOutput, through_client, through_functions};

/// Defines one test per protocol for each function: `json::name` and `cbor::name`.
macro_rules! with_each_protocol {
    ($($test:ident),* $(,)?) => {
        $crate::protocol::with_each_protocol! { @ json Json $($test)* }
        $crate::protocol::with_each_protocol! { @ cbor Cbor $($test)* }
    };
    (@ $module:ident $Protocol:ident $($test:ident)*) => {
        mod $module {
            $(
                #[tokio::test]
                async fn $test() {
                    super::$test($crate::protocol::Protocol::$Protocol).await;
                }
            )*
        }
    };
}

pub(crate) use with_each_protocol;

/// Members that are timestamps, of any shape.
const TIMESTAMPS: [&str; 1] = ["loaIssueTime"];

/// A protocol of the client.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Protocol {
    /// AWS JSON 1.1, the default of the generated crate.
    Json,
    /// RPC v2 CBOR, set in the configuration.
    Cbor,
}

impl Protocol {
    /// Configuration of a client for `server` with the protocol.
    pub(crate) fn config(self, server: &Server) -> Builder {
        let config = super::config(server);
        match self {
            Self::Json => config,
            Self::Cbor => config.protocol(RpcV2CborProtocol::new()),
        }
    }

    /// Path of requests below the endpoint.
    pub(crate) fn route(self) -> &'static str {
        match self {
            Self::Json => "",
            Self::Cbor => "service/OvertureService/operation/DeleteConnection",
        }
    }

    /// A response with a body that is given as JSON and encoded by the protocol.
    pub(crate) fn response(self, status: u16, body: &str) -> Response {
        self.response_with(status, &[], body)
    }

    /// A response with additional headers.
    pub(crate) fn response_with(self, status: u16, headers: &[(&str, &str)], body: &str) -> Response {
        let protocol_headers: &[_] = match self {
            Self::Json => &[("content-type", "application/x-amz-json-1.1")],
            Self::Cbor => &[("content-type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor")],
        };
        Response::new(status, &[protocol_headers, headers].concat(), self.body(body))
    }

    /// Encodes JSON by the protocol. An empty body stays empty.
    pub(crate) fn body(self, json: &str) -> Vec<u8> {
        if matches!(self, Self::Json) || json.is_empty() {
            return json.into();
        }
        let value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        let mut body = Vec::new();
        ciborium::into_writer(&cbor("", &value), &mut body).expect("writing to a vector does not fail");
        body
    }

    /// Decodes the body of a request.
    pub(crate) fn value(self, body: &[u8]) -> Json {
        match self {
            Self::Json => serde_json::from_slice(body).expect("the body is JSON"),
            Self::Cbor => ciborium::from_reader(body).expect("the body is CBOR"),
        }
    }

    /// Outcomes for `response`: of the client and, for the default protocol, of the sans-I/O functions.
    pub(crate) async fn outcomes(
        self,
        response: &Response,
    ) -> Vec<Result<DeleteConnectionOutput, DeleteConnectionError>> {
        let client = through_client(self, response).await.map_err(SdkError::into_service_error);
        match self {
            Self::Json => vec![client, through_functions(response)],
            Self::Cbor => vec![client],
        }
    }
}

/// Converts the value of the member `name`. Timestamps get their CBOR tag.
fn cbor(name: &str, value: &Json) -> Cbor {
    let plain = || Cbor::serialized(value).expect("JSON values can be encoded as CBOR");
    match value {
        Json::Object(members) => {
            Cbor::Map(members.iter().map(|(name, value)| (Cbor::from(&**name), cbor(name, value))).collect())
        }
        Json::Array(values) => Cbor::Array(values.iter().map(|value| cbor("", value)).collect()),
        Json::Number(_) if TIMESTAMPS.contains(&name) => Cbor::Tag(1, Box::new(plain())),
        _ => plain(),
    }
}
