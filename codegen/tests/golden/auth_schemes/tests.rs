//! Authentication schemes.

use std::sync::{Arc, Mutex};

use aws_smithy_http_client::test_util::infallible_client_fn;
use aws_smithy_types::body::SdkBody;
use aws_types::{
    SdkConfig,
    origin::Origin,
    service_config::{LoadServiceConfig, ServiceConfigKey},
};
use golden_auth_schemes::{
    Client, Config,
    config::{
        BehaviorVersion, Builder, Credentials, Login, Region, SharedCredentialsProvider, SharedHttpClient,
        SharedTokenProvider, Token,
    },
    error::DisplayErrorContext,
};

const TOKEN: &str = "secret-token";
const BEARER: &str = "Bearer secret-token";

/// The last request.
#[derive(Clone, Debug, Default)]
struct Sent(Arc<Mutex<Option<http::Request<SdkBody>>>>);

impl Sent {
    fn client(&self) -> SharedHttpClient {
        let sent = self.clone();
        infallible_client_fn(move |request| {
            *sent.0.lock().unwrap() = Some(request);
            http::Response::new(SdkBody::from("{}"))
        })
    }

    fn header(&self, name: &str) -> String {
        let request = self.0.lock().unwrap();
        let headers = request.as_ref().expect("a request was sent").headers();
        headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }
}

/// A client without an identity, and what it sends.
fn client(change: impl FnOnce(Builder) -> Builder) -> (Client, Sent) {
    let sent = Sent::default();
    let builder = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .http_client(sent.client());
    (Client::from_conf(change(builder).build()), sent)
}

fn credentials() -> Credentials {
    Credentials::new("key", "secret", None, None, "test")
}

#[tokio::test]
async fn api_key_is_sent_in_its_header() {
    let (client, sent) = client(|builder| builder.api_key(Token::new(TOKEN, None)));
    client.get_by_key().send().await.unwrap();
    assert_eq!(sent.header("x-api-key"), TOKEN);
    assert_eq!(sent.header("authorization"), "");
}

#[tokio::test]
async fn login_is_sent_as_basic_authentication() {
    let (client, sent) =
        client(|builder| builder.basic_auth_login(Login::new("Aladdin", "open sesame", None)));
    client.get_by_login().send().await.unwrap();
    assert_eq!(sent.header("authorization"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
}

#[tokio::test]
async fn bearer_token_is_sent_and_signs_where_there_are_no_credentials() {
    for builder in [
        |builder: Builder| builder.bearer_token(Token::new(TOKEN, None)),
        |builder: Builder| builder.bearer_token_resolver(Token::new(TOKEN, None)),
        |builder: Builder| builder.token_provider(Token::new(TOKEN, None)),
    ] {
        let (client, sent) = client(builder);
        client.get_by_token().send().await.unwrap();
        assert_eq!(sent.header("authorization"), BEARER);
        client.get_any().send().await.unwrap();
        assert_eq!(sent.header("authorization"), BEARER);
    }
}

#[tokio::test]
async fn schemes_are_tried_in_the_order_of_the_model_or_of_the_preference() {
    let both =
        |builder: Builder| builder.bearer_token(Token::new(TOKEN, None)).credentials_provider(credentials());
    let (preferred, sent_preferred) =
        client(|builder| both(builder).auth_scheme_preference(["httpBearerAuth".into()]));
    let (client, sent) = client(both);
    client.get_any().send().await.unwrap();
    assert!(
        sent.header("authorization").starts_with("AWS4-HMAC-SHA256 "),
        "{}",
        sent.header("authorization")
    );
    client.get_by_token().send().await.unwrap();
    assert_eq!(sent.header("authorization"), BEARER);
    preferred.get_any().send().await.unwrap();
    assert_eq!(sent_preferred.header("authorization"), BEARER);
}

#[tokio::test]
async fn payload_is_unsigned_where_the_model_wants_it() {
    let (client, sent) = client(|builder| builder.credentials_provider(credentials()));
    client.put_unsigned().send().await.unwrap();
    assert_eq!(sent.header("x-amz-content-sha256"), "UNSIGNED-PAYLOAD");
    assert!(sent.header("authorization").contains("x-amz-content-sha256"));
    client.get_any().send().await.unwrap();
    assert_eq!(sent.header("x-amz-content-sha256"), "");
}

#[tokio::test]
async fn endpoint_chooses_signature_version_4a() {
    let global = |builder: Builder| builder.region(Region::new("global")).credentials_provider(credentials());
    let (limited, sent_limited) = client(|builder| global(builder).sigv4a_signing_region_set("eu-*"));
    let (client, sent) = client(global);
    client.get_any().send().await.unwrap();
    let authorization = sent.header("authorization");
    assert!(authorization.starts_with("AWS4-ECDSA-P256-SHA256 "), "{authorization}");
    assert!(authorization.contains("/elsewhere/aws4_request"), "{authorization}");
    assert_eq!(sent.header("x-amz-region-set"), "*");
    limited.get_any().send().await.unwrap();
    assert_eq!(sent_limited.header("x-amz-region-set"), "eu-*");
}

#[tokio::test]
async fn missing_identity_is_an_error_that_names_schemes_and_settings() {
    let message = |error: &dyn std::error::Error| DisplayErrorContext(error).to_string();
    let (client, _) = client(|builder| builder);
    let error = message(&client.get_any().send().await.unwrap_err());
    let expected = "no identity for `GetAny`: set `credentials_provider` for `sigv4` and `sigv4a`, \
                    or set `token_provider` or the environment variable `AWS_BEARER_TOKEN_GOLDEN_AUTH` for `httpBearerAuth`; \
                    or call `allow_no_auth` to send requests without authentication";
    assert!(error.contains(expected), "{error}");
    let error = message(&client.get_by_key().send().await.unwrap_err());
    assert!(error.contains("set `api_key` for `httpApiKeyAuth`"), "{error}");
    let error = message(&client.get_by_login().send().await.unwrap_err());
    assert!(error.contains("set `basic_auth_login` for `httpBasicAuth`"), "{error}");
}

#[tokio::test]
async fn nothing_is_needed_if_no_authentication_is_allowed() {
    let (client, sent) = client(Builder::allow_no_auth);
    client.get_any().send().await.unwrap();
    client.get_by_key().send().await.unwrap();
    assert_eq!(sent.header("authorization"), "");
}

/// An environment with one variable.
#[derive(Debug)]
struct Environment(&'static str);

impl LoadServiceConfig for Environment {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let variable = format!("{}_{}", key.env(), key.service_id().to_uppercase().replace(' ', "_"));
        (variable == self.0).then(|| TOKEN.to_owned())
    }
}

fn shared(sent: &Sent, environment: Environment) -> aws_types::sdk_config::Builder {
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .http_client(sent.client())
        .credentials_provider(SharedCredentialsProvider::new(credentials()))
        .service_config(environment)
}

#[tokio::test]
async fn token_of_the_environment_is_preferred_to_credentials() {
    let sent = Sent::default();
    let client = Client::new(&shared(&sent, Environment("AWS_BEARER_TOKEN_GOLDEN_AUTH")).build());
    client.get_any().send().await.unwrap();
    assert_eq!(sent.header("authorization"), BEARER);
    let agent = sent.header("x-amz-user-agent");
    let features = agent.split(' ').find_map(|part| part.strip_prefix("m/")).unwrap();
    assert!(features.split(',').any(|feature| feature == "3"), "{agent}");
}

#[tokio::test]
async fn token_of_another_service_is_ignored() {
    let sent = Sent::default();
    let client = Client::new(&shared(&sent, Environment("AWS_BEARER_TOKEN_OTHER")).build());
    client.get_any().send().await.unwrap();
    assert!(sent.header("authorization").starts_with("AWS4-HMAC-SHA256 "));
}

#[tokio::test]
async fn token_and_preference_of_the_code_precede_those_of_the_environment() {
    let sent = Sent::default();
    let environment = || Environment("AWS_BEARER_TOKEN_GOLDEN_AUTH");
    let provider = SharedTokenProvider::new(Token::new("token-of-the-code", None));
    let mut code = shared(&sent, environment()).token_provider(provider);
    code.insert_origin("token_provider", Origin::shared_config());
    Client::new(&code.build()).get_any().send().await.unwrap();
    assert_eq!(sent.header("authorization"), "Bearer token-of-the-code");
    let mut code = shared(&sent, environment()).auth_scheme_preference(["sigv4".into()]);
    code.insert_origin("auth_scheme_preference", Origin::shared_config());
    Client::new(&code.build()).get_any().send().await.unwrap();
    assert!(sent.header("authorization").starts_with("AWS4-HMAC-SHA256 "));
}

#[tokio::test]
async fn secrets_are_redacted() {
    let login = Login::new("Aladdin", TOKEN, None);
    let (client, _) = client(|builder| {
        builder
            .bearer_token(Token::new(TOKEN, None))
            .api_key(Token::new(TOKEN, None))
            .basic_auth_login(login.clone())
    });
    for text in [format!("{client:?}"), format!("{login:?}"), format!("{:?}", Token::new(TOKEN, None))] {
        assert!(!text.contains(TOKEN), "{text}");
    }
}
