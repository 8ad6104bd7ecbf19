//! What is written down for the comparison.

use std::{
    error::Error,
    fmt::{self, Debug, Display, Formatter},
};

use aws_sdk_directconnect::error::{DisplayErrorContext, SdkError};
use mock_server::Server;

/// Lines of a scene.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    lines: Vec<String>,
    /// Texts that differ from run to run, and what stands for them.
    masks: Vec<(String, &'static str)>,
}

impl From<Notes> for Vec<String> {
    fn from(notes: Notes) -> Self {
        notes.lines
    }
}

impl Notes {
    /// Notes about calls to `server`, whose port is of no interest.
    pub(crate) fn of(server: &Server) -> Self {
        Self { masks: vec![(server.address().to_string(), "SERVER")], ..Self::default() }
    }

    /// Writes down a text.
    pub(crate) fn say(&mut self, what: &str, how: impl Display) {
        let mut line = format!("{what}: {how}");
        for (text, mask) in &self.masks {
            line = line.replace(text, mask);
        }
        self.lines.push(line);
    }

    /// Writes down what `Debug` says.
    pub(crate) fn debug(&mut self, what: &str, how: impl Debug) {
        self.say(what, format_args!("{how:?}"));
    }

    /// Writes down what a call yielded.
    pub(crate) fn outcome<T: Debug, E, R>(&mut self, what: &str, outcome: &Result<T, SdkError<E, R>>)
    where
        E: Error + Send + Sync + 'static,
        R: Debug + Send + Sync + 'static,
    {
        match outcome {
            Ok(output) => self.debug(what, output),
            Err(error) => {
                self.say(what, error);
                self.say(&format!("{what}, kind"), kind(error));
                self.say(&format!("{what}, with its sources"), WithSources(error));
                self.debug(&format!("{what}, debug"), error);
                let context = DisplayErrorContext(error).to_string();
                let both = format!("{} ({error:?})", WithSources(error));
                self.debug(&format!("{what}, context"), context == both);
            }
        }
    }

    /// Writes down what `server` was asked.
    pub(crate) fn requests(&mut self, server: &Server) {
        for request in server.requests() {
            self.request(&request);
        }
    }

    /// Writes down a request, with its headers in order.
    pub(crate) fn request(&mut self, request: &http::Request<impl AsRef<[u8]>>) {
        self.say("request", format_args!("{} {}", request.method(), request.uri()));
        let mut headers: Vec<_> = request.headers().iter().collect();
        headers.sort_by_key(|(name, _)| name.as_str());
        for (name, value) in headers {
            let value = String::from_utf8_lossy(value.as_bytes());
            self.say(name.as_str(), masked(name.as_str(), &value));
        }
        self.say("body", String::from_utf8_lossy(request.body().as_ref()));
    }
}

/// An error and what it comes from, as text.
struct WithSources<'a>(&'a dyn Error);

impl Display for WithSources<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        match self.0.source() {
            Some(source) => write!(f, ": {}", WithSources(source)),
            None => Ok(()),
        }
    }
}

/// The kind of an error of a call.
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

/// What there is of a header's value without what differs from run to run, or with the version of the crate.
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

/// The agent without the version of the crate, which is all that may differ in it.
fn without_version(agent: &str) -> String {
    let part = |part: &str| match part.rsplit_once('/') {
        Some((api, _)) if api.starts_with("api/") => format!("{api}/VERSION"),
        _ => part.to_owned(),
    };
    agent.split(' ').map(part).collect::<Vec<_>>().join(" ")
}
