//! Settings of a client, under construction and complete.

use std::{fmt, sync::Arc};

use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
use aws_smithy_runtime_api::client::{
    behavior_version::BehaviorVersion, runtime_components::RuntimeComponentsBuilder,
    runtime_plugin::SharedRuntimePlugin,
};
#[cfg(feature = "http-auth")]
use aws_smithy_runtime_api::{client::identity::SharedIdentityResolver, shared::IntoShared};
use aws_smithy_types::{
    config_bag::{CloneableLayer, FrozenLayer, Layer},
    timeout::TimeoutConfig,
};
use aws_types::{
    SigningName,
    region::{Region, SigningRegion},
};

use crate::{auth, service::Service};

/// Settings under construction: the state of the `Builder` of a generated crate.
///
/// `Clone` and `Debug` are not derived: derived functions are inlined, and every generated crate would compile them again.
pub struct SettingsBuilder {
    /// Values.
    pub layer: CloneableLayer,
    /// Components.
    pub components: RuntimeComponentsBuilder,
    /// Plugins of the caller.
    pub plugins: Vec<SharedRuntimePlugin>,
    /// Version of the defaults.
    pub behavior_version: Option<BehaviorVersion>,
}

/// Complete settings, which the `Config` of a generated crate and its clients share.
pub struct Settings {
    /// Values, with those of the service.
    pub layer: FrozenLayer,
    /// Values without those of the service, for [`to_builder`](Self::to_builder).
    cloneable: CloneableLayer,
    /// Components.
    pub components: RuntimeComponentsBuilder,
    /// Plugins of the caller.
    pub plugins: Vec<SharedRuntimePlugin>,
    /// Version of the defaults.
    pub behavior_version: Option<BehaviorVersion>,
}

impl Default for SettingsBuilder {
    fn default() -> Self {
        Self {
            layer: CloneableLayer::default(),
            components: RuntimeComponentsBuilder::new("service config"),
            plugins: Vec::new(),
            behavior_version: None,
        }
    }
}

impl Clone for SettingsBuilder {
    fn clone(&self) -> Self {
        Self {
            layer: self.layer.clone(),
            components: self.components.clone(),
            plugins: self.plugins.clone(),
            behavior_version: self.behavior_version,
        }
    }
}

impl fmt::Debug for SettingsBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SettingsBuilder")
            .field("layer", &self.layer)
            .field("components", &self.components)
            .field("plugins", &self.plugins)
            .field("behavior_version", &self.behavior_version)
            .finish()
    }
}

impl SettingsBuilder {
    /// Completes the settings for `service`.
    #[must_use]
    pub fn build(mut self, service: &'static Service) -> Arc<Settings> {
        if self.components.time_source().is_none() {
            self.components.set_time_source(Some(SharedTimeSource::default()));
        }
        let mut layer = Layer::from(self.layer.clone()).with_name("config");
        layer.store_put(ApiMetadata::new(service.name, service.crate_version));
        layer.store_put(SigningName::from_static(service.signing_name));
        if let Some(region) = self.layer.load::<Region>() {
            layer.store_put(SigningRegion::from(region.clone()));
        }
        layer.store_put(AuthSchemeAndEndpointOrchestrationV2);
        service.store(&mut layer);
        Arc::new(Settings {
            layer: layer.freeze(),
            cloneable: self.layer,
            components: self.components,
            plugins: self.plugins,
            behavior_version: self.behavior_version,
        })
    }

    /// Sets the credentials provider; `None` changes nothing.
    pub fn set_credentials_provider(
        &mut self,
        credentials_provider: Option<aws_credential_types::provider::SharedCredentialsProvider>,
    ) {
        if let Some(provider) = credentials_provider {
            for scheme in auth::CREDENTIALS_SCHEMES {
                self.components.set_identity_resolver(scheme.clone(), provider.clone());
            }
        }
    }

    /// Sets the provider of bearer tokens; `None` changes nothing.
    #[cfg(feature = "http-auth")]
    pub fn set_token_provider(
        &mut self,
        token_provider: Option<aws_credential_types::provider::token::SharedTokenProvider>,
    ) {
        if let Some(provider) = token_provider {
            self.set_bearer_token_resolver(provider.into_shared());
        }
    }

    /// Sets the resolver of bearer tokens.
    #[cfg(feature = "http-auth")]
    pub fn set_bearer_token_resolver(&mut self, resolver: SharedIdentityResolver) {
        self.components.set_identity_resolver(auth::HTTP_BEARER, resolver);
    }

    /// Sets the resolver of API keys.
    #[cfg(feature = "http-auth")]
    pub fn set_api_key_resolver(&mut self, resolver: SharedIdentityResolver) {
        self.components.set_identity_resolver(auth::HTTP_API_KEY, resolver);
    }

    /// Sets the resolver of user names and passwords.
    #[cfg(feature = "http-auth")]
    pub fn set_basic_auth_login_resolver(&mut self, resolver: SharedIdentityResolver) {
        self.components.set_identity_resolver(auth::HTTP_BASIC, resolver);
    }

    /// Sets the timeouts; values that `timeout_config` does not set are kept.
    pub fn set_timeout_config(&mut self, timeout_config: Option<TimeoutConfig>) {
        if let Some(mut timeout_config) = timeout_config {
            if let Some(current) = self.layer.load::<TimeoutConfig>() {
                timeout_config.take_defaults_from(current);
            }
            self.layer.store_put(timeout_config);
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("layer", &self.layer)
            .field("components", &self.components)
            .field("plugins", &self.plugins)
            .field("behavior_version", &self.behavior_version)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// Returns a builder with these settings.
    #[must_use]
    pub fn to_builder(&self) -> SettingsBuilder {
        SettingsBuilder {
            layer: self.cloneable.clone(),
            components: self.components.clone(),
            plugins: self.plugins.clone(),
            behavior_version: self.behavior_version,
        }
    }
}
