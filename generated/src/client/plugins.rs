// Copied by tinsmith from its support code. Do not edit.

//! What every request of a client has in common, merged once.

use std::{borrow::Cow, sync::Arc};

use aws_runtime::{
    auth::sigv4::SigV4AuthScheme, invocation_id::InvocationIdInterceptor,
    recursion_detection::RecursionDetectionInterceptor, request_info::RequestInfoInterceptor,
    service_clock_skew::ServiceClockSkewInterceptor, user_agent::UserAgentInterceptor,
};
use aws_smithy_runtime::client::{
    defaults::{DefaultPluginParams, default_plugins},
    http::connection_poisoning::ConnectionPoisoningInterceptor,
    retries::classifiers::HttpStatusCodeClassifier,
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::SharedAuthScheme,
        behavior_version::BehaviorVersion,
        interceptors::SharedInterceptor,
        runtime_components::RuntimeComponentsBuilder,
        runtime_plugin::{Order, RuntimePlugin, RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin},
    },
    shared::IntoShared,
};
use aws_smithy_types::config_bag::ConfigBag;

use super::metrics::Metrics;
use crate::{
    config::{
        Config,
        auth::{DefaultAuthSchemeResolver, ResolveAuthScheme},
        endpoint::{DefaultResolver, ResolveEndpoint},
    },
    interceptors::FeatureTracker,
    service,
};

const NO_BEHAVIOR_VERSION: &str = "a behavior version must be set: call `behavior_version` on the \
     configuration, or enable the cargo feature `behavior-version-latest`";

/// The plugins of a client, checked and merged.
#[derive(Clone, Debug)]
pub(crate) struct ClientPlugins {
    merged: RuntimePlugins,
    metrics: Arc<Metrics>,
}

impl ClientPlugins {
    /// The plugins of a client for `config`.
    pub(super) fn new(config: &Config) -> Result<Self, BoxError> {
        let merged = merge(all_plugins(config)?)?;
        Ok(Self { merged, metrics: Arc::new(Metrics::new(config)?) })
    }

    /// The plugins for a call that starts now.
    pub(crate) fn current(&self) -> RuntimePlugins {
        let plugins = self.merged.clone();
        match self.metrics.current() {
            Some(metrics) => plugins.with_client_plugin(metrics),
            None => plugins,
        }
    }
}

/// Merges plugins: one remains for each layer of settings, and one for the components of all.
///
/// Merging is what the orchestrator would do again for each request. It is safe because no plugin
/// of a client depends on the request: the one that looks at other components (`allow_no_auth`)
/// looks at those of the client. Layers are kept apart, for timeouts and retries merge by layer.
fn merge(plugins: Vec<SharedRuntimePlugin>) -> Result<RuntimePlugins, BoxError> {
    let mut bag = ConfigBag::base();
    let mut merged = RuntimePlugins::new();
    let mut components = RuntimeComponentsBuilder::new(service::SERVICE_NAME);
    for plugin in in_order(plugins) {
        if let Some(layer) = plugin.config() {
            bag.push_shared_layer(layer.clone());
            merged = merged.with_client_plugin(StaticRuntimePlugin::new().with_config(layer));
        }
        let next = plugin.runtime_components(&components).into_owned();
        components = components.merge_from(&next);
    }
    components.validate_base_client_config(&bag)?;
    Ok(merged.with_client_plugin(StaticRuntimePlugin::new().with_runtime_components(components)))
}

/// Defaults before what overrides them, otherwise as they come.
fn in_order(plugins: Vec<SharedRuntimePlugin>) -> Vec<SharedRuntimePlugin> {
    let mut ordered = Vec::with_capacity(plugins.len());
    for plugin in plugins {
        let at = ordered.partition_point(|other: &SharedRuntimePlugin| other.order() <= plugin.order());
        ordered.insert(at, plugin);
    }
    ordered
}

/// Every plugin but the metrics', in the order of the official clients.
fn all_plugins(config: &Config) -> Result<Vec<SharedRuntimePlugin>, BoxError> {
    let mut plugins: Vec<_> = default_plugins(
        DefaultPluginParams::new()
            .with_retry_partition_name(retry_partition(config))
            .with_behavior_version(behavior_version(config)?)
            .with_is_aws_sdk(true),
    )
    .into_iter()
    .collect();
    plugins.push(
        StaticRuntimePlugin::new()
            .with_config(config.layer.clone())
            .with_runtime_components(config.runtime_components.clone())
            .into_shared(),
    );
    plugins.push(
        StaticRuntimePlugin::new()
            .with_order(Order::Defaults)
            .with_runtime_components(service_components(config))
            .into_shared(),
    );
    plugins.push(no_auth());
    plugins.extend(config.runtime_plugins.iter().cloned());
    Ok(plugins)
}

fn retry_partition(config: &Config) -> Cow<'static, str> {
    match config.region() {
        Some(region) => format!("{}-{region}", service::SERVICE_NAME).into(),
        None => service::SERVICE_NAME.into(),
    }
}

fn behavior_version(config: &Config) -> Result<BehaviorVersion, BoxError> {
    let latest = cfg!(feature = "behavior-version-latest").then(BehaviorVersion::latest);
    config.behavior_version.or(latest).ok_or_else(|| NO_BEHAVIOR_VERSION.into())
}

/// What a service adds to the defaults. A configuration overrides all of it but the interceptors.
fn service_components(config: &Config) -> RuntimeComponentsBuilder {
    // Made shared here: `with_interceptor` is compiled once for each type that it is given.
    let mut components = RuntimeComponentsBuilder::new(service::SHAPE_NAME)
        .with_auth_scheme_option_resolver(Some(DefaultAuthSchemeResolver::default().into_shared_resolver()))
        .with_endpoint_resolver(Some(DefaultResolver::new().into_shared_resolver()))
        .with_auth_scheme(SharedAuthScheme::new(SigV4AuthScheme::new()))
        .with_retry_classifier(HttpStatusCodeClassifier::default())
        .with_interceptor(SharedInterceptor::permanent(ConnectionPoisoningInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(FeatureTracker))
        .with_interceptor(SharedInterceptor::new(ServiceClockSkewInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(RequestInfoInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(UserAgentInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(InvocationIdInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(RecursionDetectionInterceptor::new()));
    set_default_http_client(&mut components, config);
    components
}

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
fn set_default_http_client(components: &mut RuntimeComponentsBuilder, config: &Config) {
    if config.http_client().is_none() {
        components.set_http_client(Some(crate::config::http::default_https_client()));
    }
}

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc")))]
fn set_default_http_client(_: &mut RuntimeComponentsBuilder, _: &Config) {}

/// Requests without a signature, for operations that want none.
fn no_auth() -> SharedRuntimePlugin {
    use aws_smithy_runtime::client::{
        auth::no_auth::{NO_AUTH_SCHEME_ID, NoAuthScheme},
        identity::no_auth::NoAuthIdentityResolver,
    };
    let components = RuntimeComponentsBuilder::new("no auth")
        .with_identity_resolver(NO_AUTH_SCHEME_ID, NoAuthIdentityResolver::new())
        .with_auth_scheme(SharedAuthScheme::new(NoAuthScheme::new()));
    StaticRuntimePlugin::new().with_runtime_components(components).into_shared()
}
