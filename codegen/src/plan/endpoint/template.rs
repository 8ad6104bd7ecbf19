//! Text with references in it: `https://{Region}.{PartitionResult#dnsSuffix}`.

use super::scope::Scope;
use super::{Expression, Type, call};
use crate::diagnostic::Diagnostic;
use crate::read::node::Node;
use crate::source::Place;

/// Reads a template. `{{` and `}}` stand for braces.
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
            match reference(inside, &node.place, scope)? {
                Expression::Text(text) => add_text(&mut parts, &text),
                part => parts.push(part),
            }
            rest = tail;
        }
    }
    add_text(&mut parts, rest);
    Ok(match parts.len() {
        0 => Expression::Text(String::new()),
        1 => parts.remove(0),
        _ => Expression::Format(parts),
    })
}

fn add_text(parts: &mut Vec<Expression>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Expression::Text(before)) => before.push_str(text),
        _ => parts.push(Expression::Text(text.to_owned())),
    }
}

fn stray(node: &Node<'_>) -> Diagnostic {
    Diagnostic::error("a brace of this endpoint template has no partner")
        .at(&node.place)
        .with_help("write `{Name}` or `{Name#attribute}` for a value, `{{` and `}}` for braces")
}

/// What stands between braces: a name, and a part of it behind `#`.
fn reference(text: &str, place: &Place, scope: &mut Scope<'_>) -> Result<Expression, Diagnostic> {
    let value = match text.split_once('#') {
        Some((name, path)) => call::attribute(scope.resolve(name, place)?, name, path, place)?,
        None => scope.resolve(text, place)?,
    };
    call::expect(value, Type::Text, &format!("`{{{text}}}`"), place)
}
