//! The client. The method of each operation is in `operation/*/fluent_builder.rs`.

use std::sync::Arc;

use aws_types::sdk_config::SdkConfig;
use tinsmith_runtime::client::{Defaults, Handle};

use crate::{
    config::{
        BehaviorVersion, Config, SharedHttpClient,
        auth::{DefaultAuthSchemeResolver, ResolveAuthScheme},
        endpoint::{DefaultResolver, ResolveEndpoint},
    },
    service::SERVICE,
};

pub mod customize;

// {waiters}

/// Client of the service.
///
/// [`new`](Self::new) creates it from the settings of `aws-config`, [`from_conf`](Self::from_conf) from a [`Config`] of this
/// crate. A clone is cheap and shares connections and credentials, so create one client at start-up and clone it.
///
/// Each operation is a method that returns a fluent builder; its `send` makes the call.
#[derive(Clone, Debug)]
pub struct Client {
    config: Config,
    pub(crate) handle: Arc<Handle>,
}

impl Client {
    /// Creates a client from the settings that every AWS client shares.
    ///
    /// # Panics
    ///
    /// Panics in the same cases as [`from_conf`](Self::from_conf).
    #[must_use]
    #[track_caller]
    pub fn new(sdk_config: &SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// Creates a client from the settings of this crate.
    ///
    /// # Panics
    ///
    /// If there is no behavior version (and the feature `behavior-version-latest` is off), or if retries, timeouts or
    /// stalled-stream protection are configured without a `sleep_impl`, which the feature `rt-tokio` provides.
    #[must_use]
    #[track_caller]
    pub fn from_conf(conf: Config) -> Self {
        let defaults = Defaults {
            endpoint_resolver: DefaultResolver::new().into_shared_resolver(),
            auth_scheme_resolver: DefaultAuthSchemeResolver::default().into_shared_resolver(),
            http_client: default_http_client(&conf),
            behavior_version: cfg!(feature = "behavior-version-latest").then(BehaviorVersion::latest),
        };
        match Handle::new(&SERVICE, conf.settings.clone(), defaults) {
            Ok(handle) => Self { config: conf, handle: Arc::new(handle) },
            Err(error) => panic!("Invalid client configuration: {error}"),
        }
    }

    /// Returns the settings of the client.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }
}

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
fn default_http_client(conf: &Config) -> Option<SharedHttpClient> {
    conf.http_client().is_none().then(crate::config::http::default_https_client)
}

#[cfg(not(any(feature = "rustls", feature = "rustls-aws-lc")))]
fn default_http_client(_: &Config) -> Option<SharedHttpClient> {
    None
}
