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
            _ if self.is_lenient && self.cursor.clone().not_a_number().is_some() => "a word for a float",
            _ => return self.cursor.unexpected(expected),
        };
        mismatch(expected, found)
    }

    /// Returns whether the next token is a number.
    #[inline]
    fn is_number(&self) -> bool {
        matches!(self.cursor.peek(), Some(b'0'..=b'9' | b'-'))
    }

    /// Reads the characters of a number. A strict reader refuses those that JSON lacks, such as `01` and `1.`.
    #[inline]
    fn number(&mut self) -> Result<&'a str, SerdeError> {
        if self.is_lenient { Ok(self.cursor.number()) } else { self.cursor.strict_number() }
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
        let text = self.number()?;
        match text.parse::<i64>() {
            Ok(value) => T::try_from(value).map_err(|_| SerdeError::numeric_coercion_overflow(target, text)),
            Err(_) if self.is_lenient => lenient::integer(text, target),
            Err(error) => Err(lenient::strict_integer(&error, text, target)),
        }
    }

    /// Reads a float. A string may be one of the three that are not numbers; for a lenient reader, any number.
    pub(super) fn float<T: FromStr + Into<f64> + Copy>(&mut self, target: &str) -> Result<T, SerdeError> {
        if self.is_lenient
            && let Some(word) = self.cursor.not_a_number()
        {
            return lenient::float(word, target);
        }
        if self.is_number() {
            return lenient::float(self.number()?, target);
        }
        match self.text()?.as_deref() {
            Some(text) if self.is_lenient || lenient::WORDS.contains(&text) => lenient::float(text, target),
            Some(_) => Err(mismatch("a number", "a string")),
            None => Err(self.mismatch("a number")),
        }
    }

    /// Reads a big integer or big decimal, which may be a string.
    pub(super) fn big<T: FromStr>(
        &mut self,
        expected: &str,
        convert: fn(&str) -> Result<T, SerdeError>,
    ) -> Result<T, SerdeError> {
        let text = if self.is_number() { Some(self.number()?.into()) } else { self.text()? };
        let Some(text) = text else { return Err(self.mismatch(expected)) };
        match text.parse() {
            Ok(value) => Ok(value),
            Err(_) if self.is_lenient => convert(text.trim()),
            Err(_) => Err(mismatch(expected, "other text")),
        }
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

    /// Reads a number of seconds since the epoch, or a string, as the format of the schema demands. For a lenient reader, the
    /// timestamp may have any format.
    pub(super) fn timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        let format = string_format(schema);
        if self.is_number() && (self.is_lenient || format.is_none()) {
            return lenient::epoch_seconds(self.number()?);
        }
        let text = if self.is_lenient || format.is_some() { self.text()? } else { None };
        let Some(text) = text else { return Err(self.mismatch("a timestamp of the model's format")) };
        match format {
            Some(format) if !self.is_lenient => {
                DateTime::from_str(&text, format).map_err(|_| mismatch("a timestamp", "other text"))
            }
            _ => lenient::timestamp(&text),
        }
    }
}

/// Returns the format of a timestamp that is a string. By default, timestamps are numbers.
fn string_format(schema: &Schema<'_>) -> Option<Format> {
    match schema.timestamp_format().map(TimestampFormatTrait::format) {
        Some(TimestampFormat::DateTime) => Some(Format::DateTimeWithOffset),
        Some(TimestampFormat::HttpDate) => Some(Format::HttpDate),
        _ => None,
    }
}
