//! Runtime plugins of a client, merged once.

use std::{borrow::Cow, sync::Arc};

use aws_runtime::{
    invocation_id::InvocationIdInterceptor, recursion_detection::RecursionDetectionInterceptor,
    request_info::RequestInfoInterceptor, service_clock_skew::ServiceClockSkewInterceptor,
    user_agent::UserAgentInterceptor,
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
        interceptors::SharedInterceptor,
        runtime_components::RuntimeComponentsBuilder,
        runtime_plugin::{Order, RuntimePlugin, RuntimePlugins, SharedRuntimePlugin, StaticRuntimePlugin},
    },
    shared::IntoShared,
};
use aws_smithy_types::config_bag::ConfigBag;
use aws_types::region::Region;

use super::{Defaults, metrics::Metrics};
use crate::{auth, config::Settings, interceptors::UserAgentFeatures, service::Service};

const MISSING_BEHAVIOR_VERSION: &str = "a behavior version must be set: call `behavior_version` on the \
     configuration, or enable the cargo feature `behavior-version-latest`";

/// The plugins of a client, checked and merged.
#[derive(Clone, Debug)]
pub struct ClientPlugins {
    merged: RuntimePlugins,
    metrics: Arc<Metrics>,
    /// Not merged with the others, which it contains.
    #[cfg(feature = "session-auth")]
    session: Option<SharedRuntimePlugin>,
}

impl ClientPlugins {
    /// Creates the plugins of a client. Fails if the settings are inconsistent.
    pub(super) fn new(
        service: &'static Service,
        settings: &Settings,
        defaults: Defaults,
    ) -> Result<Self, BoxError> {
        let merged = merge(service, all_plugins(service, settings, defaults)?)?;
        Ok(Self {
            #[cfg(feature = "session-auth")]
            session: service
                .customization
                .session
                .map(|session| auth::session::plugin(session, merged.clone())),
            merged,
            metrics: Arc::new(Metrics::new(service, settings)?),
        })
    }

    /// Adds a plugin after the others.
    pub(super) fn with(mut self, plugin: impl RuntimePlugin + 'static) -> Self {
        self.merged = self.merged.with_client_plugin(plugin);
        self
    }

    /// Returns the plugins for a call that starts now.
    pub(crate) fn current(&self) -> RuntimePlugins {
        let plugins = self.merged.clone();
        #[cfg(feature = "session-auth")]
        let plugins = match &self.session {
            Some(session) => plugins.with_client_plugin(session.clone()),
            None => plugins,
        };
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
fn merge(service: &Service, plugins: Vec<SharedRuntimePlugin>) -> Result<RuntimePlugins, BoxError> {
    let mut bag = ConfigBag::base();
    let mut merged = RuntimePlugins::new();
    let mut components = RuntimeComponentsBuilder::new(service.name);
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

/// Sorts defaults before the plugins that override them; otherwise keeps the order.
fn in_order(plugins: Vec<SharedRuntimePlugin>) -> Vec<SharedRuntimePlugin> {
    let mut ordered = Vec::with_capacity(plugins.len());
    for plugin in plugins {
        let at = ordered.partition_point(|other: &SharedRuntimePlugin| other.order() <= plugin.order());
        ordered.insert(at, plugin);
    }
    ordered
}

/// Returns every plugin except the metrics, in the order of the official clients.
fn all_plugins(
    service: &'static Service,
    settings: &Settings,
    defaults: Defaults,
) -> Result<Vec<SharedRuntimePlugin>, BoxError> {
    let behavior_version = settings.behavior_version.or(defaults.behavior_version);
    let mut plugins: Vec<_> = default_plugins(
        DefaultPluginParams::new()
            .with_retry_partition_name(retry_partition(service, settings))
            .with_behavior_version(behavior_version.ok_or(MISSING_BEHAVIOR_VERSION)?)
            .with_is_aws_sdk(true),
    )
    .into_iter()
    .collect();
    plugins.push(
        StaticRuntimePlugin::new()
            .with_config(settings.layer.clone())
            .with_runtime_components(settings.components.clone())
            .into_shared(),
    );
    plugins.push(
        StaticRuntimePlugin::new()
            .with_order(Order::Defaults)
            .with_runtime_components(service_components(service, defaults))
            .into_shared(),
    );
    plugins.push(no_auth());
    plugins.extend(settings.plugins.iter().cloned());
    Ok(plugins)
}

fn retry_partition(service: &Service, settings: &Settings) -> Cow<'static, str> {
    match settings.layer.load::<Region>() {
        Some(region) => format!("{}-{region}", service.name).into(),
        None => service.name.into(),
    }
}

/// Returns the components of every service. Settings override all of them except the interceptors.
fn service_components(service: &'static Service, defaults: Defaults) -> RuntimeComponentsBuilder {
    // Shared here: `with_interceptor` is compiled once for each type that it is given.
    let mut components = RuntimeComponentsBuilder::new(service.shape_name)
        .with_auth_scheme_option_resolver(Some(defaults.auth_scheme_resolver))
        .with_endpoint_resolver(Some(defaults.endpoint_resolver))
        .with_retry_classifier(HttpStatusCodeClassifier::default())
        .with_interceptor(SharedInterceptor::permanent(ConnectionPoisoningInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(UserAgentFeatures))
        .with_interceptor(SharedInterceptor::new(ServiceClockSkewInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(RequestInfoInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(UserAgentInterceptor::new()))
        .with_interceptor(SharedInterceptor::new(InvocationIdInterceptor::new()))
        .with_interceptor(SharedInterceptor::permanent(RecursionDetectionInterceptor::new()));
    for scheme in service.auth_schemes.iter().copied().filter_map(auth::component) {
        components.push_auth_scheme(scheme);
    }
    // Settings override it, as every default.
    components.set_http_client(defaults.http_client);
    components
}

/// Returns the scheme of unsigned requests, for operations without authentication.
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
