//! Writer of an event by the schema of its union.

use std::cell::RefCell;

use aws_smithy_schema::{
    Schema, ShapeType, prelude,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
};
use aws_smithy_types::{
    BigDecimal, BigInteger, Blob, DateTime, Document,
    event_stream::{Header, HeaderValue},
};
use bytes::Bytes;

use super::EventFormat;

/// The parts of a message that contain the members of an event.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) headers: Vec<Header>,
    pub(super) content_type: Option<String>,
    pub(super) payload: Bytes,
}

/// Returns true if the payload is a structure of the members that have no trait, which is empty for an event without members.
fn has_implicit_payload(event: &Schema<'_>) -> bool {
    event.members().is_empty() || has_implicit_members(event)
}

/// Returns true if members are in the payload because they have no trait.
pub(super) fn has_implicit_members(event: &Schema<'_>) -> bool {
    event.members().iter().any(|member| member.event_header().is_none() && member.event_payload().is_none())
}

/// Returns the media type of the payload of an event, which does not depend on its value.
fn content_type(format: &EventFormat, event: &Schema<'_>) -> Option<String> {
    if has_implicit_payload(event) {
        return format.media_type();
    }
    let payload = event.members().iter().find(|member| member.event_payload().is_some())?;
    let media_type = payload.media_type().map(|media_type| media_type.value().to_owned());
    match payload.shape_type() {
        ShapeType::Blob => Some(media_type.unwrap_or_else(|| "application/octet-stream".to_owned())),
        ShapeType::String => Some(media_type.unwrap_or_else(|| "text/plain".to_owned())),
        _ => format.media_type(),
    }
}

/// Writes the members of an event.
pub(super) fn write_event(format: &EventFormat, event: &dyn SerializableStruct) -> Result<Parts, SerdeError> {
    let content_type = content_type(format, event.schema());
    let parts = RefCell::new(Parts { content_type, ..Parts::default() });
    let members = Members { format, event, parts: &parts };
    if has_implicit_payload(event.schema()) {
        let payload = encoded(format, &|body| body.write_struct(event.schema(), &members))?;
        parts.borrow_mut().payload = payload;
    } else {
        event.serialize_members(&mut MemberWriter { format, parts: &mut parts.borrow_mut(), body: None })?;
    }
    Ok(parts.into_inner())
}

/// Writes a value in the format of the protocol.
fn encoded(
    format: &EventFormat,
    write: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
) -> Result<Bytes, SerdeError> {
    let mut body = format.codec()?.create_serializer();
    write(&mut *body)?;
    Ok(body.finish_boxed().into())
}

/// An event whose members are divided between headers and a payload.
struct Members<'a> {
    format: &'a EventFormat,
    event: &'a dyn SerializableStruct,
    parts: &'a RefCell<Parts>,
}

impl SerializableStruct for Members<'_> {
    fn schema(&self) -> &Schema<'_> {
        self.event.schema()
    }

    fn serialize_members(&self, body: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let mut parts = self.parts.borrow_mut();
        let mut writer = MemberWriter { format: self.format, parts: &mut parts, body: Some(body) };
        self.event.serialize_members(&mut writer)
    }
}

/// Writes a member as a header, as the payload, or as a member of the structure in the payload.
struct MemberWriter<'a> {
    format: &'a EventFormat,
    parts: &'a mut Parts,
    body: Option<&'a mut dyn ShapeSerializer>,
}

impl MemberWriter<'_> {
    /// Writes a member. `raw` is its value as a header, or as a payload that has no format.
    fn write(
        &mut self,
        member: &Schema<'_>,
        raw: Option<HeaderValue>,
        write: &dyn Fn(&mut dyn ShapeSerializer, &Schema<'_>) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let name = member.member_name().unwrap_or_default();
        if member.event_header().is_some() {
            let value = raw.ok_or_else(|| SerdeError::unsupported(format!("`{name}` cannot be a header")))?;
            self.parts.headers.push(Header::new(name.to_owned(), value));
            return Ok(());
        }
        if member.event_payload().is_some() {
            return self.write_payload(raw, write);
        }
        match &mut self.body {
            Some(body) => write(&mut **body, member),
            None => Err(SerdeError::unsupported(format!("`{name}` is not a member of an event"))),
        }
    }

    /// Writes the member that is the whole payload. Its value has no name.
    fn write_payload(
        &mut self,
        raw: Option<HeaderValue>,
        write: &dyn Fn(&mut dyn ShapeSerializer, &Schema<'_>) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.parts.payload = match raw {
            Some(HeaderValue::ByteArray(bytes)) => bytes,
            Some(HeaderValue::String(text)) => text.as_bytes().clone(),
            _ => encoded(self.format, &|body| write(body, &prelude::DOCUMENT))?,
        };
        Ok(())
    }
}

/// Methods for types that have headers of their own.
macro_rules! headers {
    ($($method:ident: $T:ty, $value:ident => $header:expr;)*) => {
        $(
            fn $method(&mut self, schema: &Schema<'_>, $value: $T) -> Result<(), SerdeError> {
                let header = $header;
                self.write(schema, Some(header), &|body, schema| body.$method(schema, $value))
            }
        )*
    };
}

/// Methods for types that cannot be headers.
macro_rules! others {
    ($($method:ident: $T:ty;)*) => {
        $(
            fn $method(&mut self, schema: &Schema<'_>, value: $T) -> Result<(), SerdeError> {
                self.write(schema, None, &|body, schema| body.$method(schema, value))
            }
        )*
    };
}

impl ShapeSerializer for MemberWriter<'_> {
    headers! {
        write_boolean: bool, value => HeaderValue::Bool(value);
        write_byte: i8, value => HeaderValue::Byte(value);
        write_short: i16, value => HeaderValue::Int16(value);
        write_integer: i32, value => HeaderValue::Int32(value);
        write_long: i64, value => HeaderValue::Int64(value);
        write_string: &str, value => HeaderValue::String(value.to_owned().into());
        write_timestamp: &DateTime, value => HeaderValue::Timestamp(*value);
    }

    others! {
        write_float: f32;
        write_double: f64;
        write_big_integer: &BigInteger;
        write_big_decimal: &BigDecimal;
        write_document: &Document;
        write_list: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;
        write_map: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;
    }

    fn write_blob(&mut self, schema: &Schema<'_>, value: Blob) -> Result<(), SerdeError> {
        let bytes = value.clone().into_bytes();
        self.write(schema, Some(HeaderValue::ByteArray(bytes)), &|body, schema| {
            body.write_blob(schema, value.clone())
        })
    }

    /// A payload is written by the schema of its structure, which names it.
    fn write_struct(
        &mut self,
        schema: &Schema<'_>,
        value: &dyn SerializableStruct,
    ) -> Result<(), SerdeError> {
        let is_payload = schema.event_payload().is_some();
        self.write(schema, None, &|body, schema| {
            body.write_struct(if is_payload { value.schema() } else { schema }, value)
        })
    }

    fn write_list_with_length(
        &mut self,
        schema: &Schema<'_>,
        length: usize,
        write_elements: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.write(schema, None, &|body, schema| body.write_list_with_length(schema, length, write_elements))
    }

    fn write_map_with_length(
        &mut self,
        schema: &Schema<'_>,
        length: usize,
        write_entries: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.write(schema, None, &|body, schema| body.write_map_with_length(schema, length, write_entries))
    }

    fn write_null(&mut self, schema: &Schema<'_>) -> Result<(), SerdeError> {
        self.write(schema, None, &|body, schema| body.write_null(schema))
    }
}
