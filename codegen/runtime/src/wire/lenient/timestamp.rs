//! Timestamps, whatever form they come in.

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::{DateTime, Document, Number, date_time::Format};

use super::{
    LenientReader,
    number::{parse, text, whole},
};

impl LenientReader<'_> {
    /// Seconds since the epoch, RFC 3339, an HTTP date, or a date and time without zone, which is UTC.
    pub(super) fn timestamp(&self) -> Result<DateTime, SerdeError> {
        match self.value {
            Document::Number(number) => seconds(*number),
            Document::String(written) => match (parse_text(written.trim()), parse(written.trim())) {
                (Some(timestamp), _) => Ok(timestamp),
                (None, Some(number)) if !is_date(written) => seconds(number),
                _ => Err(self.mismatch("a timestamp")),
            },
            _ => Err(self.mismatch("a timestamp")),
        }
    }
}

/// Returns whether `written` has several parts: `2026-11-22` does, `-1.5e3` does not.
fn is_date(written: &str) -> bool {
    written.trim().contains([' ', ':'])
}

fn parse_text(written: &str) -> Option<DateTime> {
    let joined = match written.split_once(' ') {
        Some((date, time)) => format!("{date}T{time}"),
        None => written.to_owned(),
    };
    let utc = format!("{joined}Z");
    [(joined.as_str(), Format::DateTimeWithOffset), (&utc, Format::DateTime), (written, Format::HttpDate)]
        .into_iter()
        .find_map(|(text, format)| DateTime::from_str(text, format).ok())
}

fn seconds(number: Number) -> Result<DateTime, SerdeError> {
    let timestamp = match number {
        Number::PosInt(seconds) => i64::try_from(seconds).ok().map(DateTime::from_secs),
        Number::NegInt(seconds) => Some(DateTime::from_secs(seconds)),
        Number::Float(seconds) => whole(seconds.trunc()).map(|_| DateTime::from_secs_f64(seconds)),
    };
    timestamp.ok_or_else(|| SerdeError::numeric_coercion_overflow("timestamp", text(number)))
}
