//! An operation as the generator would emit it.
//!
//! `DeleteConnection`, with members of more kinds than the real one has.

use std::{collections::HashMap, fmt};

use aws_smithy_runtime_api::{box_error::BoxError, client::result::CreateUnhandledError};
use aws_smithy_schema::{
    OperationSchema, Schema,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer},
};
use aws_smithy_types::{
    DateTime,
    error::{
        metadata::{ErrorMetadata, ProvideErrorMetadata},
        operation::BuildError,
    },
    retry::{ErrorKind, ProvideErrorKind},
};
use aws_types::request_id::RequestId;

use crate::{
    error::{describe, sealed_unhandled::Unhandled},
    exchange::{self, Operation, OperationError},
    primitives::sealed_enum_unknown::UnknownVariantValue,
    wire,
};

pub(super) mod decorated;
#[cfg(feature = "client")]
pub(super) mod fluent;
mod schema;

pub(super) type Response = Result<DeleteConnectionOutput, DeleteConnectionError>;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DeleteConnectionInput {
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

impl SerializableStruct for DeleteConnectionInput {
    fn schema(&self) -> &Schema<'_> {
        &schema::INPUT
    }

    fn serialize_members(&self, writer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let [connection_id, tags, notes, labels, hints, requested_at] = &schema::INPUT_MEMBERS;
        if let Some(value) = &self.connection_id {
            writer.write_string(connection_id, value)?;
        }
        if let Some(values) = &self.tags {
            wire::write_list(writer, tags, values, |writer, member, value| {
                writer.write_struct(member, value)
            })?;
        }
        if let Some(values) = &self.notes {
            wire::write_sparse_list(writer, notes, values, |writer, member, value| {
                writer.write_string(member, value)
            })?;
        }
        if let Some(entries) = &self.labels {
            wire::write_map(writer, labels, entries, |writer, member, value| {
                writer.write_string(member, value)
            })?;
        }
        if let Some(entries) = &self.hints {
            wire::write_sparse_map(writer, hints, entries, |writer, member, value| {
                writer.write_string(member, value)
            })?;
        }
        if let Some(value) = &self.requested_at {
            writer.write_timestamp(requested_at, value)?;
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Tag {
    pub(super) key: String,
    pub(super) value: Option<String>,
}

impl Tag {
    fn deserialize(reader: &mut dyn ShapeDeserializer) -> Result<Self, SerdeError> {
        let mut tag = Self::default();
        wire::read_members(reader, &schema::TAG, &[0], &mut |index, member, reader| {
            match index {
                0 => tag.key = reader.read_string(member)?,
                1 => tag.value = Some(reader.read_string(member)?),
                _ => reader.skip_value()?,
            }
            Ok(())
        })?;
        Ok(tag)
    }
}

impl SerializableStruct for Tag {
    fn schema(&self) -> &Schema<'_> {
        &schema::TAG
    }

    fn serialize_members(&self, writer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let [key, value] = &schema::TAG_MEMBERS;
        writer.write_string(key, &self.key)?;
        if let Some(text) = &self.value {
            writer.write_string(value, text)?;
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum ConnectionState {
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

crate::enumeration::text_enum!(ConnectionState);

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
pub(super) struct DeleteConnectionOutput {
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
    pub(super) request_id: Option<String>,
}

impl DeleteConnectionOutput {
    fn deserialize(reader: &mut dyn ShapeDeserializer) -> Result<Self, SerdeError> {
        let mut output = Self::default();
        wire::read_members(reader, &schema::OUTPUT, &[2], &mut |index, member, reader| {
            output.read_member(index, member, reader)
        })?;
        Ok(output)
    }

    fn read_member(
        &mut self,
        index: usize,
        member: &Schema<'_>,
        reader: &mut dyn ShapeDeserializer,
    ) -> Result<(), SerdeError> {
        match index {
            0 => self.connection_id = Some(reader.read_string(member)?),
            1 => self.connection_state = Some(reader.read_string(member)?.as_str().into()),
            2 => self.vlan = reader.read_integer(member)?,
            3 => self.loa_issue_time = Some(reader.read_timestamp(member)?),
            4 => self.jumbo_frame_capable = Some(reader.read_boolean(member)?),
            5 => {
                let element = |reader: &mut dyn ShapeDeserializer, _: &Schema<'_>| Tag::deserialize(reader);
                self.tags = Some(wire::read_list(reader, member, element)?);
            }
            6 => {
                let element =
                    |reader: &mut dyn ShapeDeserializer, member: &Schema<'_>| reader.read_string(member);
                self.notes = Some(wire::read_sparse_list(reader, member, element)?);
            }
            7 => {
                let value =
                    |reader: &mut dyn ShapeDeserializer, member: &Schema<'_>| reader.read_string(member);
                self.labels = Some(wire::read_map(reader, member, value)?);
            }
            8 => {
                let value =
                    |reader: &mut dyn ShapeDeserializer, member: &Schema<'_>| reader.read_string(member);
                self.hints = Some(wire::read_sparse_map(reader, member, value)?);
            }
            9 => self.prefix_pool_size = Some(reader.read_long(member)?),
            _ => reader.skip_value()?,
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct DirectConnectClientException {
    pub(super) message: Option<String>,
    pub(super) meta: ErrorMetadata,
}

impl DirectConnectClientException {
    fn deserialize(reader: &mut dyn ShapeDeserializer, metadata: &ErrorMetadata) -> Result<Self, SerdeError> {
        let mut exception = Self { message: None, meta: metadata.clone() };
        wire::read_members(reader, &schema::CLIENT_EXCEPTION, &[], &mut |index, member, reader| {
            match index {
                0 => exception.message = Some(reader.read_string(member)?),
                _ => reader.skip_value()?,
            }
            Ok(())
        })?;
        if exception.message.is_none() {
            exception.message = metadata.message().map(str::to_owned);
        }
        Ok(exception)
    }
}

impl fmt::Display for DirectConnectClientException {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe::describe_exception("DirectConnectClientException", self.message.as_deref(), f)
    }
}

impl std::error::Error for DirectConnectClientException {}

#[derive(Debug)]
pub(super) enum DeleteConnectionError {
    DirectConnectClientException(DirectConnectClientException),
    Unhandled(Unhandled),
}

impl std::error::Error for DeleteConnectionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::DirectConnectClientException(exception) => Some(exception),
            Self::Unhandled(unhandled) => Some(&*unhandled.source),
        }
    }
}

impl fmt::Display for DeleteConnectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DirectConnectClientException(exception) => describe(&exception.meta, None, f),
            Self::Unhandled(unhandled) => describe(&unhandled.meta, Some(&*unhandled.source), f),
        }
    }
}

impl ProvideErrorMetadata for DeleteConnectionError {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::DirectConnectClientException(exception) => &exception.meta,
            Self::Unhandled(unhandled) => &unhandled.meta,
        }
    }
}

impl ProvideErrorKind for DeleteConnectionError {
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        None
    }

    fn code(&self) -> Option<&str> {
        ProvideErrorMetadata::code(self)
    }
}

impl RequestId for DeleteConnectionError {
    fn request_id(&self) -> Option<&str> {
        self.meta().request_id()
    }
}

impl CreateUnhandledError for DeleteConnectionError {
    fn create_unhandled_error(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self::unhandled_response(source, meta.unwrap_or_default())
    }
}

impl OperationError for DeleteConnectionError {
    fn unhandled_response(source: BoxError, meta: ErrorMetadata) -> Self {
        Self::Unhandled(Unhandled { source, meta })
    }
}

#[derive(Clone, Debug, Default)]
pub(super) struct DeleteConnection;

impl Operation for DeleteConnection {
    type Input = DeleteConnectionInput;
    type Output = DeleteConnectionOutput;
    type Error = DeleteConnectionError;

    const NAME: &'static str = "DeleteConnection";

    fn schema() -> &'static OperationSchema<'static> {
        &schema::DELETE_CONNECTION
    }

    fn check_input(input: &Self::Input) -> Result<(), BuildError> {
        exchange::require(&input.connection_id, "connectionId", Self::NAME)
    }

    fn read_output(reader: &mut dyn ShapeDeserializer) -> Result<Self::Output, SerdeError> {
        DeleteConnectionOutput::deserialize(reader)
    }

    fn set_request_id(output: &mut Self::Output, request_id: Option<String>) {
        output.request_id = request_id;
    }

    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError> {
        Ok(match code {
            "DirectConnectClientException" => {
                let exception = DirectConnectClientException::deserialize(reader, metadata)?;
                Some(DeleteConnectionError::DirectConnectClientException(exception))
            }
            _ => None,
        })
    }
}
