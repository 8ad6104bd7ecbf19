//! The id of a service, without reading the whole file.

use std::fmt;

use flate2::bufread::MultiGzDecoder;
use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, Visitor};

use crate::read::file;

/// Returns the service id of a `service-2.json`, compressed or not. Reading stops after `metadata`, which comes early in
/// botocore's files, so that the ids of hundreds of services are found quickly.
#[must_use]
pub fn service_id(bytes: &[u8]) -> Option<String> {
    let mut metadata = Metadata(None);
    // An error may also be the end of reading.
    let _ = if file::is_gzip(bytes) {
        let reader = std::io::Read::take(MultiGzDecoder::new(bytes), file::MAX_SIZE);
        serde_json::Deserializer::from_reader(std::io::BufReader::new(reader)).deserialize_map(&mut metadata)
    } else {
        serde_json::Deserializer::from_slice(bytes).deserialize_map(&mut metadata)
    };
    metadata.0?.get("serviceId")?.as_str().map(str::to_owned)
}

/// The value of `metadata`, after reading.
struct Metadata(Option<serde_json::Value>);

impl<'de> Visitor<'de> for &mut Metadata {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the service of a botocore model")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key::<String>()? {
            if key == "metadata" {
                self.0 = Some(entries.next_value()?);
                return Ok(());
            }
            entries.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::service_id;

    #[test]
    fn id_is_read_without_the_rest_of_the_file() {
        let head = br#"{"version": "2.0", "metadata": {"serviceId": "Direct Connect"}, "operations": "#;
        assert_eq!(service_id(head), Some("Direct Connect".to_owned()));
    }

    #[test]
    fn other_files_have_no_id() {
        for text in
            ["", "[]", "{\"metadata\": 1}", "{\"metadata\": {\"serviceId\": 1}}", "{\"smithy\": \"2.0\"}"]
        {
            assert_eq!(service_id(text.as_bytes()), None, "{text}");
        }
    }
}
