//! CPU time of `DeleteConnection` through the official SDK crate and through ours, side by side in
//! one process.

use bench::{Failure, Official, Ours, compare, http_client, on_one_thread};
use clap::{Parser, ValueEnum};

mod measure;
mod report;

/// Compares the CPU time of `DeleteConnection` through the official SDK crate and through ours.
#[derive(Parser)]
struct Arguments {
    /// Calls through each crate
    #[arg(long, default_value_t = 5_000, value_name = "N")]
    calls: u32,
    /// Rounds that the calls are split into; in each, one crate follows the other
    #[arg(long, default_value_t = 25, value_name = "N")]
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
    let http = http_client();
    let official = Official::new(http.clone());
    let ours = Ours::new(http);
    match arguments.only {
        Some(Crate::Official) => official.call(arguments.calls).await,
        Some(Crate::Ours) => ours.call(arguments.calls).await,
        None => {
            let parts = compare().await?;
            let figures =
                measure::measure(&official, &ours, arguments.calls, arguments.rounds).await?;
            if arguments.json {
                println!("{:#}", report::json(&figures, &parts));
            } else {
                report::table(&figures, &parts);
            }
            Ok(())
        }
    }
}
