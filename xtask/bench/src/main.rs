//! CPU time of `DeleteConnection` through the official SDK crate and through ours, side by side in
//! one process.

use bench::{Failure, Official, Ours, compare, http_client, on_one_thread, set_telemetry_provider};
use clap::{Parser, ValueEnum};

mod measure;
mod report;

use report::Setting;

/// Compares the CPU time of `DeleteConnection` through the official SDK crate and through ours.
#[derive(Parser)]
struct Arguments {
    /// Calls through each crate
    #[arg(long, default_value_t = 5_000, value_name = "N")]
    calls: u32,
    /// Rounds that the calls are split into; in each, one crate follows the other
    #[arg(long, default_value_t = 100, value_name = "N")]
    rounds: u32,
    /// Make calls through one crate and measure nothing: for a profiler
    #[arg(long, value_enum)]
    only: Option<Crate>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Crate {
    Official,
    Ours,
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    on_one_thread(run(&arguments))
}

async fn run(arguments: &Arguments) -> Result<(), Failure> {
    match arguments.only {
        Some(Crate::Official) => Official::new(http_client()).call(arguments.calls).await,
        Some(Crate::Ours) => Ours::new(http_client()).call(arguments.calls).await,
        None => {
            let plain = setting(arguments, "plain").await?;
            set_telemetry_provider()?;
            let metrics = setting(arguments, "metrics").await?;
            if arguments.json {
                println!("{:#}", report::json(&[plain, metrics]));
            } else {
                report::table(&[plain, metrics]);
            }
            Ok(())
        }
    }
}

/// Measures new clients in the process as it is.
async fn setting(arguments: &Arguments, name: &'static str) -> Result<Setting, Failure> {
    let http = http_client();
    let (official, ours) = (Official::new(http.clone()), Ours::new(http));
    let parts = compare().await?;
    let figures = measure::measure(&official, &ours, arguments.calls, arguments.rounds).await?;
    Ok(Setting { name, figures, parts })
}
