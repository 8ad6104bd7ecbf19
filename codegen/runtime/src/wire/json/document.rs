//! Documents.

use std::collections::HashMap;

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::{Document, Number};

use super::cursor::Cursor;
use crate::wire::lenient;

/// Reads a value of any type. A lenient reader reads the numbers that JSON lacks.
pub(super) fn document(cursor: &mut Cursor<'_>, is_lenient: bool) -> Result<Document, SerdeError> {
    let document = match cursor.peek() {
        Some(b'{') => return object(cursor, is_lenient),
        Some(b'[') => return array(cursor, is_lenient),
        Some(b'"') => Document::String(cursor.string(is_lenient)?.into_owned()),
        _ if cursor.take_word("null") => Document::Null,
        _ if cursor.take_word("true") => Document::Bool(true),
        _ if cursor.take_word("false") => Document::Bool(false),
        _ => Document::Number(number(cursor, is_lenient)?),
    };
    if cursor.depth == 0 {
        cursor.end()?;
    }
    Ok(document)
}

fn object(cursor: &mut Cursor<'_>, is_lenient: bool) -> Result<Document, SerdeError> {
    let mut entries = HashMap::new();
    cursor.enter()?;
    let mut is_first = true;
    while cursor.next(b'}', is_first)? {
        is_first = false;
        let key = cursor.string(is_lenient)?.into_owned();
        cursor.colon()?;
        entries.insert(key, document(cursor, is_lenient)?);
    }
    Ok(Document::Object(entries))
}

fn array(cursor: &mut Cursor<'_>, is_lenient: bool) -> Result<Document, SerdeError> {
    let mut values = Vec::new();
    cursor.enter()?;
    while cursor.next(b']', values.is_empty())? {
        values.push(document(cursor, is_lenient)?);
    }
    Ok(Document::Array(values))
}

/// Reads a number into the first type that it fits. An integer that fits none is a float, like those of the official reader.
fn number(cursor: &mut Cursor<'_>, is_lenient: bool) -> Result<Number, SerdeError> {
    if is_lenient && let Some(word) = cursor.not_a_number() {
        return lenient::float(word, "document").map(Number::Float);
    }
    let text = cursor.strict_number()?;
    let integer = if text.starts_with('-') {
        text.parse().ok().map(Number::NegInt)
    } else {
        text.parse().ok().map(Number::PosInt)
    };
    integer.map_or_else(|| lenient::float(text, "document").map(Number::Float), Ok)
}
