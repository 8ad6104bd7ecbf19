//! Attributes of elements.

use std::borrow::Cow;

use aws_smithy_schema::serde::SerdeError;
use quick_xml::{XmlVersion, events::attributes::Attributes, name::QName};

/// Returns the value of the attribute `name` in `tag`, which is a start tag after its name.
///
/// Prefixes are aliases of namespaces. A document may choose others than the model: `a:type` is `xsi:type`.
pub(super) fn find<'a>(tag: &'a str, name: &str) -> Result<Option<Cow<'a, str>>, SerdeError> {
    let tag = tag.strip_suffix('>').unwrap_or(tag);
    let tag = tag.strip_suffix('/').unwrap_or(tag);
    let mut attributes = Attributes::new(tag, 0);
    // Looking for duplicates compares all pairs.
    attributes.with_checks(false);
    for attribute in attributes {
        let attribute = attribute.map_err(malformed)?;
        if matches(attribute.key, QName(name)) {
            return attribute.normalized_value(XmlVersion::Implicit1_0).map(Some).map_err(malformed);
        }
    }
    Ok(None)
}

fn matches(attribute: QName<'_>, name: QName<'_>) -> bool {
    let is_declaration = attribute.prefix().is_some_and(|prefix| prefix.is_xmlns());
    attribute.local_name() == name.local_name()
        && attribute.prefix().is_some() == name.prefix().is_some()
        && !is_declaration
}

#[cold]
fn malformed(cause: impl std::fmt::Display) -> SerdeError {
    SerdeError::invalid_input(format!("malformed attribute: {cause}"))
}
