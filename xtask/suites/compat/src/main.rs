//! Runs the program on the official crates and on generated ones, and compares the recorded lines.
//!
//! Intended differences are listed in `differences`. Other differences fail the run, and so do listed ones that no
//! longer occur.

use std::process::ExitCode;

mod comparison;
mod differences;

use comparison::Comparison;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // A scenario records the message of a panic.
    std::panic::set_hook(Box::new(|_| {}));
    let (official, ours) = (official::run().await, ours::run().await);
    let _ = std::panic::take_hook();
    Comparison::new(&differences::DIFFERENCES, &differences::DEVIATIONS).run(&official, &ours)
}
