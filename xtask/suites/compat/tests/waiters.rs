//! The waiters of the overlay in every state, against a scripted server.

use std::{
    pin::Pin,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::{
    orchestrator::HttpResponse,
    result::SdkError,
    waiters::{FinalPoll, error::WaiterError},
};
use compat_directconnect::{
    Client, Config,
    config::{
        AsyncSleep, BehaviorVersion, Credentials, Region, Sleep, StalledStreamProtectionConfig,
        retry::RetryConfig, timeout::TimeoutConfig,
    },
    error::ProvideErrorMetadata,
    types::{ConnectionState, DirectConnectGatewayAssociationState, LagState, VirtualInterfaceState},
    waiters::Waiters as _,
};
use mock_server::{Response, Server};

/// The overlay of Direct Connect.
const OVERLAY: &str = include_str!("../../../../model/directconnect-2012-10-25.overlay.json");
/// Id of the resource that is waited for.
const ID: &str = "dx-ab12cd34";
/// Maximum time of waiting, on a clock that only sleeping advances.
const MAX_WAIT: Duration = Duration::from_mins(5);

/// A resource with a state.
struct Resource {
    /// Operation that describes the resource.
    operation: &'static str,
    /// Member of the request with the id.
    id: &'static str,
    /// Member of the response with the list of resources.
    list: &'static str,
    /// Member of a listed resource with its state.
    state: &'static str,
    /// All states of the model.
    states: fn() -> &'static [&'static str],
}

const CONNECTION: Resource = Resource {
    operation: "DescribeConnections",
    id: "connectionId",
    list: "connections",
    state: "connectionState",
    states: ConnectionState::values,
};

const VIRTUAL_INTERFACE: Resource = Resource {
    operation: "DescribeVirtualInterfaces",
    id: "virtualInterfaceId",
    list: "virtualInterfaces",
    state: "virtualInterfaceState",
    states: VirtualInterfaceState::values,
};

const LAG: Resource = Resource {
    operation: "DescribeLags",
    id: "lagId",
    list: "lags",
    state: "lagState",
    states: LagState::values,
};

const GATEWAY_ASSOCIATION: Resource = Resource {
    operation: "DescribeDirectConnectGatewayAssociations",
    id: "associationId",
    list: "directConnectGatewayAssociations",
    state: "associationState",
    states: DirectConnectGatewayAssociationState::values,
};

/// A waiter and its expected behavior.
struct Waiter {
    name: &'static str,
    wait: fn(Client) -> Pin<Box<dyn Future<Output = End>>>,
    /// Delay between the first two calls in seconds.
    pause: u64,
    resource: Resource,
    /// States of success.
    success: &'static [&'static str],
    /// States of failure. Waiters for deletion have none.
    failure: &'static [&'static str],
}

/// The end of waiting.
#[derive(Debug, PartialEq)]
enum End {
    Success,
    Failure,
    /// A call failed with this error code.
    CallFailed(String),
    Timeout,
}

/// A function that calls a waiter of the client; `$id` sets the id.
macro_rules! wait {
    ($wait_until:ident, $id:ident) => {
        |client| Box::pin(async move { End::of(client.$wait_until().$id(ID).wait(MAX_WAIT).await) })
    };
}

const WAITERS: [Waiter; 7] = [
    Waiter {
        name: "ConnectionAvailable",
        wait: wait!(wait_until_connection_available, connection_id),
        pause: 30,
        resource: CONNECTION,
        success: &["available"],
        failure: &["deleting", "deleted", "rejected"],
    },
    Waiter {
        name: "ConnectionDeleted",
        wait: wait!(wait_until_connection_deleted, connection_id),
        pause: 10,
        resource: CONNECTION,
        success: &["deleted", "rejected"],
        failure: &[],
    },
    Waiter {
        name: "VirtualInterfaceAvailable",
        wait: wait!(wait_until_virtual_interface_available, virtual_interface_id),
        pause: 10,
        resource: VIRTUAL_INTERFACE,
        success: &["available"],
        failure: &["deleting", "deleted", "rejected"],
    },
    Waiter {
        name: "VirtualInterfaceDeleted",
        wait: wait!(wait_until_virtual_interface_deleted, virtual_interface_id),
        pause: 10,
        resource: VIRTUAL_INTERFACE,
        success: &["deleted", "rejected"],
        failure: &[],
    },
    Waiter {
        name: "LagAvailable",
        wait: wait!(wait_until_lag_available, lag_id),
        pause: 30,
        resource: LAG,
        success: &["available"],
        failure: &["deleting", "deleted"],
    },
    Waiter {
        name: "GatewayAssociationAssociated",
        wait: wait!(wait_until_gateway_association_associated, association_id),
        pause: 15,
        resource: GATEWAY_ASSOCIATION,
        success: &["associated"],
        failure: &["disassociating", "disassociated"],
    },
    Waiter {
        name: "GatewayAssociationDisassociated",
        wait: wait!(wait_until_gateway_association_disassociated, association_id),
        pause: 15,
        resource: GATEWAY_ASSOCIATION,
        success: &["disassociated"],
        failure: &[],
    },
];

impl End {
    fn of<O, E>(outcome: Result<FinalPoll<O, SdkError<E, HttpResponse>>, WaiterError<O, E>>) -> Self
    where
        E: ProvideErrorMetadata,
    {
        let Err(error) = outcome else { return Self::Success };
        let message = error.to_string();
        let (end, expected) = match error {
            WaiterError::FailureState(_) => (Self::Failure, "waiting failed"),
            WaiterError::OperationFailed(failure) => {
                let code = failure.error().code().unwrap_or_default();
                (Self::CallFailed(code.to_owned()), "operation failed while waiting")
            }
            WaiterError::ExceededMaxWait(_) => (Self::Timeout, "exceeded max wait time (300s)"),
            _ => panic!("{message}"),
        };
        assert_eq!(message, expected);
        end
    }
}

impl Resource {
    /// A response that lists resources in these states.
    fn response(&self, states: &[&str]) -> Response {
        let member = self.state;
        let listed: Vec<_> = states.iter().map(|state| format!(r#"{{"{member}":"{state}"}}"#)).collect();
        Response::json(200, &format!(r#"{{"{}":[{}]}}"#, self.list, listed.join(",")))
    }

    fn assert_requests(&self, server: &Server) {
        for request in server.requests() {
            let target = format!("OvertureService.{}", self.operation);
            assert_eq!(request.headers()["x-amz-target"], target.as_str());
            assert_eq!(request.body(), format!(r#"{{"{}":"{ID}"}}"#, self.id).as_bytes());
        }
    }
}

impl Waiter {
    /// Waits with these responses. Returns the end, the number of calls and the seconds.
    async fn wait_with(&self, responses: impl IntoIterator<Item = Response>) -> (End, usize, u64) {
        let (server, clock) = (Server::start(responses), Clock::default());
        let end = (self.wait)(client(&server, &clock)).await;
        self.resource.assert_requests(&server);
        (end, server.requests().len(), clock.elapsed().as_secs())
    }

    /// Waits while the resource has these states, one set per call.
    async fn wait_through(&self, states: &[&[&str]]) -> (End, usize, u64) {
        self.wait_with(states.iter().map(|states| self.resource.response(states))).await
    }

    /// A state in which the waiter polls again.
    fn pending(&self) -> &'static str {
        let mut states = (self.resource.states)().iter();
        let pending = states.find(|state| !self.success.contains(state) && !self.failure.contains(state));
        pending.expect("there is a state of neither success nor failure")
    }

    /// Returns true for waiters for deletion, which take an unknown id for success.
    fn is_for_deletion(&self) -> bool {
        self.failure.is_empty()
    }
}

/// A clock that sleeping advances without delay.
#[derive(Clone, Debug, Default)]
struct Clock(Arc<Mutex<Duration>>);

impl Clock {
    fn elapsed(&self) -> Duration {
        *self.0.lock().expect("no thread panics")
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + self.elapsed()
    }
}

impl AsyncSleep for Clock {
    /// Advances the clock when the future is polled: sleeps of timeouts that do not expire are never polled to their
    /// end.
    fn sleep(&self, duration: Duration) -> Sleep {
        let clock = self.clone();
        Sleep::new(async move { *clock.0.lock().expect("no thread panics") += duration })
    }
}

/// A client in which only waiters sleep.
fn client(server: &Server, clock: &Clock) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "compat"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(server.url())
        .retry_config(RetryConfig::disabled())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .sleep_impl(clock.clone())
        .time_source(clock.clone());
    Client::from_conf(config.build())
}

#[test]
fn every_waiter_of_the_overlay_is_tested() {
    assert_eq!(OVERLAY.matches(r#""acceptors": ["#).count(), WAITERS.len());
    for Waiter { name, .. } in &WAITERS {
        assert!(OVERLAY.contains(&format!(r#""{name}": {{"#)), "{name}");
    }
}

#[tokio::test]
async fn each_state_is_success_failure_or_pending() {
    for waiter in &WAITERS {
        for state in (waiter.resource.states)() {
            let expected = if waiter.success.contains(state) {
                (End::Success, 1, 0)
            } else if waiter.failure.contains(state) {
                (End::Failure, 1, 0)
            } else {
                (End::Success, 2, waiter.pause)
            };
            let outcome = waiter.wait_through(&[&[state], &[waiter.success[0]]]).await;
            assert_eq!(outcome, expected, "{}: {state}", waiter.name);
        }
    }
}

#[tokio::test]
async fn every_listed_resource_must_be_in_the_state() {
    for waiter in &WAITERS {
        let (success, later) = (waiter.success[0], (End::Success, 2, waiter.pause));
        let outcome = waiter.wait_through(&[&[success, waiter.pending()], &[success, success]]).await;
        assert_eq!(outcome, later, "{}", waiter.name);
        let expected = if waiter.is_for_deletion() { (End::Success, 1, 0) } else { later };
        assert_eq!(waiter.wait_through(&[&[], &[success]]).await, expected, "{}: none", waiter.name);
        for state in waiter.failure {
            let outcome = waiter.wait_through(&[&[success, state]]).await;
            assert_eq!(outcome, (End::Failure, 1, 0), "{}: {state}", waiter.name);
        }
    }
}

#[tokio::test]
async fn error_ends_waiting_and_is_success_for_deletion() {
    for waiter in &WAITERS {
        for (code, is_end) in [
            ("DirectConnectClientException", true),
            ("DirectConnectServerException", false),
            ("Other", false),
        ] {
            let outcome = waiter.wait_with([Response::json(400, &format!(r#"{{"__type":"{code}"}}"#))]).await;
            let is_success = is_end && waiter.is_for_deletion();
            let end = if is_success { End::Success } else { End::CallFailed(code.to_owned()) };
            assert_eq!(outcome, (end, 1, 0), "{}: {code}", waiter.name);
        }
    }
}

#[tokio::test]
async fn waiting_ends_after_the_maximum_time() {
    for waiter in &WAITERS {
        let pending: &[&str] = &[waiter.pending()];
        let (end, calls, seconds) = waiter.wait_through(&[pending; 40]).await;
        assert_eq!((end, seconds), (End::Timeout, MAX_WAIT.as_secs()), "{}", waiter.name);
        assert!((3..40).contains(&calls), "{}: {calls} calls", waiter.name);
    }
}
