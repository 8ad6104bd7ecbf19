//! What the overlay calls secret is shown nowhere: not by `Debug`, not in errors, not in events at any level.

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
use mock_server::{Answer, Server};
use tracing::{Level, subscriber};

/// Part of every value that is secret, and nothing else.
const SECRET: &str = "s3cr3t";
/// The same as `Debug` shows bytes.
const SECRET_BYTES: &str = "115, 51, 99, 114, 51, 116";
/// Part of values that are shown: in a request, and in an answer.
const SENT: &str = "plain-sent";
const ANSWERED: &str = "plain-answered";

/// What an error shows in the place of a body.
const REDACTED: &str = r#"Once(Some(b"*** Sensitive Data Redacted ***"))"#;

/// Why a virtual interface can be built.
const NAMED: &str = "it has a name";

/// Statuses and bodies, and what is shown of each.
type Answers = &'static [(u16, &'static str, &'static str)];

/// Answers that may hold the key of a BGP session.
const KEYS: Answers = &[
    (
        200,
        r#"{
            "virtualInterfaceId": "plain-answered", "authKey": "s3cr3t", "bgpPeers": [{ "authKey": "s3cr3t" }],
            "virtualInterface": {
                "virtualInterfaceId": "plain-answered", "authKey": "s3cr3t", "bgpPeers": [{ "authKey": "s3cr3t" }]
            }
        }"#,
        ANSWERED,
    ),
    (
        400,
        r#"{"__type":"DirectConnectClientException","message":"plain-answered","authKey":"s3cr3t"}"#,
        ANSWERED,
    ),
    (400, r#"{"__type":"Other","message":"plain-answered","authKey":"s3cr3t"}"#, ANSWERED),
    // Members of the wrong type are passed over.
    (
        200,
        r#"{
            "virtualInterfaceId": { "a": "s3cr3t" }, "authKey": ["s3cr3t"],
            "virtualInterface": { "virtualInterfaceId": { "a": "s3cr3t" }, "authKey": ["s3cr3t"] }
        }"#,
        r#"auth_key: "*** Sensitive"#,
    ),
    // Nobody can read these, and so nobody knows what is secret: their bodies are not shown.
    (200, r#"{"authKey":"s3cr3t""#, REDACTED),
    (500, r#"{"message":"s3cr3t"}"#, REDACTED),
    (500, "s3cr3t", REDACTED),
];

/// Answers that hold no secret, as the model has it: what is sent must not be shown in what becomes of them.
const NO_KEYS: Answers = &[
    (200, r#"{"connectionId":"plain-answered"}"#, ANSWERED),
    (400, r#"{"__type":"DirectConnectClientException","message":"plain-answered"}"#, ANSWERED),
    (400, r#"{"__type":"Other","message":"plain-answered"}"#, ANSWERED),
    (500, "plain-answered", ANSWERED),
    (200, r#"{"connectionId":"plain-answered""#, ANSWERED),
];

/// Bytes that everybody adds to.
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

/// What becomes of a call, and what it logs, down to the last level.
async fn logged<T>(call: impl Future<Output = T>) -> (T, String) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(Level::TRACE).with_ansi(false);
    let guard = subscriber::set_default(subscriber.with_writer(move || writer.clone()).finish());
    let outcome = call.await;
    drop(guard);
    let bytes = log.0.lock().expect("no writer panics").clone();
    (outcome, String::from_utf8(bytes).expect("events are text"))
}

/// Everything that can be asked of an outcome.
fn said<O: Debug, E: Error + 'static>(outcome: Result<O, SdkError<E, HttpResponse>>) -> String {
    let mut said = vec![format!("{outcome:?}")];
    if let Err(error) = outcome {
        said.push(format!("{error}\n{}", DisplayErrorContext(&error)));
        if let Some(error) = error.as_service_error() {
            said.push(format!("{error}\n{error:?}\n{}", DisplayErrorContext(error)));
        }
    }
    said.join("\n")
}

/// A client that watches for stalled streams, which puts a body that shows nothing round that of a request, and one that
/// does not.
fn clients(server: &Server) -> [Client; 2] {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "s3cr3t-key", None, None, "drop-in"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(RetryConfig::disabled())
        .endpoint_url(server.url());
    let unwatched = config.clone().stalled_stream_protection(StalledStreamProtectionConfig::disabled());
    [config, unwatched].map(|config| Client::from_conf(config.build()))
}

fn assert_hidden(what: &str, text: &str) {
    for secret in [SECRET, SECRET_BYTES] {
        let lines: Vec<_> = text.lines().filter(|line| line.contains(secret)).collect();
        assert!(lines.is_empty(), "{what}: {lines:#?}");
    }
}

/// Plays each call with each answer, through either client.
macro_rules! calls {
    ($($operation:ident, $answers:ident: $($set:ident($value:expr)),*;)*) => {
        $(
            #[tokio::test]
            async fn $operation() {
                for (status, body, shown) in $answers {
                    let answer = Answer::json(*status, body);
                    let server = Server::start([answer.clone(), answer]);
                    for client in clients(&server) {
                        let call = client.$operation()$(.$set($value))*;
                        let input = format!("{call:?}\n{:?}\n", call.as_input().clone().build());
                        let (outcome, log) = logged(call.send()).await;
                        let outcome = said(outcome);
                        assert_hidden("the input", &input);
                        assert_hidden(&format!("what became of {body}"), &outcome);
                        assert_hidden(&format!("the log of {body}"), &log);
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

/// A virtual interface to be made.
macro_rules! interface {
    ($Type:ident) => {
        $Type::builder().virtual_interface_name(SENT).auth_key("s3cr3t-key").build()
    };
}

// Every operation that sends a secret.
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
