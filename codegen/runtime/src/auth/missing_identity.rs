//! Error of calls that no authentication scheme can serve.

use std::{error::Error, fmt};

use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};

use crate::service::{Scheme, Service};

/// Start of the error of the official orchestrator, whose type is private. The ids of the schemes that it tried are in quotes.
const NO_SCHEME: &str = "failed to select an auth scheme";

/// Replaces the error of the orchestrator, whose advice is for authors of models.
pub(crate) fn explain<E, R>(
    error: SdkError<E, R>,
    service: &'static Service,
    operation: &'static str,
) -> SdkError<E, R> {
    let SdkError::DispatchFailure(failure) = &error else { return error };
    let message = failure.as_connector_error().and_then(Error::source).map(ToString::to_string);
    match message.filter(|message| message.starts_with(NO_SCHEME)) {
        Some(message) => {
            let tried = message.split('"').skip(1).step_by(2).map(str::to_owned).collect();
            let missing = MissingIdentity { service, operation, tried };
            SdkError::dispatch_failure(ConnectorError::other(missing.into(), None))
        }
        None => error,
    }
}

/// Error of a call without an identity for any of the authentication schemes that the service accepts.
#[derive(Debug)]
struct MissingIdentity {
    service: &'static Service,
    operation: &'static str,
    /// Ids of the schemes.
    tried: Vec<String>,
}

impl Error for MissingIdentity {}

impl fmt::Display for MissingIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let advice: Vec<_> = self.tried.iter().map(|id| (self.advice(id), id)).collect();
        let groups = advice.chunk_by(|(left, _), (right, _)| left == right).map(|group| {
            let ids: Vec<_> = group.iter().map(|(_, id)| format!("`{id}`")).collect();
            format!("{} for {}", group[0].0, ids.join(" and "))
        });
        let advice = groups.collect::<Vec<_>>().join(", or ");
        write!(
            f,
            "no identity for `{}`: {advice}; or call `allow_no_auth` to send requests without authentication",
            self.operation
        )
    }
}

impl MissingIdentity {
    fn advice(&self, id: &str) -> String {
        let known = self.service.auth_schemes.iter().find(|scheme| scheme.id().inner() == id);
        match known {
            Some(Scheme::SigV4a) if !cfg!(feature = "sigv4a") => {
                "enable the cargo feature `sigv4a`".to_owned()
            }
            Some(Scheme::SigV4 | Scheme::SigV4a | Scheme::SigV4Session | Scheme::SigV2) => {
                "set `credentials_provider`".to_owned()
            }
            Some(Scheme::HttpApiKey(_)) => "set `api_key`".to_owned(),
            Some(Scheme::HttpBasic) => "set `basic_auth_login`".to_owned(),
            Some(Scheme::HttpBearer) => {
                format!(
                    "set `token_provider` or the environment variable `{}`",
                    self.service.token_variable()
                )
            }
            Some(Scheme::NoAuth) | None => "add an authentication scheme with `push_auth_scheme`".to_owned(),
        }
    }
}
