// Copied by tinsmith from its support code. Do not edit.

//! HTTP messages and the client that carries them.

pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
mod default_client;

#[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
pub use default_client::default_https_client;
