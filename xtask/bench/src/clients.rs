//! The two clients, with the same configuration.

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::{http::SharedHttpClient, interceptors::Intercept, result::SdkError};
use aws_types::region::Region;

use crate::Failure;

/// Defines a client of `$sdk`. Other settings are the defaults of the latest behavior version.
macro_rules! client {
    ($doc:literal, $name:ident, $sdk:ident) => {
        #[doc = $doc]
        pub struct $name($sdk::Client);

        impl $name {
            /// A client that sends through `http`.
            #[must_use]
            pub fn new(http: SharedHttpClient) -> Self {
                Self($sdk::Client::from_conf(Self::config(http).build()))
            }

            /// A client with an interceptor.
            pub(crate) fn with_interceptor(
                http: SharedHttpClient,
                interceptor: impl Intercept + 'static,
            ) -> Self {
                let config = Self::config(http).interceptor(interceptor).build();
                Self($sdk::Client::from_conf(config))
            }

            fn config(http: SharedHttpClient) -> $sdk::config::Builder {
                let credentials = Credentials::new(
                    "AKIAIOSFODNN7EXAMPLE",
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                    None,
                    None,
                    "bench",
                );
                $sdk::Config::builder()
                    .behavior_version_latest()
                    .region(Region::from_static("eu-central-1"))
                    .credentials_provider(credentials)
                    .http_client(http)
            }

            /// Makes calls, one after the other.
            pub async fn call(&self, calls: u32) -> Result<(), Failure> {
                for _ in 0..calls {
                    let call = self.0.delete_connection().connection_id("dxcon-fg31dyv6");
                    let output = call.send().await.map_err(SdkError::into_service_error)?;
                    let lists = (output.tags().len(), output.mac_sec_keys().len());
                    if (output.vlan(), lists) != (101, (3, 1)) {
                        return Err(format!("unexpected output: {output:?}").into());
                    }
                }
                Ok(())
            }
        }
    };
}

client!("The official crate.", Official, aws_sdk_directconnect);
client!("The generated crate.", Ours, directconnect);
