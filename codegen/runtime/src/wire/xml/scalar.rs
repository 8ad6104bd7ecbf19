//! Values in text.

use std::{num::ParseIntError, str::FromStr};

use aws_smithy_schema::{
    Schema,
    serde::SerdeError,
    traits::{TimestampFormat, TimestampFormatTrait},
};
use aws_smithy_types::{Blob, DateTime, base64, date_time::Format};

use super::XmlReader;
use crate::wire::lenient::{self, other, strict_integer};

impl XmlReader<'_> {
    /// Parses the text of the value, without the whitespace around it. If that fails, a lenient reader converts the text.
    fn scalar<T>(
        &self,
        expected: &str,
        parse: impl FnOnce(&str) -> Result<T, SerdeError>,
        convert: impl FnOnce(&str) -> Result<T, SerdeError>,
    ) -> Result<T, SerdeError> {
        let text = self.text(expected)?;
        match parse(text.trim()) {
            Err(_) if self.is_lenient() => convert(text.trim()),
            outcome => outcome,
        }
    }

    pub(super) fn integer<T: FromStr<Err = ParseIntError> + TryFrom<i64>>(
        &self,
        target: &str,
    ) -> Result<T, SerdeError> {
        let parse = |text: &str| text.parse().map_err(|error| strict_integer(&error, text, target));
        self.scalar("a whole number", parse, |text| lenient::integer(text, target))
    }

    pub(super) fn float<T: FromStr + Into<f64> + Copy>(&self, target: &str) -> Result<T, SerdeError> {
        lenient::float(&self.text("a number")?, target)
    }

    /// Reads a big integer or big decimal.
    pub(super) fn parsed<T: FromStr>(
        &self,
        expected: &str,
        convert: fn(&str) -> Result<T, SerdeError>,
    ) -> Result<T, SerdeError> {
        self.scalar(expected, |text| text.parse().map_err(|_| other(expected, text)), convert)
    }

    /// Reads `true` or `false`. A lenient reader takes `1`, `0`, and upper case too, and an empty element is false.
    pub(super) fn boolean(&self) -> Result<bool, SerdeError> {
        let text = self.text("a boolean")?;
        match text.trim() {
            "true" => Ok(true),
            "false" => Ok(false),
            "1" if self.is_lenient() => Ok(true),
            "" | "0" if self.is_lenient() => Ok(false),
            text if self.is_lenient() && text.eq_ignore_ascii_case("true") => Ok(true),
            text if self.is_lenient() && text.eq_ignore_ascii_case("false") => Ok(false),
            text => Err(other("a boolean", text)),
        }
    }

    /// Reads base64, which may be broken into lines.
    pub(super) fn blob(&self) -> Result<Blob, SerdeError> {
        let text = self.text("a base64 string")?;
        let decoded = if text.contains(|character: char| character.is_ascii_whitespace()) {
            base64::decode(text.split_ascii_whitespace().collect::<String>())
        } else {
            base64::decode(&*text)
        };
        decoded.map(Blob::new).map_err(|_| other("a base64 string", &text))
    }

    /// Reads a timestamp in the format of the schema, by default RFC 3339.
    pub(super) fn timestamp(&self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        let parse =
            |text: &str| DateTime::from_str(text, format(schema)).map_err(|_| other("a timestamp", text));
        self.scalar("a timestamp", parse, lenient::timestamp)
    }
}

fn format(schema: &Schema<'_>) -> Format {
    match schema.timestamp_format().map(TimestampFormatTrait::format) {
        Some(TimestampFormat::EpochSeconds) => Format::EpochSeconds,
        Some(TimestampFormat::HttpDate) => Format::HttpDate,
        _ => Format::DateTimeWithOffset,
    }
}
