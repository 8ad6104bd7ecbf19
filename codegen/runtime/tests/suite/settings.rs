//! Settings, from code and from what every AWS client shares.

use std::collections::HashMap;

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_schema::protocol::{ServiceShapeName, SharedClientProtocol};
use aws_smithy_types::{retry::RetryConfig, timeout::TimeoutConfig};
use aws_types::{
    app_name::AppName,
    endpoint_config::EndpointUrl,
    origin::Origin,
    region::SigningRegion,
    sdk_config::SdkConfig,
    service_config::{LoadServiceConfig, ServiceConfigKey},
};
use std::time::Duration;

use tinsmith_runtime::config::DisableHostPrefixInjection;

use crate::{
    Config,
    config::{BehaviorVersion, FrameworkMetadata, Region, auth},
};

#[derive(Debug)]
struct Environment(HashMap<&'static str, &'static str>);

impl LoadServiceConfig for Environment {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let variable = format!("{}_{}", key.env(), key.service_id().to_uppercase().replace(' ', "_"));
        self.0.get(variable.as_str()).map(ToString::to_string)
    }
}

/// The environment, and the endpoint URL of a profile.
#[derive(Debug)]
struct EnvironmentAndProfile(Environment, &'static str);

impl LoadServiceConfig for EnvironmentAndProfile {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        self.0.load_config(key).or_else(|| Some(self.1.to_owned()))
    }
}

fn endpoint(config: &Config) -> Option<&str> {
    config.settings.layer.load::<EndpointUrl>().map(|url| url.0.as_str())
}

#[test]
fn shared_settings_are_copied() {
    let shared = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .use_fips(true)
        .behavior_version(BehaviorVersion::latest())
        .retry_config(RetryConfig::standard().with_max_attempts(7))
        .app_name(AppName::new("app").expect("the name is valid"))
        .protocol(RpcV2CborProtocol::new())
        .build();
    let config = Config::from(&shared);
    assert_eq!(config.region().map(AsRef::as_ref), Some("eu-west-1"));
    assert_eq!(config.retry_config().map(RetryConfig::max_attempts), Some(7));
    assert_eq!(config.app_name().map(AsRef::as_ref), Some("app"));
    let protocol = config.settings.layer.load::<SharedClientProtocol>().expect("a protocol is always set");
    assert_eq!(protocol.protocol_id().as_str(), "smithy.protocols#rpcv2Cbor");
}

#[test]
fn the_endpoint_for_the_service_goes_before_the_one_for_all() {
    let environment = Environment(HashMap::from([("AWS_ENDPOINT_URL_DIRECT_CONNECT", "http://dx")]));
    let mut shared = SdkConfig::builder().endpoint_url("http://all").service_config(environment);
    shared.insert_origin("endpoint_url", Origin::shared_environment_variable());
    assert_eq!(endpoint(&Config::new(&shared.build())), Some("http://dx"));

    let from_code = SdkConfig::builder().endpoint_url("http://code").build();
    assert_eq!(endpoint(&Config::new(&from_code)), Some("http://code"));
}

#[test]
fn an_empty_endpoint_from_the_environment_counts_as_not_set() {
    let environment = Environment(HashMap::from([("AWS_ENDPOINT_URL_DIRECT_CONNECT", "")]));
    let mut shared = SdkConfig::builder().endpoint_url("http://all").service_config(environment);
    shared.insert_origin("endpoint_url", Origin::shared_environment_variable());
    assert_eq!(endpoint(&Config::new(&shared.build())), Some("http://all"));

    let environment = Environment(HashMap::new());
    let mut shared = SdkConfig::builder().endpoint_url("").service_config(environment);
    shared.insert_origin("endpoint_url", Origin::shared_environment_variable());
    assert_eq!(endpoint(&Config::new(&shared.build())), None);
}

#[test]
fn an_empty_endpoint_from_the_environment_does_not_hide_the_profile() {
    let endpoint = |variable, url: &str, origin| {
        let environment = Environment(HashMap::from([(variable, "")]));
        let mut shared =
            SdkConfig::builder().service_config(EnvironmentAndProfile(environment, "http://profile"));
        shared.set_endpoint_url((!url.is_empty()).then(|| url.to_owned()));
        shared.insert_origin("endpoint_url", origin);
        endpoint(&Config::new(&shared.build())).map(str::to_owned)
    };
    let (variable, profile) = (Origin::shared_environment_variable(), Origin::shared_profile_file());
    let of_service = "AWS_ENDPOINT_URL_DIRECT_CONNECT";
    assert_eq!(endpoint(of_service, "", variable).as_deref(), Some("http://profile"));
    assert_eq!(endpoint(of_service, "http://all", profile).as_deref(), Some("http://profile"));
    assert_eq!(endpoint(of_service, "http://all", variable).as_deref(), Some("http://all"));
}

#[test]
fn host_prefixes_are_left_out_by_environment_or_profile() {
    let disabled = |value| {
        let variable = "AWS_DISABLE_HOST_PREFIX_INJECTION_DIRECT_CONNECT";
        let environment = Environment(HashMap::from([(variable, value)]));
        let config = Config::new(&SdkConfig::builder().service_config(environment).build());
        config.settings.layer.load::<DisableHostPrefixInjection>().map(|disabled| disabled.0)
    };
    assert_eq!(disabled("true"), Some(true));
    assert_eq!(disabled("False"), Some(false));
    assert_eq!(disabled("perhaps"), None);
}

#[test]
fn a_configuration_knows_the_service() {
    let config = Config::builder().region(Region::new("us-east-1")).build();
    assert_eq!(config.signing_name(), "directconnect");
    assert_eq!(config.settings.layer.load::<SigningRegion>().map(AsRef::as_ref), Some("us-east-1"));
    let name = config.settings.layer.load::<ServiceShapeName>().map(ServiceShapeName::as_str);
    assert_eq!(name, Some("OvertureService"));
    let protocol = config.settings.layer.load::<SharedClientProtocol>().expect("a protocol is always set");
    assert_eq!(protocol.protocol_id().as_str(), "aws.protocols#awsJson1_1");
}

#[test]
fn settings_survive_the_way_back_to_a_builder() {
    let framework =
        |name: &str| FrameworkMetadata::new(name.to_owned(), None::<String>).expect("the name is valid");
    let config = Config::builder()
        .framework_metadata(framework("one"))
        .framework_metadata(framework("two"))
        .timeout_config(TimeoutConfig::builder().read_timeout(Duration::from_secs(1)).build())
        .build();
    let config = config
        .to_builder()
        .timeout_config(TimeoutConfig::builder().connect_timeout(Duration::from_secs(2)).build())
        .build();
    let timeouts = config.timeout_config().expect("timeouts are set");
    assert_eq!(timeouts.read_timeout(), Some(Duration::from_secs(1)));
    assert_eq!(timeouts.connect_timeout(), Some(Duration::from_secs(2)));
    let names = config.framework_metadata();
    assert_eq!(names, [&framework("one"), &framework("two")]);
}

#[test]
fn auth_parameters_need_the_operation() {
    let params = auth::Params::builder().operation_name("DeleteConnection").build().unwrap();
    assert_eq!(params.operation_name(), "DeleteConnection");
    let error = auth::Params::builder().build().unwrap_err();
    assert_eq!(error.to_string(), "a required field was missing: `operation_name`");
}
