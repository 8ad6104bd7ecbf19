//! Deletes a connection with the credentials of the environment. It compiles with the official crate and with ours.

use std::env::{args, var};

use aws_sdk_directconnect::Client;
use aws_sdk_directconnect::config::{BehaviorVersion, Builder, Config, Credentials, Region};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let id = args().nth(1).ok_or("usage: program CONNECTION")?;
    let credentials =
        Credentials::new(var("AWS_ACCESS_KEY_ID")?, var("AWS_SECRET_ACCESS_KEY")?, None, None, "environment");
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(var("AWS_REGION")?))
        .credentials_provider(credentials);
    let client = Client::from_conf(with_http_client(config).build());
    let call = async { client.delete_connection().connection_id(id).send().await };
    let output = tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(call)?;
    println!("{:?}", output.connection_state());
    Ok(())
}

#[cfg(feature = "ring")]
fn with_http_client(config: Builder) -> Builder {
    use aws_smithy_http_client::{
        Builder,
        tls::{Provider, rustls_provider::CryptoMode},
    };
    let ring = Provider::Rustls(CryptoMode::Ring);
    config.http_client(Builder::new().tls_provider(ring).build_https())
}

#[cfg(feature = "plain")]
fn with_http_client(config: Builder) -> Builder {
    config.http_client(aws_smithy_http_client::Builder::new().build_http())
}

#[cfg(not(any(feature = "ring", feature = "plain")))]
fn with_http_client(config: Builder) -> Builder {
    config
}
