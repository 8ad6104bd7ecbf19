//! Sessions, which the client creates for endpoints that require them.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_runtime_api::client::auth::AuthSchemeId;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::date_time::{DateTime, Format};
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_types::SdkConfig;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use golden_session_auth::config::{BehaviorVersion, Builder, Credentials, Region};
use golden_session_auth::presigning::PresigningConfig;
use golden_session_auth::{Client, Config};

/// The requests that were sent: URI, token header and authorization.
type Sent = Arc<Mutex<Vec<[String; 3]>>>;

/// Returns the response with a session that expires after a time.
fn session(valid_for: Duration) -> String {
    let expiration = DateTime::from(SystemTime::now() + valid_for).fmt(Format::DateTime).unwrap();
    format!(
        "<CreateSessionResult><Credentials><AccessKeyId>SESSION</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
         <SessionToken>token</SessionToken><Expiration>{expiration}</Expiration></Credentials></CreateSessionResult>"
    )
}

/// Returns a client that gets a body with a session, and empty ones for other requests.
fn client(session: String, credentials: Option<Credentials>) -> (Client, Sent) {
    with_settings(Config::builder(), session, credentials)
}

fn with_settings(config: Builder, session: String, credentials: Option<Credentials>) -> (Client, Sent) {
    let sent = Sent::default();
    let log = sent.clone();
    let http = infallible_client_fn(move |request: http::Request<SdkBody>| {
        let header =
            |name| request.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let uri = request.uri().to_string();
        let body = if uri.ends_with("?session") { session.clone() } else { String::new() };
        log.lock().unwrap().push([uri, header("x-amz-s3session-token"), header("authorization")]);
        http::Response::builder().body(body).unwrap()
    });
    let config = config
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .retry_config(aws_smithy_types::retry::RetryConfig::disabled())
        .http_client(http);
    let config = match credentials {
        Some(credentials) => config.credentials_provider(credentials),
        None => config,
    };
    (Client::from_conf(config.build()), sent)
}

fn base(id: &str) -> Option<Credentials> {
    Some(Credentials::new(id, "secret", Some("base".to_owned()), None, "test"))
}

/// Returns which requests created a session, by their URIs.
fn created(sent: &Sent) -> Vec<bool> {
    sent.lock().unwrap().iter().map(|[uri, ..]| uri.ends_with("?session")).collect()
}

const FIVE_MINUTES: Duration = Duration::from_secs(300);

#[tokio::test]
async fn session_signs_requests_to_its_bucket_until_it_expires() {
    let (client, sent) = client(session(FIVE_MINUTES), base("BASE"));
    for bucket in ["a", "a", "b"] {
        client.get_object().bucket(bucket).key("k").send().await.unwrap();
    }
    assert_eq!(created(&sent), [true, false, false, true, false]);
    let sent = sent.lock().unwrap();
    let [uri, token, authorization] = &sent[0];
    assert_eq!((uri.as_str(), token.as_str()), ("https://a.s3express.example.com/?session", ""));
    assert!(authorization.contains("Credential=BASE/"), "{authorization}");
    assert!(authorization.contains("/us-east-1/s3express/aws4_request"), "{authorization}");
    for [uri, token, authorization] in sent.iter().filter(|[uri, ..]| !uri.contains("?session")) {
        assert!(uri.contains(".s3express.example.com/k"), "{uri}");
        assert_eq!(token, "token");
        assert!(authorization.contains("Credential=SESSION/"), "{authorization}");
        assert!(authorization.contains("/us-east-1/s3express/aws4_request"), "{authorization}");
        assert!(authorization.contains("x-amz-s3session-token"), "{authorization}");
        assert!(!authorization.contains("x-amz-security-token"), "{authorization}");
    }
}

#[tokio::test]
async fn expired_session_is_created_again() {
    let (client, sent) = client(session(Duration::from_secs(5)), base("BASE"));
    for _ in 0..2 {
        client.get_object().bucket("a").key("k").send().await.unwrap();
    }
    assert_eq!(created(&sent), [true, false, true, false]);
}

#[tokio::test]
async fn concurrent_calls_share_one_session() {
    let (client, sent) = client(session(FIVE_MINUTES), base("BASE"));
    let call = || client.get_object().bucket("a").key("k").send();
    let (first, second) = tokio::join!(call(), call());
    assert!(first.is_ok() && second.is_ok());
    assert_eq!(created(&sent).into_iter().filter(|is_session| *is_session).count(), 1);
}

#[tokio::test]
async fn other_credentials_have_other_sessions() {
    let (client, sent) = client(session(FIVE_MINUTES), base("BASE"));
    client.get_object().bucket("a").key("k").send().await.unwrap();
    let settings = Config::builder().credentials_provider(base("OTHER").unwrap());
    let call = client.get_object().bucket("a").key("k").customize().config_override(settings);
    call.send().await.unwrap();
    assert_eq!(created(&sent), [true, false, true, false]);
    let sent = sent.lock().unwrap();
    assert!(sent[2][2].contains("Credential=OTHER/"), "{}", sent[2][2]);
}

#[tokio::test]
async fn presigned_request_has_the_token_of_the_session() {
    let (client, _) = client(session(FIVE_MINUTES), base("BASE"));
    let presigning = PresigningConfig::expires_in(Duration::from_secs(60)).unwrap();
    let request = client.get_object().bucket("a").key("k").presigned(presigning).await.unwrap();
    assert!(request.uri().contains("X-Amz-Credential=SESSION%2F"), "{request:?}");
    assert!(request.uri().contains("X-Amz-S3session-Token=token"), "{request:?}");
}

/// A setting of the environment.
#[derive(Debug)]
struct Environment(&'static str);

impl LoadServiceConfig for Environment {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let names = (key.env(), key.profile());
        let expected = ("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth");
        (names == expected).then(|| self.0.to_owned())
    }
}

#[tokio::test]
async fn sessions_are_disabled_by_code_or_the_environment() {
    let of_environment = |value| {
        let shared = SdkConfig::builder().service_config(Environment(value));
        Builder::from(&shared.build())
    };
    for (settings, expected) in [
        (Config::builder().disable_s3_express_session_auth(true), vec![false]),
        (of_environment("True"), vec![false]),
        (of_environment("false"), vec![true, false]),
        (of_environment("1"), vec![true, false]),
        (of_environment("true").disable_s3_express_session_auth(false), vec![true, false]),
    ] {
        let (client, sent) = with_settings(settings, session(FIVE_MINUTES), base("BASE"));
        client.get_object().bucket("a").key("k").send().await.unwrap();
        assert_eq!(created(&sent), expected);
    }
}

#[tokio::test]
async fn error_of_a_session_is_that_of_the_call() {
    for (session, credentials, expected) in [
        ("<Nothing/>".to_owned(), base("BASE"), "no credentials"),
        (session(FIVE_MINUTES), None, "set `credentials_provider`"),
    ] {
        let (client, _) = client(session, credentials);
        let error = client.get_object().bucket("a").key("k").send().await.unwrap_err();
        let error = DisplayErrorContext(error).to_string();
        assert!(error.contains(expected), "{error}");
    }
}

/// As in the official crates. `disable_s3_express_session_auth` selects other signatures.
#[tokio::test]
async fn preferred_scheme_that_the_endpoint_does_not_accept_is_an_error() {
    let preferring = |schemes: &[&'static str]| {
        let schemes: Vec<_> = schemes.iter().copied().map(AuthSchemeId::from).collect();
        let config = Config::builder().auth_scheme_preference(schemes);
        with_settings(config, session(FIVE_MINUTES), base("BASE"))
    };
    let (client, sent) = preferring(&["sigv4"]);
    let error = client.get_object().bucket("a").key("k").send().await.unwrap_err();
    let error = DisplayErrorContext(error).to_string();
    assert!(error.contains("does not accept the preferred scheme `sigv4`"), "{error}");
    assert!(created(&sent).is_empty());

    let (client, sent) = preferring(&["sigv4", "sigv4-s3express"]);
    client.get_object().bucket("a").key("k").send().await.unwrap();
    assert_eq!(created(&sent), [true, false]);
}
