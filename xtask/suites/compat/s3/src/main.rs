//! Runs the program of S3 on the official crate and on the generated one, and compares the recorded lines.

use std::process::ExitCode;

#[path = "../../src/comparison.rs"]
mod comparison;
mod differences;

use comparison::Comparison;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (official, ours) = (s3_official::run().await, s3_ours::run().await);
    Comparison::new(&differences::DIFFERENCES, &differences::DEVIATIONS).run(&official, &ours)
}
