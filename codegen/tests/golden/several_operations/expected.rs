// ---- src/error_meta.rs
/// Error of any operation of Fixture Several Operations.
#[non_exhaustive]
#[derive(Debug)]
pub enum Error {
    /// The error `Failure`.
    Failure(Failure),
    /// An error that the model does not list, or a response that cannot be read.
    ///
    /// Match on `code()` instead of this variant: a later model may list the code.
    Unhandled(Unhandled),
}

error_traits! {
    Error {
        Failure;
    }
}

// ---- src/operation.rs
//! Operations, one module each.

/// The operation `CreateThing`.
pub mod create_thing;

/// The operation `DescribeThings`.
pub mod describe_things;

/// The operation `EchoShared`.
pub mod echo_shared;

/// The operation `SendShared`.
pub mod send_shared;

// ---- src/operation/echo_shared/input.rs
/// Input of `EchoShared`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EchoSharedInput {
    /// The member `name`.
    pub name: Option<String>,
    /// The member `both`.
    pub both: Option<Both>,
}

// ---- src/operation/echo_shared/output.rs
/// Output of `EchoShared`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EchoSharedOutput {
    /// The member `name`.
    pub name: String,
    /// The member `both`.
    pub both: Option<Both>,
    pub(crate) _request_id: Option<String>,
}

schema! {
    OUTPUT_SCHEMA: Structure "example.several_operations" "Shared" {
        0 "name": String;
        1 "both": Structure;
    }
}

// ---- src/operation/send_shared/output.rs
schema! {
    OUTPUT_SCHEMA: Structure "example.several_operations" "Received" {
        0 "name": String;
        1 "labels": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        2 "both": Structure;
    }
}

// ---- src/types.rs
pub mod builders;
pub mod error;
pub(crate) mod both;
pub(crate) mod in_error;
pub(crate) mod kind;
pub(crate) mod received;
pub(crate) mod sent;

// ---- src/types/both.rs
structure! {
    /// Builder of [`Both`](crate::types::Both).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(BOTH_SCHEMA)]
    #[readable(BOTH_SCHEMA)]
    pub struct BothBuilder => always structure Both {
        /// The member `name`.
        name: optional String, set_name, get_name;
        /// The member `kind`.
        kind: optional Value<Kind>, set_kind, get_kind;
    }
}

// ---- src/types/in_error.rs
structure! {
    /// Builder of [`InError`](crate::types::InError).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable(IN_ERROR_SCHEMA)]
    pub struct InErrorBuilder => always structure InError {
        /// The member `code`.
        code: optional String, set_code, get_code;
    }
}

// ---- src/types/sent.rs
structure! {
    /// Builder of [`Sent`](crate::types::Sent).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(SENT_SCHEMA)]
    pub struct SentBuilder => always structure Sent {
        /// The member `name`.
        name: optional String, set_name, get_name;
        /// The member `names`.
        names: optional Strings, set_names, get_names;
        /// The member `both`.
        both: optional Value<Both>, set_both, get_both;
    }
}
