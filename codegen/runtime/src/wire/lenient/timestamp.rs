//! Timestamps in any format.

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::{DateTime, date_time::Format};

use super::{date, number::Decimal, other};

/// Parses seconds since the epoch. Fractions are exact, up to nanoseconds.
pub(in crate::wire) fn epoch_seconds(text: &str) -> Result<DateTime, SerdeError> {
    if let Ok(seconds) = text.parse() {
        return Ok(DateTime::from_secs(seconds));
    }
    let decimal = Decimal::parse(text).ok_or_else(|| other("a timestamp", text))?;
    let (seconds, nanos) = decimal
        .seconds_and_nanos()
        .ok_or_else(|| SerdeError::numeric_coercion_overflow("timestamp", text))?;
    Ok(DateTime::from_secs_and_nanos(seconds, nanos))
}

/// Parses a timestamp in any format that boto3 reads: seconds since the epoch, a date of RFC 3339, ISO 8601, HTTP, mail or C,
/// or a date alone. Without a zone, it is in UTC.
pub(in crate::wire) fn timestamp(text: &str) -> Result<DateTime, SerdeError> {
    let text = text.trim();
    if let Ok(timestamp) = DateTime::from_str(text, Format::DateTimeWithOffset) {
        return Ok(timestamp);
    }
    if Decimal::parse(text).is_some() && !date::is_compact(text) {
        return epoch_seconds(text);
    }
    let http_date = || DateTime::from_str(text, Format::HttpDate).ok();
    http_date().or_else(|| date::parse(text)).ok_or_else(|| other("a timestamp", text))
}
