//! The XML reader, compared with itself and with that of the official crates.

use aws_smithy_schema::codec::Codec as _;
use aws_smithy_schema::serde::{SerdeError, ShapeDeserializer};
use aws_smithy_schema::{Schema, ShapeType, prelude, shape_id};
use aws_smithy_xml::codec::{XmlCodec, XmlCodecSettings};
use serde_json::{Map, Value};
use tinsmith_runtime::schema;
use tinsmith_runtime::wire::XmlReader;

schema! {
    ITEM: Structure "fuzz" "Item" {
        0 "Name": String;
        1 "Flag": Boolean;
        2 "Count": Integer;
        3 "Long": Long;
        4 "Double": Double;
        5 "Blob": Blob;
        6 "At": Timestamp;
        7 "kind": String.with_xml_attribute();
        8 "Tags": List.with_list_member(&prelude::STRING);
        9 "Key": List.with_list_member(&prelude::STRING).with_xml_flattened();
        10 "Sub": List.with_list_member(&ITEM).with_xml_flattened();
        11 "Labels": Map.with_map_members(&prelude::STRING, &prelude::STRING);
        12 "Entry": Map.with_map_members(&prelude::STRING, &ITEM).with_xml_flattened();
        13 "Inner": Structure;
        14 "Choice": Union;
        15 "Groups": List.with_list_member(&GROUP);
        16 "Big": BigDecimal;
    }
}

static GROUP: Schema<'static> = Schema::new_list(shape_id!("fuzz", "Group"), &prelude::STRING);

/// Reads a document, strictly and leniently, with this reader and the official one.
///
/// # Panics
///
/// If the values differ.
pub fn xml(input: &[u8]) {
    let Ok(reader) = XmlReader::new(input) else { return compare_parsing(input) };
    let strict = value(&mut reader.fork(), &ITEM);
    let lenient = value(&mut reader.fork().lenient(true), &ITEM);
    let Ok(strict) = strict else { return };
    assert_eq!(Some(&strict), lenient.as_ref().ok(), "leniency changes a value");
    if let Ok(official) = official(input)
        && !differs_on_purpose(input)
    {
        assert_eq!(strict, official, "the official reader reads another value");
    }
}

/// Checks that only documents that the official reader refuses too cannot be parsed.
fn compare_parsing(input: &[u8]) {
    let Err(error) = XmlReader::new(input) else { return };
    let message = error.to_string();
    let is_ours =
        ["deeper than", "definitions of entities", "valid name"].iter().any(|part| message.contains(part));
    // The official reader takes an empty prefix, which only one of the two tags may have.
    let has_empty_prefix = input.windows(2).any(|pair| pair == b"<:" || pair == b"/:");
    assert!(
        is_ours || has_empty_prefix || official(input).is_err(),
        "{message}, but the official reader reads it"
    );
}

fn official(input: &[u8]) -> Result<Value, SerdeError> {
    let codec = XmlCodec::new(XmlCodecSettings::builder().validate_document(true).build());
    value(&mut codec.create_deserializer(input), &ITEM)
}

/// Returns whether a document has what the readers treat differently: markup in text, carriage returns, line ends in
/// attributes, and attributes with prefixes or nulls.
fn differs_on_purpose(input: &[u8]) -> bool {
    let text = String::from_utf8_lossy(input);
    ["<!", "<?", "\r", "\n", "\t", ":kind", "kind:", ":nil"].iter().any(|part| text.contains(part))
}

/// Reads a value by its schema. The schema of a member that is a structure has no members, which are those of `ITEM`.
pub(crate) fn value(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Result<Value, SerdeError> {
    Ok(match schema.shape_type() {
        ShapeType::Structure | ShapeType::Union => {
            let mut members = Map::new();
            reader.read_struct(&ITEM, &mut |member, reader| {
                // The official reader of JSON reports unknown members.
                let Some(name) = member.member_name() else { return Ok(()) };
                members.insert(name.to_owned(), value(reader, member)?);
                Ok(())
            })?;
            Value::Object(members)
        }
        ShapeType::List => {
            let mut values = Vec::new();
            reader.read_list(schema, &mut |reader| {
                values.push(value(reader, schema.member().unwrap_or(&prelude::STRING))?);
                Ok(())
            })?;
            Value::Array(values)
        }
        ShapeType::Map => {
            let mut entries = Map::new();
            reader.read_map(schema, &mut |key, reader| {
                entries.insert(key, value(reader, schema.member().unwrap_or(&prelude::STRING))?);
                Ok(())
            })?;
            Value::Object(entries)
        }
        ShapeType::Boolean => reader.read_boolean(schema)?.into(),
        ShapeType::Integer => reader.read_integer(schema)?.into(),
        ShapeType::Long => reader.read_long(schema)?.into(),
        ShapeType::Double => reader.read_double(schema)?.to_string().into(),
        ShapeType::BigDecimal => reader.read_big_decimal(schema)?.as_ref().into(),
        ShapeType::Blob => format!("{:?}", reader.read_blob(schema)?).into(),
        ShapeType::Timestamp => format!("{:?}", reader.read_timestamp(schema)?).into(),
        _ => reader.read_string(schema)?.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::{ITEM, XmlReader, differs_on_purpose, official, value};
    use crate::corpus;

    #[test]
    fn documents_of_the_corpus_are_compared() {
        let corpus = corpus::xml().expect("the corpus is in the repository");
        let compared = corpus.iter().map(corpus::Entry::bytes).filter(|input| {
            let ours = XmlReader::new(input).and_then(|mut reader| value(&mut reader, &ITEM));
            ours.is_ok() && official(input).is_ok() && !differs_on_purpose(input)
        });
        assert_eq!(compared.count(), 3);
    }
}
