//! The clients, with the same configuration.

use std::error::Error;

use aws_credential_types::Credentials;
use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::region::Region;

/// Defines a client of `$sdk`.
macro_rules! client {
    ($doc:literal, $name:ident, $sdk:ident $(, $protocol:expr)?) => {
        #[doc = $doc]
        pub(crate) struct $name($sdk::Client);

        impl $name {
            /// A client that sends through `http`.
            pub(crate) fn new(http: SharedHttpClient) -> Self {
                let credentials = Credentials::new("AKIAIOSFODNN7EXAMPLE", "secret", None, None, "bench");
                let config = $sdk::Config::builder()
                    .behavior_version_latest()
                    .region(Region::from_static("eu-central-1"))
                    .credentials_provider(credentials)
                    .http_client(http)$(
                    .protocol($protocol))?;
                Self($sdk::Client::from_conf(config.build()))
            }

            /// Makes a call, and returns the number of connections in the response.
            pub(crate) async fn call(&self) -> Result<usize, Box<dyn Error>> {
                Ok(self.0.describe_connections().send().await?.connections().len())
            }
        }
    };
}

client!("The official crate.", Official, aws_sdk_directconnect);
client!("The generated crate.", Ours, connections);
client!("The generated crate with CBOR.", Cbor, connections, RpcV2CborProtocol::new());
