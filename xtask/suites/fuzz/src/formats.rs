//! The readers of JSON and CBOR, compared with themselves and with those of the official crates.

use aws_smithy_cbor::codec::CborCodec;
use aws_smithy_json::codec::JsonCodec;
use aws_smithy_schema::codec::Codec as _;
use aws_smithy_schema::serde::{SerdeError, ShapeDeserializer};
use serde_json::Value;
use tinsmith_runtime::wire::{CborReader, JsonReader};

use crate::xml::{ITEM, value};

/// Reads a text, strictly and leniently, with this reader and the official one.
///
/// # Panics
///
/// If the values differ.
pub fn json(input: &[u8]) {
    let strict = item(&mut JsonReader::new(input));
    let lenient = item(&mut JsonReader::new(input).lenient(true));
    compare(strict, lenient, &["At"], || item(&mut JsonCodec::default().create_deserializer(input)));
}

/// Reads bytes, strictly and leniently, with this reader and the official one.
///
/// # Panics
///
/// If the values differ.
pub fn cbor(input: &[u8]) {
    let strict = item(&mut CborReader::new(input));
    let lenient = item(&mut CborReader::new(input).lenient(true));
    // The official reader writes decimals another way.
    compare(strict, lenient, &["At", "Big"], || item(&mut CborCodec::default().create_deserializer(input)));
}

fn item(reader: &mut dyn ShapeDeserializer) -> Result<Value, SerdeError> {
    value(reader, &ITEM)
}

fn compare(
    strict: Result<Value, SerdeError>,
    lenient: Result<Value, SerdeError>,
    ignored: &[&str],
    official: impl FnOnce() -> Result<Value, SerdeError>,
) {
    let Ok(mut strict) = strict else { return };
    assert_eq!(Some(&strict), lenient.ok().as_ref(), "leniency changes a value");
    let Ok(mut official) = official() else { return };
    remove(&mut strict, ignored);
    remove(&mut official, ignored);
    assert_eq!(strict, official, "the official reader reads another value");
}

/// Removes members. Fractions of timestamps, which the official readers compute by floats, differ.
fn remove(value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| !names.contains(&name.as_str()));
            members.values_mut().for_each(|value| remove(value, names));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| remove(value, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{CborCodec, CborReader, JsonCodec, JsonReader, item};
    use crate::corpus;
    use aws_smithy_schema::codec::Codec as _;

    #[test]
    fn bodies_of_the_corpus_are_compared() {
        let corpus = corpus::json().expect("the corpus is in the repository");
        let compared = corpus.iter().map(corpus::Entry::bytes).filter(|input| {
            item(&mut JsonReader::new(input)).is_ok()
                && item(&mut JsonCodec::default().create_deserializer(input)).is_ok()
        });
        assert_eq!(compared.count(), 2);
        let corpus = corpus::cbor().expect("the corpus is in the repository");
        let compared = corpus.iter().map(corpus::Entry::bytes).filter(|input| {
            item(&mut CborReader::new(input)).is_ok()
                && item(&mut CborCodec::default().create_deserializer(input)).is_ok()
        });
        assert_eq!(compared.count(), 1);
    }
}
