// ---- src/endpoint_discovery.rs
//! Clients whose endpoint the service assigns (endpoint discovery).

use aws_smithy_async::rt::sleep::default_async_sleep;
use aws_smithy_runtime_api::box_error::BoxError;
use tinsmith_runtime::client::endpoint_discovery::{AssignedEndpoint, discover};

use crate::client::Client;

pub use ::tinsmith_runtime::client::endpoint_discovery::ReloadEndpoint;

impl Client {
    /// Returns a client for the endpoint that the service assigns, and what requests it again before it expires.
    ///
    /// Operations of this service need an endpoint that it assigns. Spawn
    /// [`ReloadEndpoint::reload_task`], which ends when the client and its clones are dropped.
    ///
    /// # Errors
    ///
    /// Returns an error if the service assigns no endpoint, or if there is no `sleep_impl`, which the feature
    /// `rt-tokio` provides.
    pub async fn with_endpoint_discovery_enabled(
        self,
    ) -> Result<(Self, ReloadEndpoint), BoxError> {
        let config = self.config();
        let sleep = config.sleep_impl().or_else(default_async_sleep);
        let sleep = sleep.ok_or("endpoint discovery requires a `sleep_impl`")?;
        let time = config.time_source().unwrap_or_default();
        let mut builder = config.to_builder();
        let (resolver, reload) = discover(
                move || Box::pin(assigned_endpoint(self.clone())),
                sleep,
                time,
            )
            .await?;
        builder.set_endpoint_resolver(Some(resolver));
        Ok((Self::from_conf(builder.build()), reload))
    }
}

async fn assigned_endpoint(client: Client) -> Result<AssignedEndpoint, BoxError> {
    let output = client.describe_endpoints().send().await?;
    let endpoint = AssignedEndpoint::first(output.endpoints)?;
    AssignedEndpoint::new(endpoint.address, endpoint.cache_period_in_minutes)
}
