//! Configuration: endpoints, and shared configuration.

use std::time::{Duration, UNIX_EPOCH};

use aws_sdk_directconnect::{
    Client, Config,
    config::{
        AppName, BehaviorVersion, Region, SharedCredentialsProvider,
        endpoint::{DefaultResolver, Endpoint, EndpointFuture, Params, ResolveEndpoint},
        retry::RetryConfig,
        timeout::TimeoutConfig,
    },
    error::{DisplayErrorContext, SdkError},
};
use aws_smithy_async::{rt::sleep::TokioSleep, time::StaticTimeSource};
use aws_smithy_http_client::test_util::capture_request;
use aws_types::SdkConfig;
use client_suite::{Response, Server};

use super::{
    CONNECTION, config, credentials, delete,
    protocol::{Protocol, with_each_protocol},
    retries,
};

// The other tests are about hosts, which do not depend on the protocol.
with_each_protocol! {
    endpoint_url_with_a_path_is_used,
}

/// Region, FIPS, dual stack, and the expected host.
const HOSTS: [(&str, bool, bool, &str); 10] = [
    ("us-east-1", false, false, "directconnect.us-east-1.amazonaws.com"),
    ("us-east-1", true, false, "directconnect-fips.us-east-1.amazonaws.com"),
    ("us-east-1", false, true, "directconnect.us-east-1.api.aws"),
    ("us-east-1", true, true, "directconnect-fips.us-east-1.api.aws"),
    ("eu-central-2", false, false, "directconnect.eu-central-2.amazonaws.com"),
    ("mars-north-1", false, false, "directconnect.mars-north-1.amazonaws.com"),
    ("cn-north-1", false, false, "directconnect.cn-north-1.amazonaws.com.cn"),
    ("cn-north-1", false, true, "directconnect.cn-north-1.api.amazonwebservices.com.cn"),
    ("us-gov-west-1", true, false, "directconnect-fips.us-gov-west-1.amazonaws.com"),
    ("us-iso-east-1", false, false, "directconnect.us-iso-east-1.c2s.ic.gov"),
];

#[tokio::test]
async fn host_is_resolved_from_region_fips_and_dual_stack() {
    for (region, fips, dual_stack, host) in HOSTS {
        let (http_client, captured) = capture_request(None);
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(credentials())
            .region(Region::new(region))
            .use_fips(fips)
            .use_dual_stack(dual_stack)
            .http_client(http_client);
        delete(config).await.expect("an empty response is a success");
        assert_eq!(
            captured.expect_request().uri(),
            format!("https://{host}/"),
            "{region} {fips} {dual_stack}"
        );

        let params = Params::builder().region(region).use_fips(fips).use_dual_stack(dual_stack);
        let endpoint = DefaultResolver::new().resolve(&params.build().expect("the region is a host label"));
        assert_eq!(endpoint.expect("there is an endpoint").url(), format!("https://{host}"));
    }
}

#[tokio::test]
async fn settings_without_an_endpoint_are_an_error_before_sending() {
    let server = Server::start([]);
    let cases = [
        (config(&server).use_fips(true), "FIPS and custom endpoint are not supported"),
        (config(&server).use_dual_stack(true), "Dualstack and custom endpoint are not supported"),
        (config(&server).region(Region::new("not a host")), "region"),
        (config(&server).endpoint_url("not a URL"), "not a URL"),
    ];
    for (config, reason) in cases {
        let error = delete(config).await.expect_err(reason);
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains(reason), "{text}");
    }
    assert!(server.requests().is_empty(), "{:?}", server.requests());
}

#[tokio::test]
async fn missing_region_is_an_error() {
    let config =
        Config::builder().behavior_version(BehaviorVersion::latest()).credentials_provider(credentials());
    let error = delete(config).await.expect_err("there is no region");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("Missing Region"), "{text}");
}

#[tokio::test]
async fn missing_credentials_are_an_error() {
    let server = Server::start([]);
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(server.url());
    let error = delete(config).await.expect_err("there are no credentials");
    assert!(matches!(error, SdkError::DispatchFailure(_) | SdkError::ConstructionFailure(_)), "{error:?}");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("identity") || text.contains("credentials"), "{text}");
    assert!(server.requests().is_empty(), "{:?}", server.requests());
}

#[tokio::test]
async fn client_uses_shared_settings() {
    let server = Server::start([Response::json(500, "{}"), Response::json(200, "{}")]);
    let shared = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(SharedCredentialsProvider::new(credentials()))
        .region(Region::new("ap-south-1"))
        .endpoint_url(server.url())
        .retry_config(retries(2))
        .timeout_config(TimeoutConfig::builder().operation_timeout(Duration::from_mins(1)).build())
        .sleep_impl(aws_sdk_directconnect::config::SharedAsyncSleep::new(TokioSleep::new()))
        .time_source(StaticTimeSource::new(UNIX_EPOCH + Duration::from_hours(24)))
        .app_name(AppName::new("tinsmith-tests").expect("the name has no spaces"))
        .build();
    let client = Client::new(&shared);
    assert_eq!(client.config().region(), Some(&Region::new("ap-south-1")));
    assert_eq!(client.config().retry_config().map(RetryConfig::max_attempts), Some(2));
    client
        .delete_connection()
        .connection_id(CONNECTION)
        .send()
        .await
        .expect("the second response is a success");

    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    let header = |name: &str| requests[0].headers()[name].to_str().expect("headers are text");
    assert_eq!(header("x-amz-date"), "19700102T000000Z");
    assert_eq!(header("amz-sdk-request"), "attempt=1; max=2");
    assert!(
        header("authorization").contains("/19700102/ap-south-1/directconnect/"),
        "{}",
        header("authorization")
    );
    assert!(header("x-amz-user-agent").contains("app/tinsmith-tests"), "{}", header("x-amz-user-agent"));
    assert!(header("x-amz-user-agent").contains("api/directconnect/"), "{}", header("x-amz-user-agent"));
}

#[tokio::test]
async fn client_uses_fips_and_dual_stack_of_shared_settings() {
    for (region, fips, dual_stack, host) in HOSTS {
        let (http_client, captured) = capture_request(None);
        let shared = SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(SharedCredentialsProvider::new(credentials()))
            .region(Region::new(region))
            .use_fips(fips)
            .use_dual_stack(dual_stack)
            .http_client(http_client)
            .build();
        let call = Client::new(&shared).delete_connection().connection_id(CONNECTION);
        call.send().await.expect("an empty response is a success");
        assert_eq!(
            captured.expect_request().uri(),
            format!("https://{host}/"),
            "{region} {fips} {dual_stack}"
        );
    }
}

/// Resolves each region to a path of its own.
#[derive(Debug)]
struct PathPerRegion(String);

impl ResolveEndpoint for PathPerRegion {
    fn resolve_endpoint<'a>(&'a self, params: &'a Params) -> EndpointFuture<'a> {
        let url = format!("{}/{}", self.0, params.region().unwrap_or_default());
        EndpointFuture::ready(Ok(Endpoint::builder().url(url).build()))
    }
}

#[tokio::test]
async fn custom_endpoint_resolver_is_used() {
    let server = Server::start([Response::json(200, "{}")]);
    delete(config(&server).endpoint_resolver(PathPerRegion(server.url()))).await.expect("a success");
    assert_eq!(server.request().uri(), "/us-east-1/");
}

async fn endpoint_url_with_a_path_is_used(protocol: Protocol) {
    for (path, base) in [("", "/"), ("/", "/"), ("/base", "/base/"), ("/base/", "/base/"), ("/a/b", "/a/b/")]
    {
        let server = Server::start([protocol.response(200, "{}")]);
        delete(protocol.config(&server).endpoint_url(server.url() + path)).await.expect("a success");
        assert_eq!(server.request().uri().path(), format!("{base}{}", protocol.route()), "{path:?}");
    }
}
