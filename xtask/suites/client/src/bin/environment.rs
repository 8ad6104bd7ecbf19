//! A client that takes all settings from the environment and from profiles.
//!
//! Usage: `environment call` deletes a connection and prints the outcome; `environment url` prints the URL of the
//! request and sends nothing.

use aws_config::BehaviorVersion;
use aws_sdk_directconnect::Client;
use aws_sdk_directconnect::config::http::default_https_client;
use aws_sdk_directconnect::config::interceptors::BeforeTransmitInterceptorContextRef;
use aws_sdk_directconnect::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_directconnect::error::{BoxError, DisplayErrorContext};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let shared =
        aws_config::defaults(BehaviorVersion::latest()).http_client(default_https_client()).load().await;
    let call = Client::new(&shared).delete_connection().connection_id("dxcon-ab12cd34");
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("call") => call.send().await,
        Some("url") => call.customize().interceptor(PrintAndStop).send().await,
        _ => panic!("usage: environment call|url"),
    };
    match outcome {
        Ok(output) => println!("{:?}", output.connection_state()),
        Err(error) => eprintln!("{}", DisplayErrorContext(error)),
    }
}

/// Prints the URL of a request and fails the call before the request is sent.
#[derive(Debug)]
struct PrintAndStop;

impl Intercept for PrintAndStop {
    fn name(&self) -> &'static str {
        "PrintAndStop"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        println!("{}", context.request().uri());
        Err("nothing is sent".into())
    }
}
