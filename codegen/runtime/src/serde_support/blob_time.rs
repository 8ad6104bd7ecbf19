//! Blobs and times, in the forms for people and for machines.

use std::fmt;

use aws_smithy_types::{Blob, DateTime, base64, date_time::Format};
use serde_core::{
    Deserialize, Deserializer,
    de::{Error, SeqAccess, Visitor},
};

const NANOS_PER_SECOND: u32 = 1_000_000_000;

/// A blob that is read. Either form is understood, for a format may not tell whom it is for: what `#[serde(flatten)]`
/// has kept does not.
pub(super) struct Bytes(pub(super) Blob);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BytesVisitor).map(|bytes| Self(Blob::new(bytes)))
    }
}

struct BytesVisitor;

impl<'de> Visitor<'de> for BytesVisitor {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64 text or bytes")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Vec<u8>, E> {
        base64::decode(value).map_err(|error| E::custom(format_args!("expected base64 text: {error}")))
    }

    fn visit_bytes<E: Error>(self, value: &[u8]) -> Result<Vec<u8>, E> {
        Ok(value.to_owned())
    }

    fn visit_byte_buf<E: Error>(self, value: Vec<u8>) -> Result<Vec<u8>, E> {
        Ok(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = list.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }
}

/// A time that is read, in either form too.
pub(super) struct Time(pub(super) DateTime);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TimeVisitor).map(Self)
    }
}

struct TimeVisitor;

impl<'de> Visitor<'de> for TimeVisitor {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time such as `2026-11-23T12:00:00Z`, or seconds and nanoseconds from 1970 on")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<DateTime, E> {
        DateTime::from_str(value, Format::DateTimeWithOffset).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<DateTime, A::Error> {
        let seconds = list.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let nanos = list.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        if nanos < NANOS_PER_SECOND {
            Ok(DateTime::from_secs_and_nanos(seconds, nanos))
        } else {
            Err(A::Error::custom("a second has no more than 999999999 nanoseconds"))
        }
    }
}
