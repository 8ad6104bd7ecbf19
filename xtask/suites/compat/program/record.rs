//! Recording of lines that are compared.

use std::{
    error::Error,
    fmt::{self, Debug, Display, Formatter},
};

use mock_server::Server;

use crate::{DisplayErrorContext, SdkError};

/// Recorded lines of a scenario.
#[derive(Debug, Default)]
pub(crate) struct Record {
    lines: Vec<String>,
    /// Strings that differ between runs, and their replacements.
    masks: Vec<(String, &'static str)>,
}

impl From<Record> for Vec<String> {
    fn from(record: Record) -> Self {
        record.lines
    }
}

impl Record {
    /// A record of calls to `server`, whose address is masked.
    pub(crate) fn of(server: &Server) -> Self {
        Self { masks: vec![(server.address().to_string(), "SERVER")], ..Self::default() }
    }

    /// Records a value as `Display` formats it.
    pub(crate) fn display(&mut self, label: &str, value: impl Display) {
        let mut line = format!("{label}: {value}");
        for (string, mask) in &self.masks {
            line = line.replace(string, mask);
        }
        self.lines.push(line);
    }

    /// Records a value as `Debug` formats it.
    pub(crate) fn debug(&mut self, label: &str, value: impl Debug) {
        self.display(label, format_args!("{value:?}"));
    }

    /// Records the outcome of a call.
    pub(crate) fn outcome<T: Debug, E, R>(&mut self, label: &str, outcome: &Result<T, SdkError<E, R>>)
    where
        E: Error + Send + Sync + 'static,
        R: Debug + Send + Sync + 'static,
    {
        match outcome {
            Ok(output) => self.debug(label, output),
            Err(error) => {
                self.display(label, error);
                self.display(&format!("{label}, kind"), kind(error));
                self.display(&format!("{label}, with its sources"), WithSources(error));
                self.debug(&format!("{label}, debug"), error);
                let context = DisplayErrorContext(error).to_string();
                let both = format!("{} ({error:?})", WithSources(error));
                self.debug(&format!("{label}, context"), context == both);
            }
        }
    }

    /// Records the requests that `server` received.
    pub(crate) fn requests(&mut self, server: &Server) {
        for request in server.requests() {
            self.request(&request);
        }
    }

    /// Records a request with sorted headers.
    pub(crate) fn request(&mut self, request: &http::Request<impl AsRef<[u8]>>) {
        self.display("request", format_args!("{} {}", request.method(), request.uri()));
        let mut headers: Vec<_> = request.headers().iter().collect();
        headers.sort_by_key(|(name, _)| name.as_str());
        for (name, value) in headers {
            let value = String::from_utf8_lossy(value.as_bytes());
            self.display(name.as_str(), masked(name.as_str(), &value));
        }
        self.display("body", String::from_utf8_lossy(request.body().as_ref()));
    }
}

/// Displays an error with its sources.
pub(crate) struct WithSources<'a>(pub(crate) &'a dyn Error);

impl Display for WithSources<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        match self.0.source() {
            Some(source) => write!(f, ": {}", WithSources(source)),
            None => Ok(()),
        }
    }
}

/// The kind of an `SdkError`.
fn kind<E, R>(error: &SdkError<E, R>) -> &'static str {
    match error {
        SdkError::ConstructionFailure(_) => "construction",
        SdkError::TimeoutError(_) => "timeout",
        SdkError::DispatchFailure(failure) if failure.is_timeout() => "dispatch, timeout",
        SdkError::DispatchFailure(failure) if failure.is_io() => "dispatch, input or output",
        SdkError::DispatchFailure(failure) if failure.is_user() => "dispatch, user",
        SdkError::DispatchFailure(failure) if failure.is_other() => "dispatch, other kind",
        SdkError::DispatchFailure(_) => "dispatch",
        SdkError::ResponseError(_) => "response",
        SdkError::ServiceError(_) => "service",
        _ => "another",
    }
}

/// The value of a header without the parts that differ between runs or crate versions.
fn masked(name: &str, value: &str) -> String {
    match name {
        "amz-sdk-invocation-id" => "ID".to_owned(),
        "authorization" => match value.split_once("Signature=") {
            Some((scope, _)) => format!("{scope}Signature=SIGNATURE"),
            None => value.to_owned(),
        },
        "user-agent" | "x-amz-user-agent" => without_version(value),
        _ => value.to_owned(),
    }
}

/// The user agent without the version of the crate, the only part that may differ.
pub(crate) fn without_version(agent: &str) -> String {
    let part = |part: &str| match part.rsplit_once('/') {
        Some((api, _)) if api.starts_with("api/") => format!("{api}/VERSION"),
        _ => part.to_owned(),
    };
    agent.split(' ').map(part).collect::<Vec<_>>().join(" ")
}
