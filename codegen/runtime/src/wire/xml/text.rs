//! Text of elements.

use std::{borrow::Cow, fmt::Display};

use aws_smithy_schema::serde::SerdeError;
use quick_xml::{
    Reader,
    escape::{resolve_predefined_entity, unescape},
    events::{BytesRef, BytesText, Event},
};

use super::error::malformed;

/// Returns text without references and markup. Line ends become `\n`, as XML requires.
pub(super) fn plain(content: &str) -> Cow<'_, str> {
    BytesText::from_escaped(content).xml10_content()
}

/// Decodes content up to its first element: resolves references, and leaves comments out.
pub(super) fn decode(content: &str) -> Result<Cow<'_, str>, SerdeError> {
    if !content.contains('<') {
        return references(content);
    }
    let mut text = String::new();
    let mut reader = Reader::from_str(content);
    loop {
        let position = reader.buffer_position();
        match reader.read_event().map_err(|error| malformed(position, error))? {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => push(&mut text, &reference)?,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
            Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::DocType(_) | Event::Eof => break,
        }
    }
    Ok(Cow::Owned(text))
}

/// Decodes content without markup.
fn references(content: &str) -> Result<Cow<'_, str>, SerdeError> {
    match plain(content) {
        Cow::Borrowed(text) => unescape(text).map_err(unknown),
        Cow::Owned(text) => unescape(&text).map(|text| text.into_owned().into()).map_err(unknown),
    }
}

/// Appends the character or the predefined entity that `reference` names.
fn push(text: &mut String, reference: &BytesRef<'_>) -> Result<(), SerdeError> {
    match (reference.resolve_char_ref().map_err(unknown)?, resolve_predefined_entity(reference)) {
        (Some(character), _) => text.push(character),
        (None, Some(entity)) => text.push_str(entity),
        (None, None) => return Err(unknown(format_args!("`&{};`", &**reference))),
    }
    Ok(())
}

#[cold]
fn unknown(cause: impl Display) -> SerdeError {
    SerdeError::invalid_input(format!("unknown reference: {cause}"))
}
