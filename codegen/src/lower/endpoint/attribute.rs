//! Parts of values, and checks of their types.

use crate::diagnostic::Diagnostic;
use crate::plan::endpoint::{Attribute, ElementIndex, Expression, Type};
use crate::source::Location;

/// Checks that the expression is of the type and has a value.
pub(super) fn expect(
    value: Expression,
    ty: Type,
    what: &str,
    location: &Location,
) -> Result<Expression, Diagnostic> {
    if value.ty() != ty {
        return Err(Diagnostic::error(format!(
            "{what} must be {}, but it is {}",
            ty.description(),
            value.ty().description()
        ))
        .at(location)
        .with_help("the endpoint rules do not convert one type to another"));
    }
    if value.is_optional() {
        return Err(Diagnostic::error(format!("{what} may have no value here"))
            .at(location)
            .with_help("put a condition with `isSet` before it, or give the result a name with `assign`"));
    }
    Ok(value)
}

/// Lowers a part of a value: `supportsFIPS`, `resourceId[0]`, `[1]`.
pub(super) fn attribute(
    value: Expression,
    name: &str,
    path: &str,
    location: &Location,
) -> Result<Expression, Diagnostic> {
    let mut value = value;
    for segment in path.split('.') {
        let (field, indices) = segment.split_at(segment.find('[').unwrap_or(segment.len()));
        if value.is_optional() {
            return Err(no_part(&value, name, path, location));
        }
        if !field.is_empty() {
            value = part(value, name, field, path, location)?;
        }
        if field.is_empty() && indices.is_empty() {
            return Err(no_part(&value, name, path, location));
        }
        if !indices.is_empty() {
            value = element(value, name, indices, path, location)?;
        }
    }
    Ok(value)
}

fn part(
    value: Expression,
    name: &str,
    field: &str,
    path: &str,
    location: &Location,
) -> Result<Expression, Diagnostic> {
    let found = Attribute::of(value.ty()).find(|attribute| attribute.rules_name == field);
    let attribute = found.ok_or_else(|| no_part(&value, name, path, location))?;
    Ok(Expression::Attribute { of: Box::new(value), attribute })
}

/// Lowers `[0]` or `[-1]` after an array of strings.
fn element(
    value: Expression,
    name: &str,
    indices: &str,
    path: &str,
    location: &Location,
) -> Result<Expression, Diagnostic> {
    let inside = indices.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inside.and_then(index) {
        Some(index) if value.ty() == Type::StringArray => {
            Ok(Expression::Element { of: Box::new(value), index })
        }
        _ => Err(no_part(&value, name, path, location)),
    }
}

/// Reads an index. Negative ones count from the end, where -1 is the last element.
fn index(text: &str) -> Option<ElementIndex> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_prefix('-') {
        Some(digits) if is_digits(digits) => {
            digits.parse::<usize>().ok()?.checked_sub(1).map(ElementIndex::End)
        }
        None if is_digits(text) => text.parse().ok().map(ElementIndex::Start),
        _ => None,
    }
}

fn no_part(value: &Expression, name: &str, path: &str, location: &Location) -> Diagnostic {
    let parts: Vec<_> = Attribute::of(value.ty()).map(|attribute| attribute.rules_name).collect();
    let description = value.ty().description();
    let diagnostic = Diagnostic::error(format!("`{name}` has no part `{path}`")).at(location);
    if value.ty() == Type::StringArray {
        return diagnostic.with_help(format!(
            "{description} has elements: `[0]`, `[1]` and so on, and `[-1]` is the last"
        ));
    }
    let otherwise = if parts.is_empty() {
        format!("{description} has no parts")
    } else {
        let parts: Vec<_> = parts.iter().map(|part| format!("`{part}`")).collect();
        format!("{description} has {}", parts.join(", "))
    };
    diagnostic.suggest(path, parts, &otherwise)
}
