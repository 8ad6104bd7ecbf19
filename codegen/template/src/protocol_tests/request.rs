//! Requests as the client sends them.

use aws_smithy_http_client::test_util::capture_request;
use aws_smithy_protocol_test::{
    MediaType, assert_ok, forbid_headers, forbid_query_params, require_headers, require_query_params,
    validate_body, validate_headers,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use crate::{
    Client,
    config::{BehaviorVersion, Builder, Credentials, Region, retry::RetryConfig},
};

/// The expected properties of a request.
pub(crate) struct Expected<'a> {
    pub(crate) method: &'a str,
    pub(crate) host: &'a str,
    pub(crate) path: &'a str,
    /// Parameters of the query string with their values.
    pub(crate) query: &'a [&'a str],
    /// Parameters of the query string that are there.
    pub(crate) required_query: &'a [&'a str],
    /// Parameters of the query string that are not there.
    pub(crate) forbidden_query: &'a [&'a str],
    /// Headers that have a value.
    pub(crate) headers: &'a [(&'a str, &'a str)],
    /// Headers that are there.
    pub(crate) required_headers: &'a [&'a str],
    /// Headers that are not there.
    pub(crate) forbidden_headers: &'a [&'a str],
    /// Text and media type of the body, where it matters.
    pub(crate) body: Option<(&'a str, &'a str)>,
}

impl Expected<'_> {
    /// Panics where `request` is another.
    pub(crate) fn check(&self, request: &HttpRequest) {
        let uri: http::Uri = request.uri().parse().expect("the client sends to a URI");
        assert_eq!(request.method(), self.method);
        assert_eq!(uri.host(), Some(self.host));
        assert_eq!(uri.path(), self.path);
        assert_query(uri.query().unwrap_or_default(), self.query);
        assert_ok(require_query_params(request, self.required_query));
        assert_ok(forbid_query_params(request, self.forbidden_query));
        assert_ok(validate_headers(request.headers(), self.headers.iter().copied()));
        assert_ok(require_headers(request.headers(), self.required_headers));
        assert_ok(forbid_headers(request.headers(), self.forbidden_headers));
        if let Some((text, media_type)) = self.body {
            let body = request.body().bytes().expect("the body is in memory");
            match text {
                "" => assert!(body.is_empty(), "the body is not empty: {}", String::from_utf8_lossy(body)),
                text => assert_ok(validate_body(body, text, MediaType::from(media_type))),
            }
        }
    }
}

/// Panics where a parameter is not in the query string as often as it is expected.
fn assert_query(query: &str, expected: &[&str]) {
    let count =
        |of: &mut dyn Iterator<Item = &str>, parameter: &str| of.filter(|it| *it == parameter).count();
    for parameter in expected {
        let sent = count(&mut query.split('&'), parameter);
        assert_eq!(sent, count(&mut expected.iter().copied(), parameter), "`{parameter}` in `{query}`");
    }
}

/// A configuration for requests to `host`, without its HTTP client.
pub(crate) fn config(host: &str) -> Builder {
    Builder::new()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "protocol tests"))
        .endpoint_url(format!("https://{host}"))
        .region(Region::new("us-east-1"))
        .retry_config(RetryConfig::disabled())
}

/// The request that `call` sends.
pub(crate) fn sent(config: Builder, call: impl AsyncFnOnce(&Client)) -> HttpRequest {
    let (http_client, request) = capture_request(None);
    let client = Client::from_conf(config.http_client(http_client).build());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime of one thread needs nothing that could be missing").block_on(call(&client));
    request.expect_request()
}
