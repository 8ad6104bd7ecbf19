//! Authentication schemes that endpoints list.

use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_smithy_runtime_api::client::{
    auth::AuthSchemeOptionsFuture, identity::http::Token, runtime_components::RuntimeComponents,
};
use aws_smithy_types::{config_bag::ConfigBag, endpoint::EndpointAuthScheme};
use tinsmith_runtime::{auth::endpoint_options, service::Scheme};

use super::{
    calls::{config, script},
    sample::fluent::SendResult,
};
use crate::{
    Client,
    config::{
        Builder,
        auth::{self, ResolveAuthScheme},
        endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint},
    },
    error::DisplayErrorContext,
};

/// Signature version 4, or else a bearer token.
#[derive(Debug)]
struct SignatureOrToken;

impl ResolveAuthScheme for SignatureOrToken {
    fn resolve_auth_scheme<'a>(
        &'a self,
        _params: &'a auth::Params,
        cfg: &'a ConfigBag,
        runtime_components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        endpoint_options(&[Scheme::SigV4, Scheme::HttpBearer], cfg, runtime_components)
    }
}

/// An endpoint that requires one scheme.
#[derive(Debug)]
struct Requiring(&'static str);

impl ResolveEndpoint for Requiring {
    fn resolve_endpoint<'a>(&'a self, _params: &'a Params) -> EndpointFuture<'a> {
        let scheme = EndpointAuthScheme::with_capacity(self.0, 0);
        EndpointFuture::ready(Ok(Endpoint::builder().url("https://example.com").auth_scheme(scheme).build()))
    }
}

/// Calls an endpoint that requires a scheme, with credentials and the changed settings. Returns the header that authenticates, if a request
/// was sent.
async fn authorization(
    required: &'static str,
    change: impl FnOnce(Builder) -> Builder,
) -> (SendResult, Option<String>) {
    let (http, seen) = script(&[(200, "{}")]);
    let builder = config(http)
        .auth_scheme_resolver(SignatureOrToken)
        .endpoint_resolver(Requiring(required))
        .push_auth_scheme(BearerAuthScheme::new());
    let client = Client::from_conf(change(builder).build());
    let result = client.delete_connection().connection_id("dxcon-1").send().await;
    let seen = seen.lock().unwrap();
    let header = seen.first().map(|request| request.headers()["authorization"].to_str().unwrap().to_owned());
    (result, header)
}

fn with_token(builder: Builder) -> Builder {
    builder.bearer_token(Token::new("token", None))
}

#[tokio::test]
async fn endpoint_replaces_the_order_of_the_model() {
    let (_, header) = authorization("httpBearerAuth", with_token).await;
    assert_eq!(header.as_deref(), Some("Bearer token"));
    let (_, header) = authorization("sigv4", with_token).await;
    assert!(header.is_some_and(|header| header.starts_with("AWS4-HMAC-SHA256 ")));
}

#[tokio::test]
async fn preferred_token_is_not_replaced_by_credentials() {
    let prefer = |builder: Builder| with_token(builder).auth_scheme_preference(["httpBearerAuth".into()]);
    let (_, header) = authorization("httpBearerAuth", prefer).await;
    assert_eq!(header.as_deref(), Some("Bearer token"));
    let (result, header) = authorization("sigv4", prefer).await;
    assert_eq!(header, None);
    let error = DisplayErrorContext(result.expect_err("the endpoint accepts no token")).to_string();
    assert!(error.contains("does not accept the preferred scheme `httpBearerAuth`"), "{error}");
}

#[tokio::test]
async fn endpoint_chooses_among_preferred_schemes() {
    let prefer = |builder: Builder| {
        with_token(builder).auth_scheme_preference(["httpBearerAuth".into(), "sigv4".into()])
    };
    let (_, header) = authorization("sigv4", prefer).await;
    assert!(header.is_some_and(|header| header.starts_with("AWS4-HMAC-SHA256 ")));
}

#[tokio::test]
async fn preferred_scheme_without_identity_is_ignored() {
    let prefer = |builder: Builder| builder.auth_scheme_preference(["httpBearerAuth".into()]);
    let (_, header) = authorization("sigv4", prefer).await;
    assert!(header.is_some_and(|header| header.starts_with("AWS4-HMAC-SHA256 ")));
}
