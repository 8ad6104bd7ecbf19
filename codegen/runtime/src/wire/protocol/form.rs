//! Forms of EC2 Query.

use std::fmt::Write as _;

use aws_smithy_schema::{
    Schema,
    http_protocol::percent_encode,
    serde::{SerdeError, SerializableStruct, ShapeSerializer},
    traits::{TimestampFormat, TimestampFormatTrait},
};
use aws_smithy_types::{
    BigDecimal, BigInteger, Blob, DateTime, Document, base64, date_time::Format, primitive::Encoder,
};

use crate::wire::Ec2QueryName;

/// Writes an input as `Action=..&Version=..&Member.1.Name=value`. Lists are always flattened.
pub(super) struct FormWriter {
    form: String,
    /// Path of the current value.
    path: String,
    /// Index of the last element written, inside of a list.
    index: Option<usize>,
}

/// Position to return to after a value.
struct Outer {
    path_length: usize,
    index: Option<usize>,
}

impl FormWriter {
    pub(super) fn new(action: &str, version: &str) -> Self {
        let form = format!("Action={}&Version={}", percent_encode(action), percent_encode(version));
        Self { form, path: String::new(), index: None }
    }

    pub(super) fn finish(self) -> String {
        self.form
    }

    /// Adds the value of `node` to the path, which is the next element of a list or a member.
    fn enter(&mut self, node: &Schema<'_>) -> Outer {
        let path_length = self.path.len();
        if let Some(index) = &mut self.index {
            *index += 1;
            // A string can always be written to.
            _ = write!(self.path, ".{index}");
        } else if let Some(name) = node.member_name() {
            if path_length > 0 {
                self.path.push('.');
            }
            push_name(&mut self.path, node, name);
        }
        Outer { path_length, index: self.index.take() }
    }

    fn leave(&mut self, outer: &Outer) {
        self.path.truncate(outer.path_length);
        self.index = outer.index;
    }

    /// Writes a value that needs no encoding.
    fn write_plain(&mut self, node: &Schema<'_>, value: &str) {
        let outer = self.enter(node);
        _ = write!(self.form, "&{}={value}", self.path);
        self.leave(&outer);
    }

    fn write_text(&mut self, node: &Schema<'_>, value: &str) {
        self.write_plain(node, &percent_encode(value));
    }
}

/// Adds the name of a member: `ec2QueryName`, or the capitalized name in XML.
fn push_name(path: &mut String, member: &Schema<'_>, name: &str) {
    if let Some(name) = Ec2QueryName::of(member) {
        path.push_str(name);
        return;
    }
    let name = member.xml_name().map_or(name, |xml_name| xml_name.value());
    let mut characters = name.chars();
    path.extend(characters.next().map(|first| first.to_ascii_uppercase()));
    path.push_str(characters.as_str());
}

impl ShapeSerializer for FormWriter {
    fn write_struct(
        &mut self,
        schema: &Schema<'_>,
        value: &dyn SerializableStruct,
    ) -> Result<(), SerdeError> {
        let outer = self.enter(schema);
        value.serialize_members(self)?;
        self.leave(&outer);
        Ok(())
    }

    fn write_list(
        &mut self,
        schema: &Schema<'_>,
        write_elements: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let outer = self.enter(schema);
        self.index = Some(0);
        write_elements(self)?;
        self.leave(&outer);
        Ok(())
    }

    fn write_map(
        &mut self,
        _schema: &Schema<'_>,
        _write_entries: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        Err(SerdeError::unsupported("EC2 Query has no maps"))
    }

    fn write_boolean(&mut self, schema: &Schema<'_>, value: bool) -> Result<(), SerdeError> {
        self.write_plain(schema, if value { "true" } else { "false" });
        Ok(())
    }

    fn write_byte(&mut self, schema: &Schema<'_>, value: i8) -> Result<(), SerdeError> {
        self.write_long(schema, value.into())
    }

    fn write_short(&mut self, schema: &Schema<'_>, value: i16) -> Result<(), SerdeError> {
        self.write_long(schema, value.into())
    }

    fn write_integer(&mut self, schema: &Schema<'_>, value: i32) -> Result<(), SerdeError> {
        self.write_long(schema, value.into())
    }

    fn write_long(&mut self, schema: &Schema<'_>, value: i64) -> Result<(), SerdeError> {
        self.write_plain(schema, Encoder::from(value).encode());
        Ok(())
    }

    fn write_float(&mut self, schema: &Schema<'_>, value: f32) -> Result<(), SerdeError> {
        self.write_text(schema, Encoder::from(value).encode());
        Ok(())
    }

    fn write_double(&mut self, schema: &Schema<'_>, value: f64) -> Result<(), SerdeError> {
        self.write_text(schema, Encoder::from(value).encode());
        Ok(())
    }

    fn write_big_integer(&mut self, schema: &Schema<'_>, value: &BigInteger) -> Result<(), SerdeError> {
        self.write_text(schema, value.as_ref());
        Ok(())
    }

    fn write_big_decimal(&mut self, schema: &Schema<'_>, value: &BigDecimal) -> Result<(), SerdeError> {
        self.write_text(schema, value.as_ref());
        Ok(())
    }

    fn write_string(&mut self, schema: &Schema<'_>, value: &str) -> Result<(), SerdeError> {
        self.write_text(schema, value);
        Ok(())
    }

    fn write_blob(&mut self, schema: &Schema<'_>, value: Blob) -> Result<(), SerdeError> {
        self.write_text(schema, &base64::encode(value));
        Ok(())
    }

    fn write_timestamp(&mut self, schema: &Schema<'_>, value: &DateTime) -> Result<(), SerdeError> {
        let format = match schema.timestamp_format().map(TimestampFormatTrait::format) {
            Some(TimestampFormat::EpochSeconds) => Format::EpochSeconds,
            Some(TimestampFormat::HttpDate) => Format::HttpDate,
            _ => Format::DateTime,
        };
        self.write_text(schema, &value.fmt(format).map_err(|error| SerdeError::custom(error.to_string()))?);
        Ok(())
    }

    fn write_document(&mut self, _schema: &Schema<'_>, _value: &Document) -> Result<(), SerdeError> {
        Err(SerdeError::unsupported("EC2 Query has no documents"))
    }

    /// A null in a list has no index.
    fn write_null(&mut self, _schema: &Schema<'_>) -> Result<(), SerdeError> {
        Ok(())
    }
}
