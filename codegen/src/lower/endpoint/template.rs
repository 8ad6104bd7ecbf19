//! Strings with references: `https://{Region}.{PartitionResult#dnsSuffix}`.

use super::attribute::attribute;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::plan::endpoint::{Expression, Type};
use crate::source::{Location, Node};

/// Reads a template. `{{` and `}}` are braces.
pub(super) fn read(node: &Node<'_>, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    let mut parts = Vec::new();
    let mut rest = node.text()?;
    while let Some(at) = rest.find(['{', '}']) {
        let (literal, brace) = rest.split_at(at);
        add_text(&mut parts, literal);
        if let Some(tail) = brace.strip_prefix("{{") {
            add_text(&mut parts, "{");
            rest = tail;
        } else if let Some(tail) = brace.strip_prefix("}}") {
            add_text(&mut parts, "}");
            rest = tail;
        } else {
            let (inside, tail) =
                brace[1..].split_once('}').filter(|_| brace.starts_with('{')).ok_or_else(|| stray(node))?;
            match reference(inside, &node.location, scope)? {
                Expression::String(text) => add_text(&mut parts, &text),
                part => parts.push(part),
            }
            rest = tail;
        }
    }
    add_text(&mut parts, rest);
    Ok(match parts.len() {
        0 => Expression::String(String::new()),
        1 => parts.remove(0),
        _ => Expression::Format(parts),
    })
}

fn add_text(parts: &mut Vec<Expression>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Expression::String(before)) => before.push_str(text),
        _ => parts.push(Expression::String(text.to_owned())),
    }
}

fn stray(node: &Node<'_>) -> Diagnostic {
    Diagnostic::error("a brace of this endpoint template has no partner")
        .at(&node.location)
        .with_help("write `{Name}` or `{Name#attribute}` for a value, `{{` and `}}` for braces")
}

/// Lowers a reference: a name, and optionally a part of it after `#`.
fn reference(text: &str, location: &Location, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    let value = match text.split_once('#') {
        Some((name, path)) => {
            let whole = scope.resolve(name, location)?;
            attribute(scope.present(whole), name, path, location)?
        }
        None => scope.resolve(text, location)?,
    };
    scope.expect(value, Type::String, &format!("`{{{text}}}`"), location)
}
