//! The default HTTPS client.

use aws_smithy_http_client::{
    Builder, ConnectorBuilder,
    proxy::ProxyConfig,
    tls::{Provider, rustls_provider::CryptoMode},
};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

/// Builds the HTTPS client that a `Client` uses when its configuration has none.
///
/// TLS is rustls: with aws-lc if the feature `rustls-aws-lc` is on, with ring otherwise. Proxies are
/// taken from the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`). Other crates can use it too, for
/// instance `aws_config::defaults(..).http_client(..)`, so that no second TLS stack is compiled.
#[must_use]
#[inline]
pub fn default_https_client() -> SharedHttpClient {
    Builder::new().build_with_connector_fn(|settings, components| {
        let mut connector = ConnectorBuilder::default()
            .tls_provider(Provider::Rustls(CRYPTO))
            .proxy_config(ProxyConfig::from_env());
        connector.set_connector_settings(settings.cloned());
        if let Some(components) = components {
            connector.set_sleep_impl(components.sleep_impl());
        }
        connector.build()
    })
}

#[cfg(feature = "rustls-aws-lc")]
const CRYPTO: CryptoMode = CryptoMode::AwsLc;

#[cfg(not(feature = "rustls-aws-lc"))]
const CRYPTO: CryptoMode = CryptoMode::Ring;
