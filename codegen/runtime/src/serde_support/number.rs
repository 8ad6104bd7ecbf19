//! Numbers that a format may lack.

use std::{fmt, str::FromStr};

use serde_core::{
    Deserialize, Deserializer,
    de::{Error, Unexpected, Visitor},
};

const NAMES: [(&str, f64); 3] =
    [("NaN", f64::NAN), ("Infinity", f64::INFINITY), ("-Infinity", f64::NEG_INFINITY)];

/// Returns the name of a number that is not finite, for human-readable formats. It is the one of the JSON protocols.
pub(super) fn name(value: f64) -> Option<&'static str> {
    let same = |other: f64| other.total_cmp(&value).is_eq() || (other.is_nan() && value.is_nan());
    NAMES.into_iter().find(|(_, other)| same(*other)).map(|(name, _)| name)
}

/// A number with a fraction that is read.
pub(super) struct Double(pub(super) f64);

impl<'de> Deserialize<'de> for Double {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DoubleVisitor)
    }
}

struct DoubleVisitor;

#[expect(clippy::cast_precision_loss, reason = "an integer becomes the nearest number")]
impl Visitor<'_> for DoubleVisitor {
    type Value = Double;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, `NaN`, `Infinity` or `-Infinity`")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Double, E> {
        Ok(Double(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Double, E> {
        Ok(Double(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Double, E> {
        Ok(Double(value as f64))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Double, E> {
        let known = NAMES.into_iter().find(|(name, _)| *name == value);
        known.map(|(_, number)| Double(number)).ok_or_else(|| E::invalid_value(Unexpected::Str(value), &self))
    }
}

/// A big integer or big decimal, deserialized from a string or an integer.
pub(super) struct Big<T>(pub(super) T);

impl<'de, T: FromStr<Err: fmt::Display>> Deserialize<'de> for Big<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_any(DigitsVisitor)?;
        text.parse().map(Self).map_err(D::Error::custom)
    }
}

struct DigitsVisitor;

impl Visitor<'_> for DigitsVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number as text, or an integer")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<String, E> {
        Ok(value.to_string())
    }
}
