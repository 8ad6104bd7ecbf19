//! Text of elements.

use std::{borrow::Cow, fmt::Display};

use aws_smithy_schema::serde::SerdeError;
use memchr::memchr;
use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesRef, Event},
};

/// Resolves the references in content that has no markup. Line ends become `\n`, as XML requires.
pub(super) fn decoded(content: &str) -> Result<Cow<'_, str>, SerdeError> {
    if memchr(b'\r', content.as_bytes()).is_some() {
        return without_markup(content);
    }
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, reference)) = rest.split_once('&') {
        let Some((name, after)) = reference.split_once(';') else {
            return Err(malformed("a reference without an end"));
        };
        text.push_str(before);
        push(&mut text, &BytesRef::new(name))?;
        rest = after;
    }
    text.push_str(rest);
    Ok(Cow::Owned(text))
}

/// Returns the text of content up to its first element, without comments.
pub(super) fn without_markup(content: &str) -> Result<Cow<'_, str>, SerdeError> {
    let mut text = String::new();
    let mut reader = Reader::from_str(content);
    loop {
        match reader.read_event().map_err(malformed)? {
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => push(&mut text, &reference)?,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
            Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::DocType(_) | Event::Eof => break,
        }
    }
    Ok(Cow::Owned(text))
}

/// Appends the character or the predefined entity that `reference` names.
fn push(text: &mut String, reference: &BytesRef<'_>) -> Result<(), SerdeError> {
    match (reference.resolve_char_ref().map_err(malformed)?, resolve_predefined_entity(reference)) {
        (Some(character), _) => text.push(character),
        (None, Some(entity)) => text.push_str(entity),
        (None, None) => return Err(malformed(format_args!("unknown reference `&{};`", &**reference))),
    }
    Ok(())
}

#[cold]
fn malformed(cause: impl Display) -> SerdeError {
    SerdeError::invalid_input(format!("malformed text: {cause}"))
}
