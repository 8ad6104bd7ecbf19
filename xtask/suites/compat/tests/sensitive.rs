//! Members that the overlay marks as sensitive are never shown: not by `Debug`, not in errors, not in trace events.

use std::{
    error::Error,
    fmt::Debug,
    io,
    sync::{Arc, Mutex},
};

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use compat_directconnect::{
    Client, Config,
    config::{BehaviorVersion, Credentials, Region, StalledStreamProtectionConfig, retry::RetryConfig},
    error::DisplayErrorContext,
    types::{
        NewBgpPeer, NewPrivateVirtualInterface, NewPrivateVirtualInterfaceAllocation,
        NewPublicVirtualInterface, NewPublicVirtualInterfaceAllocation, NewTransitVirtualInterface,
        NewTransitVirtualInterfaceAllocation,
    },
};
use mock_server::{Response, Server};
use tracing::{Level, subscriber};

/// Part of every sensitive value, and of no other value.
const SECRET: &str = "s3cr3t";
/// The same part as `Debug` formats bytes.
const SECRET_BYTES: &str = "115, 51, 99, 114, 51, 116";
/// Part of values of requests that are not sensitive.
const SENT: &str = "plain-sent";
/// Part of values of responses that are not sensitive.
const RECEIVED: &str = "plain-received";

/// A redacted body, as errors show it.
const REDACTED: &str = r#"Once(Some(b"*** Sensitive Data Redacted ***"))"#;

/// Message for builders of virtual interfaces.
const NAMED: &str = "the name is set";

/// Statuses and bodies, and a string that the outcome shows.
type Responses = &'static [(u16, &'static str, &'static str)];

/// Responses that may hold the key of a BGP session.
const KEYS: Responses = &[
    (
        200,
        r#"{
            "virtualInterfaceId": "plain-received", "authKey": "s3cr3t", "bgpPeers": [{ "authKey": "s3cr3t" }],
            "virtualInterface": {
                "virtualInterfaceId": "plain-received", "authKey": "s3cr3t", "bgpPeers": [{ "authKey": "s3cr3t" }]
            }
        }"#,
        RECEIVED,
    ),
    (
        400,
        r#"{"__type":"DirectConnectClientException","message":"plain-received","authKey":"s3cr3t"}"#,
        RECEIVED,
    ),
    (400, r#"{"__type":"Other","message":"plain-received","authKey":"s3cr3t"}"#, RECEIVED),
    // Members of the wrong type are ignored.
    (
        200,
        r#"{
            "virtualInterfaceId": { "a": "s3cr3t" }, "authKey": ["s3cr3t"],
            "virtualInterface": { "virtualInterfaceId": { "a": "s3cr3t" }, "authKey": ["s3cr3t"] }
        }"#,
        r#"auth_key: "*** Sensitive"#,
    ),
    // Bodies that do not parse are redacted completely.
    (200, r#"{"authKey":"s3cr3t""#, REDACTED),
    (500, r#"{"message":"s3cr3t"}"#, REDACTED),
    (500, "s3cr3t", REDACTED),
];

/// Responses without sensitive members, for requests that have some.
const NO_KEYS: Responses = &[
    (200, r#"{"connectionId":"plain-received"}"#, RECEIVED),
    (400, r#"{"__type":"DirectConnectClientException","message":"plain-received"}"#, RECEIVED),
    (400, r#"{"__type":"Other","message":"plain-received"}"#, RECEIVED),
    (500, "plain-received", RECEIVED),
    (200, r#"{"connectionId":"plain-received""#, RECEIVED),
];

/// A shared buffer.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no writer panics").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the outcome of a call, and its trace events of all levels.
async fn logged<T>(call: impl Future<Output = T>) -> (T, String) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(Level::TRACE).with_ansi(false);
    let guard = subscriber::set_default(subscriber.with_writer(move || writer.clone()).finish());
    let outcome = call.await;
    drop(guard);
    let bytes = log.0.lock().expect("no writer panics").clone();
    (outcome, String::from_utf8(bytes).expect("events are UTF-8"))
}

/// Formats an outcome in every way.
fn formatted<O: Debug, E: Error + 'static>(outcome: Result<O, SdkError<E, HttpResponse>>) -> String {
    let mut lines = vec![format!("{outcome:?}")];
    if let Err(error) = outcome {
        lines.push(format!("{error}\n{}", DisplayErrorContext(&error)));
        if let Some(error) = error.as_service_error() {
            lines.push(format!("{error}\n{error:?}\n{}", DisplayErrorContext(error)));
        }
    }
    lines.join("\n")
}

/// Clients with and without protection against stalled streams, which wraps the body of a request.
fn clients(server: &Server) -> [Client; 2] {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "s3cr3t-key", None, None, "compat"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .endpoint_url(server.url());
    let unprotected = config.clone().stalled_stream_protection(StalledStreamProtectionConfig::disabled());
    [config, unprotected].map(|config| Client::from_conf(config.build()))
}

fn assert_redacted(source: &str, text: &str) {
    for secret in [SECRET, SECRET_BYTES] {
        let lines: Vec<_> = text.lines().filter(|line| line.contains(secret)).collect();
        assert!(lines.is_empty(), "{source}: {lines:#?}");
    }
}

/// Makes each call with each response and each client.
macro_rules! calls {
    ($($operation:ident, $responses:ident: $($set:ident($value:expr)),*;)*) => {
        $(
            #[tokio::test]
            async fn $operation() {
                for (status, body, shown) in $responses {
                    let response = Response::json(*status, body);
                    let server = Server::start([response.clone(), response]);
                    for client in clients(&server) {
                        let call = client.$operation()$(.$set($value))*;
                        let input = format!("{call:?}\n{:?}\n", call.as_input().clone().build());
                        let (outcome, log) = logged(call.send()).await;
                        let outcome = formatted(outcome);
                        assert_redacted("the input", &input);
                        assert_redacted(&format!("the outcome of {body}"), &outcome);
                        assert_redacted(&format!("the log of {body}"), &log);
                        assert!(input.contains(SENT), "{input}");
                        assert!(outcome.contains(shown), "{body}: {outcome}");
                        assert!(log.contains("TRACE") && log.contains("transmitting request"), "{log}");
                    }
                    for request in server.requests() {
                        let sent = String::from_utf8_lossy(request.body());
                        assert!(sent.contains(SECRET) && sent.contains(SENT), "{sent}");
                    }
                }
            }
        )*
    };
}

/// A virtual interface with a key.
macro_rules! interface {
    ($Type:ident) => {
        $Type::builder().virtual_interface_name(SENT).auth_key("s3cr3t-key").build()
    };
}

// Every operation with sensitive input.
calls! {
    associate_mac_sec_key, NO_KEYS: connection_id(SENT), cak("s3cr3t-cak");
    create_bgp_peer, KEYS:
        virtual_interface_id(SENT), new_bgp_peer(NewBgpPeer::builder().auth_key("s3cr3t-key").build());
    create_private_virtual_interface, KEYS:
        connection_id("c"), new_private_virtual_interface(interface!(NewPrivateVirtualInterface).expect(NAMED));
    create_public_virtual_interface, KEYS:
        connection_id("c"), new_public_virtual_interface(interface!(NewPublicVirtualInterface).expect(NAMED));
    create_transit_virtual_interface, KEYS:
        connection_id("c"), new_transit_virtual_interface(interface!(NewTransitVirtualInterface));
    allocate_private_virtual_interface, KEYS:
        connection_id("c"), owner_account("o"),
        new_private_virtual_interface_allocation(interface!(NewPrivateVirtualInterfaceAllocation).expect(NAMED));
    allocate_public_virtual_interface, KEYS:
        connection_id("c"), owner_account("o"),
        new_public_virtual_interface_allocation(interface!(NewPublicVirtualInterfaceAllocation).expect(NAMED));
    allocate_transit_virtual_interface, KEYS:
        connection_id("c"), owner_account("o"),
        new_transit_virtual_interface_allocation(interface!(NewTransitVirtualInterfaceAllocation));
}
