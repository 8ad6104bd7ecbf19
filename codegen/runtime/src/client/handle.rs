//! Settings and plugins of a client.

use std::sync::Arc;

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::SharedAuthSchemeOptionResolver, behavior_version::BehaviorVersion,
        endpoint::SharedEndpointResolver, http::SharedHttpClient,
    },
};

use super::plugins::ClientPlugins;
use crate::{config::Settings, service::Service};

/// Settings and plugins of a client, shared by its clones.
#[derive(Debug)]
pub struct Handle {
    pub(crate) service: &'static Service,
    pub(crate) settings: Arc<Settings>,
    pub(crate) plugins: ClientPlugins,
}

/// Default components of a client.
#[derive(Debug)]
pub struct Defaults {
    /// Endpoint rules of the service.
    pub endpoint_resolver: SharedEndpointResolver,
    /// Authentication schemes of the model.
    pub auth_scheme_resolver: SharedAuthSchemeOptionResolver,
    /// HTTP client, if the generated crate has a TLS feature and the settings have no HTTP client.
    pub http_client: Option<SharedHttpClient>,
    /// Behavior version, if the generated crate has the feature `behavior-version-latest`.
    pub behavior_version: Option<BehaviorVersion>,
}

impl Handle {
    /// Creates the plugins for the settings. Returns an error if the settings are inconsistent.
    pub fn new(
        service: &'static Service,
        settings: Arc<Settings>,
        defaults: Defaults,
    ) -> Result<Self, BoxError> {
        let plugins = ClientPlugins::new(service, &settings, defaults)?;
        Ok(Self { service, settings, plugins })
    }
}
