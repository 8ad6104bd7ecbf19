//! `DeleteConnection` through the official SDK crate and through ours, with the same responses and settings.

mod clients;
mod clock;
mod parts;
mod response;
mod telemetry;

pub use clients::{Official, Ours};
pub use clock::{cpu_time, median, process_time};
pub use parts::{Parts, compare};
pub use response::{CONNECTION, http_client, http_client_for};
pub use telemetry::set_telemetry_provider;

/// Error of a benchmark.
pub type Failure = Box<dyn std::error::Error>;

/// Runs `work` on a single-threaded runtime.
pub fn on_one_thread(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}
