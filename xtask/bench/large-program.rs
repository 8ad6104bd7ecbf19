//! Calls an operation, whose name `cargo xtask bench` inserts. It compiles with the official crate and with ours.

use std::env::var;

use sdk::Client;
use sdk::config::{BehaviorVersion, Config, Credentials, Region};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let credentials =
        Credentials::new(var("AWS_ACCESS_KEY_ID")?, var("AWS_SECRET_ACCESS_KEY")?, None, None, "environment");
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(var("AWS_REGION")?))
        .credentials_provider(credentials);
    let client = Client::from_conf(config.build());
    let call = async { client.operation().send().await };
    let output = tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(call)?;
    println!("{output:?}");
    Ok(())
}
