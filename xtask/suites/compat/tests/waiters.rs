//! The waiters that the overlay declares, in every state that there is, against a scripted server.

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
use mock_server::{Answer, Server};

/// The overlay of the crate.
const OVERLAY: &str = include_str!("../../../../model/directconnect-2012-10-25.overlay.json");
/// What is waited for.
const ID: &str = "dx-ab12cd34";
/// How long it is waited for, on a clock that moves by sleeping alone.
const LIMIT: Duration = Duration::from_mins(5);

/// What has a state.
struct Resource {
    /// The operation that shows it.
    operation: &'static str,
    /// The member of the request that says which one is meant.
    id: &'static str,
    /// The member of the answer that lists those that are there.
    list: &'static str,
    /// The member of a listed one that holds its state.
    state: &'static str,
    /// All states.
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

/// What a waiter makes of what it waits for.
struct Waiter {
    name: &'static str,
    wait: fn(Client) -> Pin<Box<dyn Future<Output = End>>>,
    /// Seconds between the first two calls.
    pause: u64,
    resource: Resource,
    /// The states that it waits for.
    reached: &'static [&'static str],
    /// The states after which those never come. A waiter for the end has none.
    ruled_out: &'static [&'static str],
}

/// How waiting ends.
#[derive(Debug, PartialEq)]
enum End {
    Reached,
    RuledOut,
    /// A call failed, with this code.
    Failed(String),
    TooLate,
}

/// Waits by a method of the client, whose other one sets the ID.
macro_rules! wait {
    ($wait_until:ident, $id:ident) => {
        |client| Box::pin(async move { End::of(client.$wait_until().$id(ID).wait(LIMIT).await) })
    };
}

const WAITERS: [Waiter; 7] = [
    Waiter {
        name: "ConnectionAvailable",
        wait: wait!(wait_until_connection_available, connection_id),
        pause: 30,
        resource: CONNECTION,
        reached: &["available"],
        ruled_out: &["deleting", "deleted", "rejected"],
    },
    Waiter {
        name: "ConnectionDeleted",
        wait: wait!(wait_until_connection_deleted, connection_id),
        pause: 10,
        resource: CONNECTION,
        reached: &["deleted", "rejected"],
        ruled_out: &[],
    },
    Waiter {
        name: "VirtualInterfaceAvailable",
        wait: wait!(wait_until_virtual_interface_available, virtual_interface_id),
        pause: 10,
        resource: VIRTUAL_INTERFACE,
        reached: &["available"],
        ruled_out: &["deleting", "deleted", "rejected"],
    },
    Waiter {
        name: "VirtualInterfaceDeleted",
        wait: wait!(wait_until_virtual_interface_deleted, virtual_interface_id),
        pause: 10,
        resource: VIRTUAL_INTERFACE,
        reached: &["deleted", "rejected"],
        ruled_out: &[],
    },
    Waiter {
        name: "LagAvailable",
        wait: wait!(wait_until_lag_available, lag_id),
        pause: 30,
        resource: LAG,
        reached: &["available"],
        ruled_out: &["deleting", "deleted"],
    },
    Waiter {
        name: "GatewayAssociationAssociated",
        wait: wait!(wait_until_gateway_association_associated, association_id),
        pause: 15,
        resource: GATEWAY_ASSOCIATION,
        reached: &["associated"],
        ruled_out: &["disassociating", "disassociated"],
    },
    Waiter {
        name: "GatewayAssociationDisassociated",
        wait: wait!(wait_until_gateway_association_disassociated, association_id),
        pause: 15,
        resource: GATEWAY_ASSOCIATION,
        reached: &["disassociated"],
        ruled_out: &[],
    },
];

impl End {
    fn of<O, E>(outcome: Result<FinalPoll<O, SdkError<E, HttpResponse>>, WaiterError<O, E>>) -> Self
    where
        E: ProvideErrorMetadata,
    {
        let Err(error) = outcome else { return Self::Reached };
        let says = error.to_string();
        let (end, text) = match error {
            WaiterError::FailureState(_) => (Self::RuledOut, "waiting failed"),
            WaiterError::OperationFailed(failure) => {
                let code = failure.error().code().unwrap_or_default();
                (Self::Failed(code.to_owned()), "operation failed while waiting")
            }
            WaiterError::ExceededMaxWait(_) => (Self::TooLate, "exceeded max wait time (300s)"),
            _ => panic!("{says}"),
        };
        assert_eq!(says, text);
        end
    }
}

impl Resource {
    /// An answer that lists one in each of these states.
    fn answer(&self, states: &[&str]) -> Answer {
        let member = self.state;
        let listed: Vec<_> = states.iter().map(|state| format!(r#"{{"{member}":"{state}"}}"#)).collect();
        Answer::json(200, &format!(r#"{{"{}":[{}]}}"#, self.list, listed.join(",")))
    }

    fn assert_asked(&self, server: &Server) {
        for request in server.requests() {
            let target = format!("OvertureService.{}", self.operation);
            assert_eq!(request.headers()["x-amz-target"], target.as_str());
            assert_eq!(request.body(), format!(r#"{{"{}":"{ID}"}}"#, self.id).as_bytes());
        }
    }
}

impl Waiter {
    /// How waiting ends if the service gives these answers, after how many calls and after how many seconds.
    async fn play(&self, answers: impl IntoIterator<Item = Answer>) -> (End, usize, u64) {
        let (server, clock) = (Server::start(answers), Clock::default());
        let end = (self.wait)(client(&server, &clock)).await;
        self.resource.assert_asked(&server);
        (end, server.requests().len(), clock.elapsed().as_secs())
    }

    /// The same if it shows these states.
    async fn see(&self, states: &[&[&str]]) -> (End, usize, u64) {
        self.play(states.iter().map(|states| self.resource.answer(states))).await
    }

    /// A state in which it asks again.
    fn pending(&self) -> &'static str {
        let mut states = (self.resource.states)().iter();
        let pending = states.find(|state| !self.reached.contains(state) && !self.ruled_out.contains(state));
        pending.expect("there is something to wait for")
    }

    /// Whether it waits until the service does not know the resource any more.
    fn is_for_the_end(&self) -> bool {
        self.ruled_out.is_empty()
    }
}

/// A clock that moves by sleeping, which takes no time.
#[derive(Clone, Debug, Default)]
struct Clock(Arc<Mutex<Duration>>);

impl Clock {
    fn elapsed(&self) -> Duration {
        *self.0.lock().expect("nobody panics while they look at it")
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + self.elapsed()
    }
}

impl AsyncSleep for Clock {
    /// Moves when it is waited for: what might take too long, and does not, never waits for its end.
    fn sleep(&self, duration: Duration) -> Sleep {
        let clock = self.clone();
        Sleep::new(async move { *clock.0.lock().expect("nobody panics while they move it") += duration })
    }
}

/// Nothing but the waiters sleeps.
fn client(server: &Server, clock: &Clock) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "drop-in"))
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
fn every_waiter_is_here() {
    assert_eq!(OVERLAY.matches(r#""acceptors": ["#).count(), WAITERS.len());
    for Waiter { name, .. } in &WAITERS {
        assert!(OVERLAY.contains(&format!(r#""{name}": {{"#)), "{name}");
    }
}

#[tokio::test]
async fn each_state_is_waited_for_rules_it_out_or_passes() {
    for waiter in &WAITERS {
        for state in (waiter.resource.states)() {
            let expected = if waiter.reached.contains(state) {
                (End::Reached, 1, 0)
            } else if waiter.ruled_out.contains(state) {
                (End::RuledOut, 1, 0)
            } else {
                (End::Reached, 2, waiter.pause)
            };
            let outcome = waiter.see(&[&[state], &[waiter.reached[0]]]).await;
            assert_eq!(outcome, expected, "{}: {state}", waiter.name);
        }
    }
}

#[tokio::test]
async fn all_that_are_listed_must_be_in_the_state() {
    for waiter in &WAITERS {
        let (reached, later) = (waiter.reached[0], (End::Reached, 2, waiter.pause));
        let outcome = waiter.see(&[&[reached, waiter.pending()], &[reached, reached]]).await;
        assert_eq!(outcome, later, "{}", waiter.name);
        let expected = if waiter.is_for_the_end() { (End::Reached, 1, 0) } else { later };
        assert_eq!(waiter.see(&[&[], &[reached]]).await, expected, "{}: none", waiter.name);
        for state in waiter.ruled_out {
            let outcome = waiter.see(&[&[reached, state]]).await;
            assert_eq!(outcome, (End::RuledOut, 1, 0), "{}: {state}", waiter.name);
        }
    }
}

#[tokio::test]
async fn an_error_ends_it_and_may_be_the_end_that_is_waited_for() {
    for waiter in &WAITERS {
        for (code, is_end) in [
            ("DirectConnectClientException", true),
            ("DirectConnectServerException", false),
            ("Other", false),
        ] {
            let outcome = waiter.play([Answer::json(400, &format!(r#"{{"__type":"{code}"}}"#))]).await;
            let reached = is_end && waiter.is_for_the_end();
            let end = if reached { End::Reached } else { End::Failed(code.to_owned()) };
            assert_eq!(outcome, (end, 1, 0), "{}: {code}", waiter.name);
        }
    }
}

#[tokio::test]
async fn waiting_has_an_end() {
    for waiter in &WAITERS {
        let pending: &[&str] = &[waiter.pending()];
        let (end, calls, seconds) = waiter.see(&[pending; 40]).await;
        assert_eq!((end, seconds), (End::TooLate, LIMIT.as_secs()), "{}", waiter.name);
        assert!((3..40).contains(&calls), "{}: {calls} calls", waiter.name);
    }
}
