// ---- Cargo.toml
[dependencies]
aws-credential-types = { version = "1.3.1", optional = true }
aws-runtime = { version = "1.10.2", optional = true }
aws-smithy-async = { version = "1.3.1", optional = true }
aws-smithy-cbor = "0.64.1"
aws-smithy-runtime = { version = "1.16.2", features = ["client"], optional = true }
aws-smithy-runtime-api = { version = "1.20.0", features = ["client", "http-1x"] }
aws-smithy-schema = "1.2.0"
aws-smithy-types = "1.9.3"
aws-types = "1.7.0"
bytes = "1.11.1"
http = "1.3.1"
tinsmith-runtime = { path = "../../runtime" }

[dev-dependencies]
aws-smithy-http-client = { version = "1.5.2", features = ["test-util"] }
aws-smithy-protocol-test = "0.64.0"
tokio = { version = "1.49.0", features = ["rt", "time"] }

// ---- src/protocol_tests/requests.rs
//! Requests that operations must send.

use std::vec;
use std::collections::HashMap;

use aws_smithy_types::Blob;

use crate::operation::report::ReportInput;
use crate::protocol_tests::request::{Expected, config, sent};
use crate::types::{Front, Station};

/// `writes_cbor`
#[test]
fn writes_cbor() {
    let input = ReportInput::builder()
        .set_place(Some("Ulm".to_owned()))
        .set_degrees(Some(-3))
        .set_picture(Some(Blob::new(b"blue")))
        .set_winds(Some(vec![1, 2]))
        .set_front(Some(Front::Cold(5)))
        .set_stations(
            Some(
                HashMap::from([
                    (
                        "s".to_owned(),
                        Station::builder()
                            .set_name(Some("one".to_owned()))
                            .build()
                            .expect("all that is required"),
                    ),
                ]),
            ),
        );
    let config = config("example.com");
    let request = sent(
        config,
        async |client| {
            drop(input.send_with(client).await);
        },
    );
    let expected = Expected {
        method: "POST",
        host: "example.com",
        path: "/service/Weather/operation/Report",
        query: &[],
        required_query: &[],
        forbidden_query: &[],
        headers: &[
            ("Accept", "application/cbor"),
            ("Content-Type", "application/cbor"),
            ("smithy-protocol", "rpc-v2-cbor"),
        ],
        required_headers: &[],
        forbidden_headers: &[],
        body: Some((
            "pmVwbGFjZWNVbG1nZGVncmVlcyJncGljdHVyZURibHVlZXdpbmRzggECZWZyb250oWRjb2xkBWhzdGF0aW9uc6Fhc6FkbmFtZWNvbmU=",
            "application/cbor",
        )),
    };
    expected.check(&request);
}

// ---- src/protocol_tests/responses.rs
//! Responses and the outputs that they mean.

use std::vec;
use std::collections::HashMap;

use aws_smithy_types::Blob;

use crate::operation::report::{Report, ReportOutput};
use crate::protocol_tests::response::response;
use crate::types::{Front, Station};

/// `reads_cbor`
#[test]
fn reads_cbor() {
    let response = response(
        200,
        &[("Content-Type", "application/cbor"), ("smithy-protocol", "rpc-v2-cbor")],
        (
            "pmVwbGFjZWNVbG1nZGVncmVlcyJncGljdHVyZURibHVlZXdpbmRzggECZWZyb250oWRjb2xkBWhzdGF0aW9uc6Fhc6FkbmFtZWNvbmU=",
            "application/cbor",
        ),
    );
    let answer = Report::parse_response(&response);
    let actual = answer.expect("an output");
    let expected = ReportOutput::builder()
        .set_place(Some("Ulm".to_owned()))
        .set_degrees(Some(-3))
        .set_picture(Some(Blob::new(b"blue")))
        .set_winds(Some(vec![1, 2]))
        .set_front(Some(Front::Cold(5)))
        .set_stations(
            Some(
                HashMap::from([
                    (
                        "s".to_owned(),
                        Station::builder()
                            .set_name(Some("one".to_owned()))
                            .build()
                            .expect("all that is required"),
                    ),
                ]),
            ),
        )
        .build();
    assert_eq!(actual.place, expected.place);
    assert_eq!(actual.degrees, expected.degrees);
    assert_eq!(actual.picture, expected.picture);
    assert_eq!(actual.winds, expected.winds);
    assert_eq!(actual.forecast, expected.forecast);
    assert_eq!(actual.front, expected.front);
    assert_eq!(actual.stations, expected.stations);
}

// ---- src/service.rs
//! Description of Weather, for the runtime.

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_schema::protocol::SharedClientProtocol;
use tinsmith_runtime::protocol;
use tinsmith_runtime::service::{Customization, Scheme, Service};

use crate::meta::PKG_VERSION;

#[cfg(feature = "client")]
pub(crate) mod auth;
pub(crate) mod endpoint;

pub(crate) static SERVICE: Service = Service {
    sdk_id: "Weather",
    name: "weather",
    signing_name: "weather",
    auth_schemes: &[Scheme::SigV4],
    shape_name: "Weather",
    namespace: "example.weather",
    version: "2026-01-01",
    crate_version: PKG_VERSION,
    xml_namespace: None,
    customization: Customization::NONE,
    protocols: &[
        "aws.protocols#awsJson1_0",
        "aws.protocols#awsJson1_1",
        "smithy.protocols#rpcv2Cbor",
    ],
    protocol: default_protocol,
    sans_io: protocol::SansIo::new(),
};

fn default_protocol() -> SharedClientProtocol {
    SharedClientProtocol::new(RpcV2CborProtocol::new())
}
