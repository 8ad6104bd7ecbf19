//! An operation as the generator would emit it.
//!
//! `DeleteConnection`, with members of more kinds than the real one has.

use std::collections::HashMap;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    OperationSchema,
    protocol::SharedClientProtocol,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::{
    DateTime,
    error::{metadata::ErrorMetadata, operation::BuildError},
};
use aws_types::request_id::RequestId;

use tinsmith_runtime::{
    enumeration::UnknownVariantValue,
    error::Unhandled,
    error_traits, exception_traits,
    protocol::{Operation, ask_for_query_errors, require},
    service::Service,
    string_enum_traits, structure,
};

pub(super) mod customized;
pub(super) mod decorated;
pub(super) mod fluent;
pub(super) mod pages_and_waiters;
mod schema;

pub(super) type Response = Result<DeleteConnectionOutput, DeleteConnectionError>;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteConnectionInput {
    pub(super) connection_id: Option<String>,
    pub(super) tags: Option<Vec<Tag>>,
    pub(super) notes: Option<Vec<Option<String>>>,
    pub(super) labels: Option<HashMap<String, String>>,
    pub(super) hints: Option<HashMap<String, Option<String>>>,
    pub(super) requested_at: Option<DateTime>,
}

impl DeleteConnectionInput {
    pub(super) fn new(connection_id: &str) -> Self {
        Self { connection_id: Some(connection_id.into()), ..Self::default() }
    }
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[fluent(fluent::DeleteConnectionFluentBuilder)]
    #[writable(schema::INPUT)]
    pub struct DeleteConnectionInputBuilder => fallible input DeleteConnectionInput {
        connection_id: optional String, set_connection_id, get_connection_id;
        tags: optional List<Tag>, set_tags, get_tags;
        notes: optional List<Option<String>>, set_notes, get_notes;
        labels: optional StringMap, set_labels, get_labels;
        hints: optional Map<Option<String>>, set_hints, get_hints;
        requested_at: optional Value<DateTime>, set_requested_at, get_requested_at;
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tag {
    pub(super) key: String,
    pub(super) value: Option<String>,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[writable(schema::TAG)]
    #[readable(schema::TAG)]
    pub struct TagBuilder => fallible structure Tag {
        key: required String, set_key, get_key;
        value: optional String, set_value, get_value;
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ConnectionState {
    Deleted,
    UnknownValue,
    Unknown(UnknownVariantValue),
}

impl From<&str> for ConnectionState {
    fn from(text: &str) -> Self {
        match text {
            "deleted" => Self::Deleted,
            "unknown" => Self::UnknownValue,
            _ => Self::Unknown(text.into()),
        }
    }
}

string_enum_traits!(ConnectionState);

impl ConnectionState {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Deleted => "deleted",
            Self::UnknownValue => "unknown",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteConnectionOutput {
    pub(super) connection_id: Option<String>,
    pub(super) connection_state: Option<ConnectionState>,
    pub(super) vlan: i32,
    pub(super) loa_issue_time: Option<DateTime>,
    pub(super) jumbo_frame_capable: Option<bool>,
    pub(super) tags: Option<Vec<Tag>>,
    pub(super) notes: Option<Vec<Option<String>>>,
    pub(super) labels: Option<HashMap<String, String>>,
    pub(super) hints: Option<HashMap<String, Option<String>>>,
    pub(super) prefix_pool_size: Option<i64>,
    pub(super) _request_id: Option<String>,
}

impl RequestId for DeleteConnectionOutput {
    fn request_id(&self) -> Option<&str> {
        self._request_id.as_deref()
    }
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable(schema::OUTPUT)]
    pub struct DeleteConnectionOutputBuilder => always output DeleteConnectionOutput {
        connection_id: optional String, set_connection_id, get_connection_id;
        connection_state: optional Value<ConnectionState>, set_connection_state, get_connection_state;
        vlan: default Scalar<i32>, set_vlan, get_vlan;
        loa_issue_time: optional Value<DateTime>, set_loa_issue_time, get_loa_issue_time;
        jumbo_frame_capable: optional Scalar<bool>, set_jumbo_frame_capable, get_jumbo_frame_capable;
        tags: optional List<Tag>, set_tags, get_tags;
        notes: optional List<Option<String>>, set_notes, get_notes;
        labels: optional StringMap, set_labels, get_labels;
        hints: optional Map<Option<String>>, set_hints, get_hints;
        prefix_pool_size: optional Scalar<i64>, set_prefix_pool_size, get_prefix_pool_size;
    }
}

#[derive(Clone, Debug, Default)]
pub struct DirectConnectClientException {
    pub(super) message: Option<String>,
    pub(super) meta: ErrorMetadata,
}

structure! {
    #[derive(Clone, Debug, Default)]
    #[readable_error(schema::CLIENT_EXCEPTION, message)]
    pub struct DirectConnectClientExceptionBuilder => always error DirectConnectClientException {
        message: optional String, set_message, get_message;
    }
}

exception_traits!(DirectConnectClientException, optional message);

#[derive(Debug)]
pub enum DeleteConnectionError {
    DirectConnectClientException(DirectConnectClientException),
    Unhandled(Unhandled),
}

impl DeleteConnectionError {
    pub(super) fn unhandled(source: impl Into<aws_smithy_runtime_api::box_error::BoxError>) -> Self {
        Self::Unhandled(Unhandled::new(source.into(), ErrorMetadata::default()))
    }

    pub(super) fn generic(metadata: ErrorMetadata) -> Self {
        Self::Unhandled(Unhandled::from_metadata(metadata))
    }
}

error_traits! {
    DeleteConnectionError of "DeleteConnection" into Error {
        DirectConnectClientException;
    }
}

#[derive(Debug)]
pub enum Error {
    DirectConnectClientException(DirectConnectClientException),
    Unhandled(Unhandled),
}

error_traits! { Error { DirectConnectClientException; } }

#[derive(Clone, Debug, Default)]
pub struct DeleteConnection;

impl Operation for DeleteConnection {
    type Input = DeleteConnectionInput;
    type Output = DeleteConnectionOutput;
    type Error = DeleteConnectionError;

    const NAME: &'static str = "DeleteConnection";

    fn service() -> &'static Service {
        &crate::service::SERVICE
    }

    fn schema() -> &'static OperationSchema<'static> {
        &schema::DELETE_CONNECTION
    }

    fn check_input(input: &Self::Input) -> Result<(), BuildError> {
        require(&input.connection_id, "connectionId", Self::NAME)
    }

    fn adapt_request(request: &mut HttpRequest, _: &SharedClientProtocol) {
        ask_for_query_errors(request);
    }

    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError> {
        Ok(Some(match code {
            "DirectConnectClientException" => DeleteConnectionError::DirectConnectClientException(
                DirectConnectClientException::from_wire(reader, metadata)?,
            ),
            _ => return Ok(None),
        }))
    }
}
