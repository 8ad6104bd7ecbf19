//! Endpoints that a service assigns (`aws.api#clientEndpointDiscovery`).

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::{Duration, SystemTime},
};

use aws_smithy_async::{
    rt::sleep::{AsyncSleep, SharedAsyncSleep},
    time::SharedTimeSource,
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::endpoint::{EndpointFuture, EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver},
};
use aws_smithy_types::endpoint::Endpoint;

use crate::orchestrator::BoxFuture;

/// Interval at which the task looks whether the endpoint expires.
const INTERVAL: Duration = Duration::from_mins(1);

/// Remaining validity at which an endpoint is replaced: two intervals, so that one failure does no harm.
const MARGIN: Duration = Duration::from_mins(2);

/// Longest validity in minutes: a year. A clock cannot represent any time.
const MAX_MINUTES: u64 = 365 * 24 * 60;

/// Requests an endpoint: its address, and the minutes for which it is valid.
type Request = Box<dyn Fn() -> BoxFuture<Result<AssignedEndpoint, BoxError>> + Send + Sync>;

/// An endpoint in the response of a service.
#[doc(hidden)]
#[derive(Debug)]
pub struct AssignedEndpoint {
    address: String,
    minutes: u64,
}

impl AssignedEndpoint {
    /// Reads the first endpoint of a response. The members are options or not, by the model.
    #[doc(hidden)]
    pub fn new(
        address: impl Into<Option<String>>,
        minutes: impl Into<Option<i64>>,
    ) -> Result<Self, BoxError> {
        let address = address.into().filter(|address| !address.is_empty());
        let minutes = minutes.into().and_then(|minutes| u64::try_from(minutes).ok()).unwrap_or_default();
        Ok(Self { address: address.ok_or(NO_ENDPOINT)?, minutes: minutes.min(MAX_MINUTES) })
    }

    /// Returns the first endpoint of a response.
    #[doc(hidden)]
    pub fn first<T>(endpoints: impl Into<Option<Vec<T>>>) -> Result<T, BoxError> {
        Ok(endpoints.into().into_iter().flatten().next().ok_or(NO_ENDPOINT)?)
    }
}

const NO_ENDPOINT: &str = "the service has assigned no endpoint";

/// An endpoint, and the time at which it expires.
#[derive(Clone, Debug)]
struct ExpiringEndpoint {
    endpoint: Endpoint,
    expiry: SystemTime,
}

/// The endpoint of a client, or the error of the last request for one.
#[derive(Debug, Default)]
struct State {
    endpoint: Option<ExpiringEndpoint>,
    error: Option<BoxError>,
}

/// Resolver of the endpoint that a service has assigned.
#[derive(Debug)]
struct AssignedEndpointResolver(Arc<Mutex<State>>);

impl ResolveEndpoint for AssignedEndpointResolver {
    fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        EndpointFuture::ready(match &state.endpoint {
            Some(assigned) => Ok(assigned.endpoint.clone()),
            None => Err(state.error.take().unwrap_or_else(|| NO_ENDPOINT.into())),
        })
    }
}

/// Requests the endpoint of a client again before it expires.
///
/// Spawn [`reload_task`](Self::reload_task), or call [`reload_once`](Self::reload_once) from time to time. Otherwise the
/// client stays with the endpoint that it has.
#[must_use]
pub struct ReloadEndpoint {
    request: Request,
    state: Weak<Mutex<State>>,
    sleep: SharedAsyncSleep,
    time: SharedTimeSource,
}

impl fmt::Debug for ReloadEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReloadEndpoint").finish_non_exhaustive()
    }
}

impl ReloadEndpoint {
    /// Requests the endpoint once. If that fails, the client keeps the endpoint that it has.
    pub async fn reload_once(&self) {
        let assigned = (self.request)().await;
        let Some(state) = self.state.upgrade() else { return };
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        match assigned {
            Ok(AssignedEndpoint { address, minutes }) => {
                let endpoint = Endpoint::builder().url(format!("https://{address}")).build();
                let expiry = self.time.now() + Duration::from_mins(minutes);
                tracing::debug!(?endpoint, ?expiry, "the service has assigned an endpoint");
                *state = State { endpoint: Some(ExpiringEndpoint { endpoint, expiry }), error: None };
            }
            Err(error) => {
                tracing::debug!(error, "the service has assigned no endpoint");
                state.error = Some(error);
            }
        }
    }

    /// Requests the endpoint whenever it is about to expire, until the client and its clones are dropped.
    pub async fn reload_task(self) {
        while let Some(state) = self.state.upgrade() {
            let expires = expires(&state, self.time.now());
            // Not held while waiting: the task ends when the clients are dropped.
            drop(state);
            if expires {
                self.reload_once().await;
            }
            self.sleep.sleep(INTERVAL).await;
        }
    }
}

fn expires(state: &Mutex<State>, now: SystemTime) -> bool {
    let state = state.lock().unwrap_or_else(PoisonError::into_inner);
    let left = state.endpoint.as_ref().and_then(|assigned| assigned.expiry.duration_since(now).ok());
    left.is_none_or(|left| left < MARGIN)
}

/// Requests an endpoint, and returns its resolver and what replaces it. Fails if the service assigns none.
#[doc(hidden)]
pub async fn discover(
    request: impl Fn() -> BoxFuture<Result<AssignedEndpoint, BoxError>> + Send + Sync + 'static,
    sleep: SharedAsyncSleep,
    time: SharedTimeSource,
) -> Result<(SharedEndpointResolver, ReloadEndpoint), BoxError> {
    let state = Arc::new(Mutex::new(State::default()));
    let reload = ReloadEndpoint { request: Box::new(request), state: Arc::downgrade(&state), sleep, time };
    reload.reload_once().await;
    if let Some(error) = state.lock().unwrap_or_else(PoisonError::into_inner).error.take() {
        return Err(error);
    }
    Ok((SharedEndpointResolver::new(AssignedEndpointResolver(state)), reload))
}
