//! Clients, conditions and reports.

use std::error::Error;
use std::fmt::{Debug, Display};

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Returns a client of a crate for the mock.
macro_rules! client {
    ($name:ident, $endpoint:expr) => {
        ::$name::Client::from_conf(
            ::$name::Config::builder()
                .behavior_version(::$name::config::BehaviorVersion::latest())
                .region(::$name::config::Region::new("us-east-1"))
                .credentials_provider(::$name::config::Credentials::new(
                    "testing", "testing", None, None, "e2e",
                ))
                .http_client(::aws_smithy_http_client::Builder::new().build_http())
                .endpoint_url($endpoint)
                .build(),
        )
    };
}

pub(crate) use client;

/// Returns an error if two values differ.
pub(crate) fn equal<T: PartialEq + Debug>(what: &str, found: T, expected: T) -> Outcome {
    if found == expected { Ok(()) } else { Err(format!("{what}: {found:?} instead of {expected:?}").into()) }
}

/// Returns an error if a call succeeded, and the error of the service otherwise.
pub(crate) fn failed<T, E: Error + 'static, R>(
    what: &str,
    result: Result<T, E>,
    error: impl FnOnce(E) -> R,
) -> Outcome<R> {
    match result {
        Ok(_) => Err(format!("{what}: the call succeeded").into()),
        Err(cause) => Ok(error(cause)),
    }
}

pub(crate) fn report(service: &str, text: impl Display) {
    println!("  ok: {service}: {text}");
}

/// Returns the messages of an error and its sources.
pub(crate) fn messages(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", messages(source)),
        None => error.to_string(),
    }
}
