//! The program of the first page of the crate's documentation, which the test `first_page` runs.

use aws_sdk_directconnect as directconnect;

use std::process::ExitCode;

use aws_config::BehaviorVersion;
use directconnect::config::http::default_https_client;
use directconnect::{Client, Error};

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Error> {
    // Region, credentials and endpoint come from the environment and from profiles.
    let config =
        aws_config::defaults(BehaviorVersion::latest()).http_client(default_https_client()).load().await;
    let client = Client::new(&config);

    let output = client.delete_connection().connection_id("dxcon-ab12cd34").send().await?;
    println!("{output:?}");
    Ok(())
}
