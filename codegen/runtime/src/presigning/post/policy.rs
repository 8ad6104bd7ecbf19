//! Policies of uploads.

use std::{ops::RangeInclusive, time::SystemTime};

use aws_smithy_types::{DateTime, date_time::Format};

use crate::presigning::PresigningConfig;

/// End of keys that the name of the uploaded file replaces.
const FILENAME: &str = "${filename}";

/// A policy of an upload by an HTML form: the fields that the form must have, and their values.
///
/// The bucket and the key are conditions of each policy. A key that ends with `${filename}` is a prefix, to which the name of
/// the uploaded file is added.
#[derive(Clone, Debug)]
pub struct PostPolicy {
    pub(super) config: PresigningConfig,
    pub(super) fields: Vec<(String, String)>,
    conditions: Vec<String>,
}

impl PostPolicy {
    /// Creates a policy that is valid for the time of the configuration.
    #[must_use]
    pub fn new(config: PresigningConfig) -> Self {
        Self { config, fields: Vec::new(), conditions: Vec::new() }
    }

    /// Adds a field to the form, which must have this value: `acl`, `Content-Type`, `x-amz-meta-...`, `success_action_redirect`.
    #[must_use]
    pub fn field(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.conditions.push(equals(&name, &value));
        self.fields.push((name, value));
        self
    }

    /// Allows a field whose value starts with `prefix`. An empty prefix allows each value. The sender of the form adds the field.
    #[must_use]
    pub fn starts_with(mut self, name: &str, prefix: &str) -> Self {
        self.conditions.push(starts_with(name, prefix));
        self
    }

    /// Limits the length of the file in bytes.
    #[must_use]
    pub fn content_length_range(mut self, range: RangeInclusive<u64>) -> Self {
        self.conditions.push(format!(r#"["content-length-range", {}, {}]"#, range.start(), range.end()));
        self
    }

    /// Returns the policy as JSON. `signed` are the fields that describe the signature.
    pub(super) fn to_json(&self, bucket: &str, key: &str, signed: &[(&str, String)]) -> String {
        let key = match key.strip_suffix(FILENAME) {
            Some(prefix) => starts_with("key", prefix),
            None => equals("key", key),
        };
        let further = [equals("bucket", bucket), key];
        let signed = signed.iter().map(|(name, value)| equals(name, value));
        let conditions: Vec<_> = self.conditions.iter().cloned().chain(further).chain(signed).collect();
        let expiration = timestamp(self.config.start_time() + self.config.expires());
        format!(r#"{{"expiration": "{expiration}", "conditions": [{}]}}"#, conditions.join(", "))
    }
}

/// Returns a time in whole seconds: `2015-12-29T00:00:00Z`.
pub(super) fn timestamp(time: SystemTime) -> String {
    let seconds = DateTime::from_secs(DateTime::from(time).secs());
    // Only years after 9999 cannot be formatted.
    seconds.fmt(Format::DateTime).unwrap_or_default()
}

fn equals(name: &str, value: &str) -> String {
    format!("{{{}: {}}}", quoted(name), quoted(value))
}

fn starts_with(name: &str, prefix: &str) -> String {
    format!(r#"["starts-with", {}, {}]"#, quoted(&format!("${name}")), quoted(prefix))
}

/// Returns a string of JSON, which is ASCII: policies must not have other characters.
fn quoted(text: &str) -> String {
    let escaped = text.encode_utf16().map(|unit| match u8::try_from(unit) {
        Ok(byte @ (b'"' | b'\\')) => format!("\\{}", char::from(byte)),
        Ok(byte @ b' '..=b'~') => char::from(byte).to_string(),
        _ => format!("\\u{unit:04x}"),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn strings_are_escaped_ascii() {
        assert_eq!(quoted("a \"b\" \\ \n \u{e4} \u{1f600}"), r#""a \"b\" \\ \u000a \u00e4 \ud83d\ude00""#);
    }
}
