//! The client, which sends operations.

use std::sync::Arc;

use aws_types::sdk_config::SdkConfig;

use crate::config::Config;

pub mod customize;

mod feature;
mod metrics;
pub(crate) mod paginator;
mod plugins;
pub(crate) mod waiter;

use plugins::ClientPlugins;

// part: client/waiter
pub use crate::waiters::Waiters;

// end of part
/// What the clones of a [`Client`] share.
#[derive(Debug)]
pub(crate) struct Handle {
    pub(crate) conf: Config,
    pub(crate) plugins: ClientPlugins,
}

/// Sends requests to the service.
///
/// Each operation is a method that returns a builder; the builder's `send` makes the call. A clone
/// is cheap and shares connections and credentials, so make one client at start-up and clone it.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) handle: Arc<Handle>,
}

impl Client {
    /// Creates a client from the configuration that every AWS client shares.
    ///
    /// # Panics
    ///
    /// As [`from_conf`](Self::from_conf).
    #[must_use]
    #[track_caller]
    pub fn new(sdk_config: &SdkConfig) -> Self {
        Self::from_conf(sdk_config.into())
    }

    /// Creates a client from the service's own [`Config`].
    ///
    /// # Panics
    ///
    /// If the configuration has no behaviour version (and the feature `behavior-version-latest` is
    /// off), or if it asks for retries, timeouts or stalled-stream protection without a
    /// `sleep_impl`, which the feature `rt-tokio` provides.
    #[must_use]
    #[track_caller]
    pub fn from_conf(conf: Config) -> Self {
        match ClientPlugins::new(&conf) {
            Ok(plugins) => Self { handle: Arc::new(Handle { conf, plugins }) },
            Err(error) => panic!("Invalid client configuration: {error}"),
        }
    }

    /// The client's configuration.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.handle.conf
    }
}
