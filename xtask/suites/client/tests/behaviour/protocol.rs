//! Which protocol a test is played with: what is said of answers is the same with each, unless a
//! test says why it is not.

use aws_sdk_directconnect::{
    config::Builder, error::SdkError, operation::delete_connection::DeleteConnectionError,
};
use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use ciborium::Value as Cbor;
use client_suite::{Answer, Server};
use serde_json::Value as Json;

use super::{DeleteConnectionOutput, through_client, through_functions};

/// Makes of each function a test per protocol: `json::name` and `cbor::name`.
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

/// The members of all shapes that are timestamps.
const TIMESTAMPS: [&str; 1] = ["loaIssueTime"];

/// A protocol that the service speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Protocol {
    /// awsJson 1.1, which the crate was generated for.
    Json,
    /// RPC v2 CBOR, chosen when a client is configured.
    Cbor,
}

impl Protocol {
    /// As the settings of every test, for a client that speaks the protocol.
    pub(crate) fn config(self, server: &Server) -> Builder {
        let config = super::config(server);
        match self {
            Self::Json => config,
            Self::Cbor => config.protocol(RpcV2CborProtocol::new()),
        }
    }

    /// Where requests go, below the endpoint.
    pub(crate) fn route(self) -> &'static str {
        match self {
            Self::Json => "",
            Self::Cbor => "service/OvertureService/operation/DeleteConnection",
        }
    }

    /// The service's answer. The body is given in JSON.
    pub(crate) fn answer(self, status: u16, body: &str) -> Answer {
        self.answer_with(status, &[], body)
    }

    /// The same with more headers.
    pub(crate) fn answer_with(self, status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
        let own: &[_] = match self {
            Self::Json => &[("content-type", "application/x-amz-json-1.1")],
            Self::Cbor => &[("content-type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor")],
        };
        Answer::response(status, &[own, headers].concat(), self.body(body))
    }

    /// What is given in JSON, as the protocol writes it. Nothing is nothing in each.
    pub(crate) fn body(self, json: &str) -> Vec<u8> {
        if matches!(self, Self::Json) || json.is_empty() {
            return json.into();
        }
        let value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        let mut body = Vec::new();
        ciborium::into_writer(&cbor("", &value), &mut body).expect("a vector takes everything");
        body
    }

    /// What a request says.
    pub(crate) fn value(self, body: &[u8]) -> Json {
        match self {
            Self::Json => serde_json::from_slice(body).expect("the body is JSON"),
            Self::Cbor => ciborium::from_reader(body).expect("the body is CBOR"),
        }
    }

    /// What is made of `answer` by the client and, where they speak the protocol, by the sans-I/O
    /// functions, which speak the one that the crate was generated for.
    pub(crate) async fn outcomes(
        self,
        answer: &Answer,
    ) -> Vec<Result<DeleteConnectionOutput, DeleteConnectionError>> {
        let client = through_client(self, answer).await.map_err(SdkError::into_service_error);
        match self {
            Self::Json => vec![client, through_functions(answer)],
            Self::Cbor => vec![client],
        }
    }
}

/// `value`, which is that of the member `name`. CBOR has a tag for timestamps.
fn cbor(name: &str, value: &Json) -> Cbor {
    let plain = || Cbor::serialized(value).expect("CBOR has all that JSON has");
    match value {
        Json::Object(members) => {
            Cbor::Map(members.iter().map(|(name, value)| (Cbor::from(&**name), cbor(name, value))).collect())
        }
        Json::Array(values) => Cbor::Array(values.iter().map(|value| cbor("", value)).collect()),
        Json::Number(_) if TIMESTAMPS.contains(&name) => Cbor::Tag(1, Box::new(plain())),
        _ => plain(),
    }
}
