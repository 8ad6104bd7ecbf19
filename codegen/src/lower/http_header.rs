//! Checks of the names of headers. Source: Smithy 2.0 specification, "httpHeader" and "httpPrefixHeaders".

use super::uri_pattern::is_token;
use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::model::{Member, Shape};

/// Returns the diagnostics for names that are not names of headers, and for headers that have the prefix of a map.
pub(super) fn faults(message: &Shape) -> impl Iterator<Item = Diagnostic> {
    let names = message.members.values().filter_map(invalid);
    let prefixed = message.members.values().find_map(|map| Some((map, prefix(map)?)));
    names.chain(prefixed.into_iter().flat_map(|(map, prefix)| among_prefixed(message, map, prefix)))
}

fn invalid(member: &Member) -> Option<Diagnostic> {
    let (header, prefix) = (member.traits.get(id::HTTP_HEADER), member.traits.get(id::HTTP_PREFIX_HEADERS));
    let is_prefix = header.is_none();
    let name = header.or(prefix)?;
    let is_valid = |name: &str| is_token(name) || is_prefix && name.is_empty();
    (!name.value.as_str().is_some_and(is_valid)).then(|| {
        let kind = if is_prefix { "prefix of headers" } else { "header" };
        Diagnostic::error(format!("`{}` is a {kind} with an invalid name", member.id))
            .at(&name.location)
            .with_help("use a name of letters, digits and `-`, such as `X-Request-Name`")
    })
}

/// Returns the prefix of a map. One that is empty may overlap with headers: on requests, the header takes precedence.
fn prefix(member: &Member) -> Option<&str> {
    member.traits.text(id::HTTP_PREFIX_HEADERS).filter(|prefix| !prefix.is_empty())
}

fn among_prefixed<'m>(
    message: &'m Shape,
    map: &'m Member,
    prefix: &'m str,
) -> impl Iterator<Item = Diagnostic> + 'm {
    let prefix = prefix.to_ascii_lowercase();
    message.members.values().filter_map(move |member| {
        let name = member.traits.text(id::HTTP_HEADER)?;
        name.to_ascii_lowercase().starts_with(&prefix).then(|| {
            Diagnostic::error(format!(
                "the header `{name}` of `{}` has the prefix of the headers of `{}`",
                member.id, map.id.name
            ))
            .at(&member.location)
            .with_help("use another prefix, or another name for the header")
        })
    })
}
