//! Calls to a server with faults: whatever it does, a caller gets the right data or an error, and gets it in time.

use std::time::Duration;

use aws_sdk_s3::Client;
use aws_sdk_s3::config::{StalledStreamProtectionConfig, timeout::TimeoutConfig};
use aws_smithy_async::time::SystemTimeSource;
use mock_server::{Response, Server};
use tokio::task::JoinSet;

mod calls;
mod good;
mod requests;
mod responses;

use crate::bodies::TemporaryFile;
use crate::setup::{basics, plain_http};
use calls::{Call, Outcome};

/// Time in which a stream may stall.
const GRACE: Duration = Duration::from_secs(1);
/// Time in which a request is sent and the head of its response arrives. Stalled streams fail earlier.
const READ_TIMEOUT: Duration = Duration::from_secs(6);
/// Time after which a call hangs: two attempts, with a margin for a busy machine.
const LIMIT: Duration = Duration::from_secs(30);

/// A cell of the matrix: a table, an operation, a fault, and what the caller gets.
pub type Cell = [String; 4];

/// A fault of the server.
#[derive(Clone, Copy)]
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    /// Operations whose server can have the fault.
    pub(crate) calls: &'static [Call],
    /// Length of the bodies of requests.
    pub(crate) length: usize,
    /// The response with the fault to an operation, whose requests have bodies of this length.
    pub(crate) response: fn(Call, usize) -> Response,
}

/// Returns all cells. Calls with one fault run at the same time.
pub async fn run() -> Vec<Cell> {
    let mut cells = Vec::new();
    for (table, faults) in [("responses", &responses::FAULTS[..]), ("requests", &requests::FAULTS)] {
        for fault in faults {
            cells.extend(row(*fault).await.into_iter().map(|(call, outcome)| {
                [table.to_owned(), call.name().to_owned(), fault.name.to_owned(), outcome]
            }));
        }
    }
    cells
}

/// Returns what callers get if one response has the fault, and if all have it.
async fn row(fault: Fault) -> Vec<(Call, String)> {
    let mut tasks = JoinSet::new();
    let (once, always) =
        (fault.calls.iter().map(|call| (*call, 1)), fault.calls.iter().map(|call| (*call, 2)));
    for (call, times) in once.chain(always) {
        tasks.spawn(async move { (call, times, cell(fault, call, times).await) });
    }
    let mut cells = tasks.join_all().await;
    cells.sort_by_key(|(call, times, _)| (*call, *times));
    let (once, always): (Vec<_>, Vec<_>) = cells.into_iter().partition(|(_, times, _)| *times == 1);
    let both = once.into_iter().zip(always);
    both.map(|((call, _, once), (_, _, always))| (call, format!("{once}, {always}"))).collect()
}

async fn cell(fault: Fault, call: Call, times: usize) -> &'static str {
    let response = || (fault.response)(call, fault.length);
    let server =
        Server::start((0..2).map(|at| if at < times { response() } else { good::of(call).response() }));
    let file = TemporaryFile::new(&format!("fault-{}", server.address().port()), fault.length);
    let client = client(&server);
    let sent = calls::send(call, &client, fault.length, &file);
    match tokio::time::timeout(LIMIT, sent).await {
        Err(_) => "HANGS",
        Ok(Outcome::Error) => "error",
        Ok(Outcome::Wrong) => "WRONG DATA",
        Ok(Outcome::Right) if !calls::is_received(call, &server, fault.length) => "LOST DATA",
        Ok(Outcome::Right) if server.requests().len() > 1 => "retried",
        Ok(Outcome::Right) => "right",
    }
}

fn client(server: &Server) -> Client {
    let timeouts = TimeoutConfig::builder().read_timeout(READ_TIMEOUT).build();
    let protection = StalledStreamProtectionConfig::enabled().grace_period(GRACE).build();
    // Streams stall by the time of the machine.
    let config =
        basics().time_source(SystemTimeSource::new()).endpoint_url(server.url()).http_client(plain_http());
    Client::from_conf(config.timeout_config(timeouts).stalled_stream_protection(protection).build())
}
