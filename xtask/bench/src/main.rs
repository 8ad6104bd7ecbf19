//! CPU time of `DeleteConnection` through the official SDK crate and through ours, as JSON.
//!
//! `cargo xtask bench calls` starts it. With a profiler, one crate can be run by itself:
//!
//! ```text
//! cargo build --release --manifest-path xtask/bench/Cargo.toml
//! perf record xtask/bench/target/release/bench '{"calls": 200000, "rounds": 1, "only": "ours"}'
//! ```

use bench::{Failure, Official, Ours, compare, http_client, on_one_thread, set_telemetry_provider};
use xtask_common::request::{self, Calls, Client};

mod measure;
mod report;

use report::Setting;

fn main() -> Result<(), Failure> {
    let request = request::receive()?;
    on_one_thread(run(&request))
}

async fn run(request: &Calls) -> Result<(), Failure> {
    match request.only {
        Some(Client::Official) => Official::new(http_client()).call(request.calls).await,
        Some(Client::Ours) => Ours::new(http_client()).call(request.calls).await,
        None => {
            let plain = setting(request, "plain").await?;
            set_telemetry_provider()?;
            let metrics = setting(request, "metrics").await?;
            println!("{:#}", report::json(&[plain, metrics]));
            Ok(())
        }
    }
}

/// Measures new clients with the current telemetry provider.
async fn setting(request: &Calls, name: &'static str) -> Result<Setting, Failure> {
    let http = http_client();
    let (official, ours) = (Official::new(http.clone()), Ours::new(http));
    let parts = compare().await?;
    let figures = measure::measure(&official, &ours, request.calls, request.rounds).await?;
    Ok(Setting { name, figures, parts })
}
