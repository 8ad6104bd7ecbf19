//! Typed requests: the options of a package, as `cargo xtask` passes them on.
//!
//! `xtask` parses the command line and starts the package with one argument, the request as JSON. A package parses no
//! command line of its own.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Error, Map, Value};

use crate::Failure;

/// Options that can be passed to a package.
pub trait Request: Sized {
    /// Converts the options to a JSON object.
    ///
    /// # Errors
    ///
    /// Returns an error when a path is not UTF-8.
    fn to_json(&self) -> Result<Value, Error>;

    /// Converts a JSON object to options. A missing member is null.
    ///
    /// # Errors
    ///
    /// Returns an error when a member is missing or has another type.
    fn from_json(json: &Value) -> Result<Self, Error>;
}

/// Implements [`Request`] for a struct, by its fields. `serde_derive` could do it, but it would be built by every first
/// `cargo xtask codegen`, which takes seconds.
macro_rules! request {
    ($name:ident { $($field:ident),* }) => {
        impl Request for $name {
            fn to_json(&self) -> Result<Value, Error> {
                let mut object = Map::new();
                $(object.insert(stringify!($field).to_owned(), serde_json::to_value(&self.$field)?);)*
                Ok(Value::Object(object))
            }

            fn from_json(json: &Value) -> Result<Self, Error> {
                Ok(Self { $($field: Deserialize::deserialize(&json[stringify!($field)])?),* })
            }
        }
    };
}

/// Options of `cargo xtask sweep`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sweep {
    /// Folder with the models.
    pub folder: PathBuf,
    /// Number of crates to compile.
    pub compile: Option<usize>,
    /// Services whose crates are compiled.
    pub services: Vec<String>,
    /// Generates each crate a second time, from the import of its model, and compares.
    pub twice: bool,
    /// Protocol of every crate, whatever the models list.
    pub protocol: Option<String>,
}

request!(Sweep { folder, compile, services, twice, protocol });

/// Options of `cargo xtask verdicts`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SemverAudit {
    /// Folder of the old models.
    pub old: PathBuf,
    /// Folder of the new models.
    pub new: PathBuf,
    /// Services to audit; all whose models differ when empty.
    pub services: Vec<String>,
    /// Operations to compare; all when empty.
    pub operations: Vec<String>,
    /// Cargo features of the compared crates, separated by commas.
    pub features: String,
    /// Program of cargo-semver-checks.
    pub semver_checks: PathBuf,
}

request!(SemverAudit { old, new, services, operations, features, semver_checks });

/// Options of `cargo xtask bench --api`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApiParity {
    /// Files with the public items of official crates.
    pub lists: Vec<PathBuf>,
    /// Folder of the generated crate of each list.
    pub crates: Vec<PathBuf>,
    /// Model of the generated crate of each list.
    pub models: Vec<PathBuf>,
    /// Target folder.
    pub target: PathBuf,
}

request!(ApiParity { lists, crates, models, target });

/// Options of the program `bench`, which measures calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// Number of calls through each crate.
    pub calls: u32,
    /// Number of rounds that the calls are divided into. In each round the crates take turns.
    pub rounds: u32,
    /// Makes calls through one crate and measures nothing, for use with a profiler.
    pub only: Option<Client>,
}

request!(Calls { calls, rounds, only });

/// A client of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// The client of the official crate.
    Official,
    /// The client of the generated crate.
    Ours,
}

impl Client {
    const NAMES: [(&str, Self); 2] = [("official", Self::Official), ("ours", Self::Ours)];
}

impl Serialize for Client {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = Self::NAMES.iter().find(|(_, client)| client == self).map_or("", |(name, _)| name);
        serializer.serialize_str(name)
    }
}

impl<'de> Deserialize<'de> for Client {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let client = Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, client)| *client);
        client.ok_or_else(|| D::Error::custom("expected `official` or `ours`"))
    }
}

/// Options of the program `e2e`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndToEnd {
    /// URL of the mock of AWS.
    pub endpoint: String,
    /// JSON file with the connections that exist.
    pub connections: PathBuf,
}

request!(EndToEnd { endpoint, connections });

/// Options of the program `waiting`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// URL of the mock of AWS.
    pub endpoint: String,
}

request!(Waiting { endpoint });

/// Encodes a request as an argument.
///
/// # Errors
///
/// Returns an error when a path of the request is not UTF-8.
pub fn argument(request: &impl Request) -> Result<String, String> {
    let json = request.to_json().map_err(|error| format!("the options cannot be passed on: {error}"))?;
    Ok(json.to_string())
}

/// Decodes the request of this process, its only argument.
///
/// # Errors
///
/// Returns an error when the argument is missing or is not such a request.
pub fn receive<T: Request>() -> Result<T, String> {
    let argument =
        env::args().nth(1).ok_or("this program is started by `cargo xtask`, with its options as JSON")?;
    decode(&argument).map_err(|error| format!("invalid request `{argument}`: {error}"))
}

fn decode<T: Request>(argument: &str) -> Result<T, Error> {
    T::from_json(&serde_json::from_str(argument)?)
}

/// Runs the tool of this process on its request. The exit code is 0 when the tool returns true, and 1 otherwise.
pub fn serve<T: Request>(tool: impl FnOnce(&T) -> Result<bool, Failure>) -> ExitCode {
    match receive().map_err(Failure).and_then(|request| tool(&request)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(Failure(message)) => {
            eprintln!("error: {message}");
            ExitCode::from(1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Calls, Client, SemverAudit, Sweep, argument, decode};

    #[test]
    fn request_round_trips_as_an_argument() {
        let request = SemverAudit {
            old: "old folder".into(),
            services: vec!["sqs".to_owned()],
            features: "client,serde".to_owned(),
            ..SemverAudit::default()
        };
        let encoded = argument(&request).expect("the paths are UTF-8");
        assert_eq!(decode::<SemverAudit>(&encoded).expect("it is a request"), request);
    }

    #[test]
    fn optional_members_can_be_omitted() {
        let request: Calls = decode(r#"{"calls":1,"rounds":1}"#).expect("it is a request");
        assert_eq!(request, Calls { calls: 1, rounds: 1, only: None });
        let request: Calls = decode(r#"{"calls":1,"rounds":1,"only":"ours"}"#).expect("it is a request");
        assert_eq!(request.only, Some(Client::Ours));
    }

    #[test]
    fn required_members_cannot_be_omitted() {
        let error = decode::<Sweep>(r#"{"folder":"models"}"#).expect_err("`twice` is required");
        assert!(error.to_string().contains("null"), "{error}");
        assert!(decode::<Calls>(r#"{"calls":1,"rounds":1,"only":"both"}"#).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn path_that_is_not_utf8_is_an_error() {
        use std::os::unix::ffi::OsStringExt as _;

        let folder = std::ffi::OsString::from_vec(vec![0xff]).into();
        assert!(argument(&Sweep { folder, ..Sweep::default() }).is_err());
    }
}
