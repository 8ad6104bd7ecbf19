//! Values without their types, and their serialization.

use std::borrow::Cow;

use aws_smithy_types::{Blob, DateTime, Document, base64, date_time::Format};
use serde_core::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap as _},
};

use super::{ToErased, document::Tree, number};

/// A key and its value.
pub type Entry<'a> = (&'a str, ErasedValue<'a>);

/// A structure, whose members are converted when it is serialized.
pub trait Members {
    /// Returns the members that have a value, by their names on the wire.
    fn members(&self) -> Vec<Entry<'_>>;
}

/// A value without its type.
pub enum ErasedValue<'a> {
    /// No value: left out of structures, null in sparse lists and maps.
    Absent,
    Bool(bool),
    Integer(i64),
    Float(f32),
    Double(f64),
    Text(Cow<'a, str>),
    Blob(&'a Blob),
    Time(DateTime),
    Document(&'a Document),
    List(Vec<ErasedValue<'a>>),
    Map(Vec<Entry<'a>>),
    Structure(&'a dyn Members),
    /// The variant of a union, by its name on the wire.
    Variant(&'a str, &'a dyn ToErased),
    /// An unknown variant of the union with this name.
    Unknown(&'a str),
}

impl Serialize for ErasedValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Float(value) => match number::name(f64::from(*value)) {
                Some(name) if serializer.is_human_readable() => serializer.serialize_str(name),
                _ => serializer.serialize_f32(*value),
            },
            Self::Double(value) => match number::name(*value) {
                Some(name) if serializer.is_human_readable() => serializer.serialize_str(name),
                _ => serializer.serialize_f64(*value),
            },
            Self::Text(value) => serializer.serialize_str(value),
            Self::Blob(value) => write_blob(value, serializer),
            Self::Time(value) => write_time(*value, serializer),
            Self::Document(value) => Tree(value).serialize(serializer),
            Self::List(values) => serializer.collect_seq(values.iter().map(Held)),
            Self::Map(entries) => write_entries(entries, serializer),
            Self::Structure(structure) => write_entries(&structure.members(), serializer),
            Self::Variant(name, value) => write_entries(&[(name, value.to_erased())], serializer),
            Self::Unknown(union) => Err(S::Error::custom(format_args!(
                "a variant of `{union}` that this version of the crate does not know cannot be serialized"
            ))),
        }
    }
}

fn write_entries<S: Serializer>(entries: &[Entry<'_>], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(entries.len()))?;
    for (key, value) in entries {
        map.serialize_entry(key, &Held(value))?;
    }
    map.end()
}

/// A value that can be null. Formats that distinguish `Some`, such as RON, are read in the same way.
struct Held<'a>(&'a ErasedValue<'a>);

impl Serialize for Held<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            ErasedValue::Absent => serializer.serialize_none(),
            value => serializer.serialize_some(value),
        }
    }
}

/// Writes base64 in human-readable formats, bytes in others.
fn write_blob<S: Serializer>(blob: &Blob, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        serializer.serialize_str(&base64::encode(blob))
    } else {
        serializer.serialize_bytes(blob.as_ref())
    }
}

/// Writes RFC 3339 in human-readable formats, seconds and nanoseconds in others.
fn write_time<S: Serializer>(time: DateTime, serializer: S) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return (time.secs(), time.subsec_nanos()).serialize(serializer);
    }
    match whole_seconds(time.secs()) {
        Some(whole) => serializer.serialize_str(&with_fraction(whole, time.subsec_nanos())),
        None => Err(S::Error::custom(format_args!(
            "{} seconds from 1970 on are outside of the years 0 to 9999 of RFC 3339",
            time.secs()
        ))),
    }
}

/// The seconds of 400 years, after which the calendar repeats itself.
const CYCLE: i64 = 146_097 * 86_400;

/// Formats as RFC 3339. The formatter of `DateTime` rejects the year 0, which its parser accepts: the year 400 is formatted
/// instead.
fn whole_seconds(seconds: i64) -> Option<String> {
    let format = |seconds| DateTime::from_secs(seconds).fmt(Format::DateTime).ok();
    format(seconds).or_else(|| {
        let later = format(seconds.checked_add(CYCLE)?)?;
        Some(format!("0000{}", later.strip_prefix("0400")?))
    })
}

/// Puts the fraction before the `Z`: the formatter of `DateTime` stops at microseconds.
fn with_fraction(whole: String, nanos: u32) -> String {
    if nanos == 0 {
        return whole;
    }
    let fraction = format!("{nanos:09}");
    format!("{}.{}Z", whole.trim_end_matches('Z'), fraction.trim_end_matches('0'))
}
