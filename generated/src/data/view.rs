// Copied by tinsmith from its support code. Do not edit.

//! Values without their types, and how they are written.

use std::borrow::Cow;

use aws_smithy_types::{Blob, DateTime, Document, base64, date_time::Format};
use serde_core::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap as _},
};

use super::{document::Tree, number};

/// A key and its value.
pub(crate) type Entry<'a> = (&'a str, View<'a>);

/// A structure, which tells of its members when it is their turn.
pub(crate) trait Members {
    /// The members that have a value, by their names on the wire.
    fn members(&self) -> Vec<Entry<'_>>;
}

/// A value as all formats see it.
pub(crate) enum View<'a> {
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
    List(Vec<View<'a>>),
    Map(Vec<Entry<'a>>),
    Structure(&'a dyn Members),
}

impl Serialize for View<'_> {
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

/// A value that could be null. The few formats that tell the two apart, such as RON, are read in the same way.
struct Held<'a>(&'a View<'a>);

impl Serialize for Held<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Absent => serializer.serialize_none(),
            value => serializer.serialize_some(value),
        }
    }
}

/// Base64 for people, bytes for machines.
fn write_blob<S: Serializer>(blob: &Blob, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        serializer.serialize_str(&base64::encode(blob))
    } else {
        serializer.serialize_bytes(blob.as_ref())
    }
}

/// RFC 3339 for people, seconds and nanoseconds for machines.
fn write_time<S: Serializer>(time: DateTime, serializer: S) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return (time.secs(), time.subsec_nanos()).serialize(serializer);
    }
    match whole_seconds(time.secs()) {
        Some(whole) => serializer.serialize_str(&with_fraction(whole, time.subsec_nanos())),
        None => Err(S::Error::custom(format_args!(
            "{} seconds from 1970 on are not in the years 0 to 9999, which RFC 3339 can say",
            time.secs()
        ))),
    }
}

/// The seconds of 400 years, after which the calendar repeats itself.
const CYCLE: i64 = 146_097 * 86_400;

/// RFC 3339. The formatter of `DateTime` refuses the year 0, although its parser takes it: the year 400 stands in for it.
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
