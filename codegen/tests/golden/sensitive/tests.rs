//! Nothing that is sensitive is shown: not by `Debug`, not in errors, not in events at any level.

use std::io::{self, Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use aws_smithy_http_client::Builder;
use aws_smithy_types::Blob;
use golden_sensitive::config::retry::RetryConfig;
use golden_sensitive::config::{BehaviorVersion, Credentials, Region, StalledStreamProtectionConfig};
use golden_sensitive::error::DisplayErrorContext;
use golden_sensitive::operation::put_secrets::{PutSecrets, PutSecretsError, PutSecretsOutput};
use golden_sensitive::operation::put_secrets::builders::PutSecretsFluentBuilder;
use golden_sensitive::types::{Choice, Credentials as Pair, Grade, Hidden};
use golden_sensitive::{Client, Config};
use tracing_subscriber::fmt::MakeWriter;

/// Part of every value that is sensitive.
const SECRET: &str = "s3cr3t";
/// The same as the Base64 of a blob may hold it.
const SECRET_IN_BASE64: &str = "czNjcjN0";
/// A number that is sensitive.
const SECRET_NUMBER: i32 = 732_114_907;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A client of a server that gives one answer: over a socket, for the runtime traces bodies that are in memory.
fn client(status: u16, code: &str, body: &str) -> Client {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status} X\r\nx-amzn-errortype: {code}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    );
    thread::spawn(move || {
        let (mut socket, _) = server.accept().unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            let mut byte = [0];
            socket.read_exact(&mut byte).unwrap();
            request.extend(byte);
        }
        socket.write_all(answer.as_bytes()).unwrap();
    });
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "s3cr3t-key", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .endpoint_url(url)
        .http_client(Builder::new().build_http());
    Client::from_conf(config.build())
}

fn call(client: &Client) -> PutSecretsFluentBuilder {
    client
        .put_secrets()
        .plain("plain-1")
        .secret("s3cr3t-1")
        .credentials(Pair::builder().user("user-1").password("s3cr3t-2").token("s3cr3t-3").build())
        .hidden(Hidden::builder().anything("s3cr3t-4").build())
        .grade(Grade::from("s3cr3t-5"))
        .choice(Choice::Closed("s3cr3t-6".to_owned()))
        .secrets("s3cr3t-7")
        .secret_map("key", "s3cr3t-8")
        .hidden_list("s3cr3t-9")
        .secret_number(SECRET_NUMBER)
        .secret_blob(Blob::new("s3cr3t"))
}

const ANSWER: &str = r#"{
    "plain": "plain-2", "secret": "s3cr3t", "credentials": { "user": "u", "password": "s3cr3t", "token": "s3cr3t" },
    "hidden": { "anything": "s3cr3t" }, "grade": "s3cr3t", "choice": { "closed": "s3cr3t" }, "secrets": ["s3cr3t"],
    "secretMap": { "key": "s3cr3t" }, "hiddenList": ["s3cr3t"], "secretNumber": 732114907, "secretBlob": "czNjcjN0"
}"#;

fn assert_hidden(what: &str, text: &str) {
    for secret in [SECRET, SECRET_IN_BASE64, &SECRET_NUMBER.to_string()] {
        let at = text.find(secret).map(|at| &text[at.saturating_sub(300)..(at + 100).min(text.len())]);
        assert_eq!(at, None, "{what}");
    }
}

/// What the calls of `make` log, down to the last level.
async fn logged<T>(make: impl Future<Output = T>) -> (T, String) {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false);
    let guard = tracing::subscriber::set_default(subscriber.with_writer(log.clone()).finish());
    let outcome = make.await;
    drop(guard);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("TRACE") && text.contains("PutSecrets"), "something is logged: {text}");
    (outcome, text)
}

#[tokio::test]
async fn a_success_shows_no_secret() {
    let client = client(200, "", ANSWER);
    let call = call(&client);
    assert_hidden("the call", &format!("{call:?}"));
    assert_hidden("the input", &format!("{:?}", call.as_input().clone().build().unwrap()));
    let (output, log) = logged(call.send()).await;
    let output = output.unwrap();
    assert_eq!(output.secret(), Some("s3cr3t"));
    assert!(format!("{output:?}").contains("plain-2"), "{output:?}");
    assert_hidden("the output", &format!("{output:?}"));
    assert_hidden("the log of a success", &log);
}

/// Protection against stalled streams hides the body of a request on the side, and may be off.
#[tokio::test]
async fn a_request_shows_no_secret_without_protection() {
    let unprotected = Config::builder().stalled_stream_protection(StalledStreamProtectionConfig::disabled());
    let client = client(200, "", ANSWER);
    let (output, log) = logged(call(&client).customize().config_override(unprotected).send()).await;
    assert_eq!(output.unwrap().secret(), Some("s3cr3t"));
    assert_hidden("the log of a request", &log);
}

#[tokio::test]
async fn a_modelled_error_shows_no_secret() {
    let client = client(400, "Leak", r#"{"message":"s3cr3t","secret":"s3cr3t"}"#);
    let (outcome, log) = logged(call(&client).send()).await;
    let error = outcome.unwrap_err();
    assert!(error.as_service_error().is_some_and(PutSecretsError::is_leak), "{error:?}");
    assert_hidden("the error", &format!("{error:?}"));
    assert_hidden("what the error says", &DisplayErrorContext(&error).to_string());
    assert_hidden("the service's error", &error.into_service_error().to_string());
    assert_hidden("the log of an error", &log);
}

/// A member that cannot be read is named, and its value is not.
#[tokio::test]
async fn an_answer_that_cannot_be_read_shows_no_secret() {
    for answer in [r#"{"secretNumber":"s3cr3t"}"#, r#"{"secret":{"a":"s3cr3t"}}"#, r#"{"plain":"s3cr3t""#] {
        let (outcome, log) = logged(call(&client(200, "", answer)).send()).await;
        assert_hidden(answer, &log);
        match outcome {
            Ok(output) => assert_hidden(answer, &format!("{output:?}")),
            Err(error) => {
                assert!(error.raw_response().is_some(), "{error:?}");
                assert_hidden(answer, &DisplayErrorContext(&error).to_string());
            }
        }
    }
}

/// Where nobody knows what a message is, it is not shown; the code of an error that is not modelled is.
#[tokio::test]
async fn an_error_that_cannot_be_read_shows_no_secret() {
    for (code, body) in [
        ("", r#"{"secret":"s3cr3t"}"#),
        ("", "s3cr3t"),
        ("", r#"{"message":"s3cr3t"}"#),
        ("Leak", r#"{"message":"s3cr3t""#),
        ("Leak", r#"{"message":"s3cr3t","secret":{"a":1}}"#),
    ] {
        let (outcome, log) = logged(call(&client(500, code, body)).send()).await;
        let error = outcome.unwrap_err();
        assert_hidden(body, &log);
        assert_hidden(body, &format!("{error:?}"));
        assert_hidden(body, &DisplayErrorContext(&error).to_string());
        let response = http::Response::builder().status(500).header("x-amzn-errortype", code);
        let response = response.body(bytes::Bytes::from(body)).unwrap();
        let error = PutSecrets::parse_response(&response).unwrap_err();
        assert_hidden(body, &format!("{error:?} {error}"));
    }
    let (outcome, _) = logged(call(&client(500, "Throttling", r#"{"message":"slow down"}"#)).send()).await;
    let text = DisplayErrorContext(&outcome.unwrap_err()).to_string();
    assert!(text.contains("Throttling") && text.contains("slow down"), "{text}");
}

/// What a format has against a value quotes it.
#[test]
fn values_that_cannot_be_deserialized_show_no_secret() {
    for text in [
        r#"{"secretNumber":"s3cr3t"}"#,
        r#"{"secret":732114907}"#,
        r#"{"credentials":{"password":732114907}}"#,
        r#"{"credentials":{"token":{"a":"s3cr3t"}}}"#,
    ] {
        let error = serde_json::from_str::<PutSecretsOutput>(text).unwrap_err().to_string();
        assert!(error.contains("in member `"), "{error}");
        assert_hidden(text, &error);
    }
}
