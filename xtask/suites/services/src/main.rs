//! Clients of services of each protocol against moto, a mock of AWS, which `cargo xtask e2e` starts: create, list with a
//! paginator, an error of the service, delete.
//!
//! Exit codes: 0 passed, 1 failed.

use std::process::ExitCode;

use xtask_common::request::{self, Waiting};

mod check;
mod dynamodb;
mod ec2;
mod iam;
mod lambda;
mod route53;
mod s3;
mod sns;
mod sqs;
mod sts;

use check::Outcome;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("services: {}", check::messages(&*error));
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome {
    let Waiting { endpoint } = request::receive()?;
    dynamodb::run(&endpoint).await?;
    sqs::run(&endpoint).await?;
    iam::run(&endpoint).await?;
    lambda::run(&endpoint).await?;

    sns::run(&endpoint).await?;
    sts::run(&endpoint).await?;
    ec2::run(&endpoint).await?;
    route53::run(&endpoint).await?;
    s3::run(&endpoint).await
}
