//! `DeleteConnection` through the official SDK crate and through ours: the same answers from the
//! same HTTP client, the same settings.

mod answer;
mod clients;
mod clock;
mod parts;
mod telemetry;

pub use answer::{CONNECTION, http_client, http_client_for};
pub use clients::{Official, Ours};
pub use clock::{cpu_time, median};
pub use parts::{Parts, compare};
pub use telemetry::set_telemetry_provider;

/// Why there are no figures.
pub type Failure = Box<dyn std::error::Error>;

/// Runs `work` on a runtime of one thread, this one.
pub fn on_one_thread(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}
