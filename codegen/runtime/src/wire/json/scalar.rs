//! Scalars: values other than lists, maps and structures.

use std::{borrow::Cow, str::FromStr};

use aws_smithy_schema::{
    Schema,
    serde::SerdeError,
    traits::{TimestampFormat, TimestampFormatTrait},
};
use aws_smithy_types::{Blob, DateTime, base64, date_time::Format};

use super::JsonReader;
use crate::wire::lenient::{self, mismatch};

impl<'a> JsonReader<'a> {
    /// Creates the error for a value that is not what is `expected`.
    #[cold]
    pub(super) fn mismatch(&self, expected: &str) -> SerdeError {
        let found = match self.cursor.peek() {
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b'"') => "a string",
            Some(b'-' | b'0'..=b'9') => "a number",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            _ => return self.cursor.unexpected(expected),
        };
        mismatch(expected, found)
    }

    /// Returns whether the next token is a number.
    #[inline]
    fn is_number(&self) -> bool {
        matches!(self.cursor.peek(), Some(b'0'..=b'9' | b'-'))
    }

    /// Reads a string if the next token is one.
    #[inline]
    fn text(&mut self) -> Result<Option<Cow<'a, str>>, SerdeError> {
        match self.cursor.peek() {
            Some(b'"') => self.cursor.string(self.is_lenient).map(Some),
            _ => Ok(None),
        }
    }

    /// Reads a string that a lenient reader converts.
    fn lenient_text(&mut self, expected: &str) -> Result<Cow<'a, str>, SerdeError> {
        let text = if self.is_lenient { self.text()? } else { None };
        text.ok_or_else(|| self.mismatch(expected))
    }

    pub(super) fn boolean(&mut self) -> Result<bool, SerdeError> {
        if self.cursor.take_word("true") {
            return Ok(true);
        }
        if self.cursor.take_word("false") {
            return Ok(false);
        }
        lenient::boolean(&self.lenient_text("a boolean")?)
    }

    /// Reads an integer. For a lenient reader, it may be a string, and have a fraction of zeros or an exponent.
    #[inline]
    pub(super) fn integer<T: TryFrom<i64>>(&mut self, target: &str) -> Result<T, SerdeError> {
        if !self.is_number() {
            return lenient::integer(&self.lenient_text("a whole number")?, target);
        }
        let text = self.cursor.number();
        match text.parse::<i64>() {
            Ok(value) => T::try_from(value).map_err(|_| SerdeError::numeric_coercion_overflow(target, text)),
            Err(_) if self.is_lenient => lenient::integer(text, target),
            Err(error) => Err(lenient::strict_integer(&error, text, target)),
        }
    }

    /// Reads a float. A string may be one of the three that are not numbers; for a lenient reader, any number.
    pub(super) fn double(&mut self) -> Result<f64, SerdeError> {
        if self.is_lenient
            && let Some(value) = self.cursor.not_a_number()
        {
            return Ok(value);
        }
        if self.is_number() {
            return self.cursor.number().parse().map_err(|_| mismatch("a number", "other text"));
        }
        match self.text()?.as_deref() {
            Some(text) if self.is_lenient => lenient::double(text),
            Some("NaN") => Ok(f64::NAN),
            Some("Infinity") => Ok(f64::INFINITY),
            Some("-Infinity") => Ok(f64::NEG_INFINITY),
            Some(_) => Err(mismatch("a number", "a string")),
            None => Err(self.mismatch("a number")),
        }
    }

    /// Reads a big integer or big decimal, which may be a string.
    pub(super) fn big<T: FromStr>(
        &mut self,
        expected: &str,
        convert: fn(&str) -> Option<T>,
    ) -> Result<T, SerdeError> {
        let text = if self.is_number() { Some(self.cursor.number().into()) } else { self.text()? };
        let Some(text) = text else { return Err(self.mismatch(expected)) };
        let strict = text.parse().ok();
        let value = strict.or_else(|| if self.is_lenient { convert(text.trim()) } else { None });
        value.ok_or_else(|| mismatch(expected, "other text"))
    }

    /// Reads a string. For a lenient reader, it may be a number or boolean, which is the text that it was sent as.
    #[inline]
    pub(super) fn string(&mut self) -> Result<String, SerdeError> {
        match self.text()? {
            Some(text) => Ok(text.into_owned()),
            None => self.string_of_scalar(),
        }
    }

    #[cold]
    fn string_of_scalar(&mut self) -> Result<String, SerdeError> {
        if self.is_lenient && self.is_number() {
            let start = self.cursor.clone();
            let text = self.cursor.number();
            if text.parse::<f64>().is_ok() {
                return Ok(text.to_owned());
            }
            self.cursor = start;
        }
        for word in ["true", "false"] {
            if self.is_lenient && self.cursor.take_word(word) {
                return Ok(word.to_owned());
            }
        }
        Err(self.mismatch("a string"))
    }

    /// Reads base64, which may be broken into lines if the reader is lenient.
    pub(super) fn blob(&mut self) -> Result<Blob, SerdeError> {
        let Some(text) = self.text()? else { return Err(self.mismatch("a base64 string")) };
        let mut decoded = base64::decode(&*text);
        if decoded.is_err() && self.is_lenient {
            decoded = base64::decode(text.split_ascii_whitespace().collect::<String>());
        }
        decoded.map(Blob::new).map_err(|_| mismatch("a base64 string", "other text"))
    }

    /// Reads seconds since the epoch, or a string in the format of the schema. For a lenient reader, the string may have any
    /// format.
    pub(super) fn timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        if self.is_number() {
            return lenient::epoch_seconds(self.cursor.number());
        }
        let Some(text) = self.text()? else { return Err(self.mismatch("a timestamp")) };
        if self.is_lenient {
            return lenient::timestamp(&text);
        }
        DateTime::from_str(&text, format(schema)).map_err(|_| mismatch("a timestamp", "other text"))
    }
}

fn format(schema: &Schema<'_>) -> Format {
    match schema.timestamp_format().map(TimestampFormatTrait::format) {
        Some(TimestampFormat::EpochSeconds) => Format::EpochSeconds,
        Some(TimestampFormat::HttpDate) => Format::HttpDate,
        _ => Format::DateTimeWithOffset,
    }
}
