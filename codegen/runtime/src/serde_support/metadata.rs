//! Metadata of outputs and errors: code, message and request id.

use std::fmt;

use aws_smithy_types::error::{ErrorMetadata, metadata::Builder};
use serde_core::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use super::{Entry, ErasedValue};
use crate::error::{EXTENDED_REQUEST_ID as EXTENDED_REQUEST_ID_EXTRA, HTTP_STATUS_KEY, OPERATION_KEY};

/// Key of the metadata next to the members. No member can have this name.
pub(super) const METADATA: &str = "$metadata";
pub(super) const CODE: &str = "code";
const MESSAGE: &str = "message";
const REQUEST_ID: &str = "requestId";
const EXTENDED_REQUEST_ID: &str = "extendedRequestId";
/// Key of the request id in [`ErrorMetadata::extra`], as `aws_types` defines it.
const REQUEST_ID_EXTRA: &str = "aws_request_id";

/// Keys of metadata other than code and message, and their keys in [`ErrorMetadata::extra`].
const EXTRAS: [(&str, &str); 4] = [
    (REQUEST_ID, REQUEST_ID_EXTRA),
    (EXTENDED_REQUEST_ID, EXTENDED_REQUEST_ID_EXTRA),
    ("operation", OPERATION_KEY),
    ("httpStatus", HTTP_STATUS_KEY),
];

/// Returns the metadata of an error.
pub fn metadata(metadata: &ErrorMetadata) -> Vec<Entry<'_>> {
    let fixed = [(CODE, metadata.code()), (MESSAGE, metadata.message())];
    let extras = EXTRAS.map(|(key, extra)| (key, metadata.extra(extra)));
    fixed
        .into_iter()
        .chain(extras)
        .filter_map(|(key, value)| Some((key, ErasedValue::Text(value?.into()))))
        .collect()
}

/// Returns the metadata of an output.
#[inline]
pub fn request_ids<'a>(id: Option<&'a str>, extended: Option<&'a str>) -> Vec<Entry<'a>> {
    let ids = [(REQUEST_ID, id), (EXTENDED_REQUEST_ID, extended)];
    ids.into_iter().filter_map(|(key, id)| Some((key, ErasedValue::Text(id?.into())))).collect()
}

/// Metadata, deserialized.
pub(super) struct Metadata(pub(super) ErrorMetadata);

impl<'de> Deserialize<'de> for Metadata {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MetadataVisitor)
    }
}

struct MetadataVisitor;

impl<'de> Visitor<'de> for MetadataVisitor {
    type Value = Metadata;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map with a code, a message and a request id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Metadata, A::Error> {
        let mut metadata = ErrorMetadata::builder();
        while let Some(key) = map.next_key::<String>()? {
            metadata = match (&*key, EXTRAS.into_iter().find(|(known, _)| *known == key)) {
                (CODE, _) => set(metadata, map.next_value()?, Builder::code),
                (MESSAGE, _) => set(metadata, map.next_value()?, Builder::message),
                (_, Some((_, extra))) => {
                    set(metadata, map.next_value()?, |metadata, value| metadata.custom(extra, value))
                }
                (_, None) => map.next_value::<IgnoredAny>().map(|_| metadata)?,
            };
        }
        Ok(Metadata(metadata.build()))
    }
}

fn set(metadata: Builder, value: Option<String>, set: impl FnOnce(Builder, String) -> Builder) -> Builder {
    match value {
        Some(value) => set(metadata, value),
        None => metadata,
    }
}
