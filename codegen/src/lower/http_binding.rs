//! Checks of HTTP bindings: what a protocol cannot send, would send twice, or would leave out. Source: Smithy 2.0 specification,
//! "HTTP bindings".

use std::collections::BTreeSet;

use super::customization;
use super::http_header;
use super::lowering::Lowering;
use super::uri_pattern::UriPattern;
use crate::diagnostic::Diagnostic;
use crate::model::traits::{TraitValue, id};
use crate::model::{Member, Model, Shape, ShapeKind, SimpleKind, is_streaming};

/// The bindings, of which a member has at most one.
const BINDINGS: [&str; 7] = [
    id::HTTP_HEADER,
    id::HTTP_LABEL,
    id::HTTP_PAYLOAD,
    id::HTTP_PREFIX_HEADERS,
    id::HTTP_QUERY,
    id::HTTP_QUERY_PARAMS,
    id::HTTP_RESPONSE_CODE,
];

/// The bindings of which a message has at most one.
const SINGLE: [&str; 4] =
    [id::HTTP_PAYLOAD, id::HTTP_PREFIX_HEADERS, id::HTTP_QUERY_PARAMS, id::HTTP_RESPONSE_CODE];

/// The kind of a message, which decides the bindings that have an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// An input.
    Request,
    /// An output or error.
    Response,
}

impl Direction {
    /// Returns the bindings that are ignored in messages of the direction, so that their members are in the body.
    fn ignored(self) -> &'static [&'static str] {
        match self {
            Self::Request => &[id::HTTP_RESPONSE_CODE],
            Self::Response => &[id::HTTP_LABEL, id::HTTP_QUERY, id::HTTP_QUERY_PARAMS],
        }
    }
}

impl Lowering<'_> {
    /// Checks that an operation has what a protocol with HTTP bindings needs, and the bindings of its messages.
    pub(super) fn check_http(&mut self, operation: &Shape, input: Option<&Shape>, output: Option<&Shape>) {
        if !self.protocol.has_http_bindings() {
            return;
        }
        let Some(http) = operation.traits.get(id::HTTP) else {
            let diagnostic = no_http(operation, self.protocol.name());
            return self.diagnostics.push(diagnostic);
        };
        let pattern = UriPattern::of(operation, http);
        if let Some(pattern) = self.report(pattern) {
            self.diagnostics.extend(label_faults(self.model, &pattern, operation, http, input));
            self.diagnostics.extend(query_faults(&pattern, operation, input));
        }
        let input = input.map(|input| message_faults(self.model, input, Direction::Request));
        let output = output.map(|output| message_faults(self.model, output, Direction::Response));
        self.diagnostics.extend(input.into_iter().chain(output).flatten());
    }

    /// Checks the bindings of an error.
    pub(super) fn check_http_error(&mut self, error: &Shape) {
        if self.protocol.has_http_bindings() {
            let faults = message_faults(self.model, error, Direction::Response);
            self.diagnostics.extend(faults);
        }
    }
}

fn no_http(operation: &Shape, protocol: &str) -> Diagnostic {
    Diagnostic::error(format!(
        "`{}` has no HTTP method and URI, which the protocol `{protocol}` needs",
        operation.id
    ))
    .at(&operation.location)
    .with_help(format!("add the trait `{}`, or choose another protocol", id::HTTP))
}

/// Compares the labels of a URI with the members that are labels. Endpoint rules may have the value of a label instead of the URI.
fn label_faults(
    model: &Model,
    pattern: &UriPattern<'_>,
    operation: &Shape,
    http: &TraitValue,
    input: Option<&Shape>,
) -> Vec<Diagnostic> {
    let members = || input.into_iter().flat_map(|input| input.members.values());
    let bound = || members().filter(|member| member.traits.has(id::HTTP_LABEL));
    let mut faults = Vec::new();
    for label in pattern.labels().filter(|label| !bound().any(|member| member.id.name == *label)) {
        faults.push(
            Diagnostic::error(format!(
                "the URI of `{}` has the label `{label}`, which is not a member of its input with `httpLabel`",
                operation.id
            ))
            .at(&http.location)
            .with_help("add the member, or remove the label"),
        );
    }
    for member in bound() {
        let name = &member.id.name;
        let is_placed = pattern.labels().any(|label| label == name)
            || member.traits.has(id::CONTEXT_PARAM)
            || customization::is_placed_by_rules(model, name);
        let (what, help) = if !is_placed {
            ("is a label, but the URI does not have it", "add the label to the URI, or remove `httpLabel`")
        } else if ![id::REQUIRED, id::CLIENT_OPTIONAL].iter().any(|id| member.traits.has(id)) {
            ("is a label of the URI, but not required", "add the trait `smithy.api#required`")
        } else if pattern.is_greedy(name) && !is_string(model.target(&member.target)) {
            ("is a greedy label, but not a string", "let it target a string, or remove `+` from the URI")
        } else {
            continue;
        };
        faults
            .push(Diagnostic::error(format!("`{}` {what}", member.id)).at(&member.location).with_help(help));
    }
    faults
}

/// Returns the diagnostics for members that are query parameters of the URI itself.
fn query_faults(
    pattern: &UriPattern<'_>,
    operation: &Shape,
    input: Option<&Shape>,
) -> impl Iterator<Item = Diagnostic> {
    let members = input.into_iter().flat_map(|input| input.members.values());
    members.filter_map(|member| {
        let name = member.traits.text(id::HTTP_QUERY).filter(|name| pattern.has_parameter(name))?;
        Some(
            Diagnostic::error(format!(
                "`{}` is the query parameter `{name}`, which the URI of `{}` has already",
                member.id, operation.id
            ))
            .at(&member.location)
            .with_help("remove the parameter from the URI, or give the member another name"),
        )
    })
}

/// Checks the bindings of an input, output or error.
fn message_faults(model: &Model, message: &Shape, direction: Direction) -> Vec<Diagnostic> {
    let members = || message.members.values();
    let several = members().filter(|member| bindings(member).count() > 1).map(|member| {
        Diagnostic::error(format!("`{}` has more than one HTTP binding", member.id))
            .at(&member.location)
            .with_help("a member is in one part of a message; remove the other traits")
    });
    let single = SINGLE.into_iter().filter_map(|id| second(message, id));
    let misfits = members().filter_map(|member| misfit(model, member));
    let streams = members().filter_map(|member| unbound_stream(model, member));
    let headers = http_header::faults(message);
    let left_out = left_out(message, direction);
    several
        .chain(single)
        .chain(misfits)
        .chain(repeated(message))
        .chain(headers)
        .chain(streams)
        .chain(left_out)
        .collect()
}

/// Returns true for a member outside of the body, or that is the body.
pub(crate) fn is_bound(member: &Member, direction: Direction) -> bool {
    bindings(member).any(|id| !direction.ignored().contains(&id))
}

fn bindings(member: &Member) -> impl Iterator<Item = &'static str> {
    BINDINGS.into_iter().filter(|id| member.traits.has(id))
}

/// Returns the diagnostic for the second member with a binding.
fn second(message: &Shape, id: &str) -> Option<Diagnostic> {
    let member = message.members.values().filter(|member| member.traits.has(id)).nth(1)?;
    let second = Diagnostic::error(format!("`{}` is the second member with `{id}`", member.id));
    Some(second.at(&member.location).with_help("remove the trait from one of the two"))
}

/// Returns the diagnostics for headers and parameters that two members would write.
fn repeated(message: &Shape) -> Vec<Diagnostic> {
    let mut taken = BTreeSet::new();
    let mut faults = Vec::new();
    for member in message.members.values() {
        let header = member.traits.text(id::HTTP_HEADER).map(|name| ("header", name.to_ascii_lowercase()));
        let query = member.traits.text(id::HTTP_QUERY).map(|name| ("query parameter", name.to_owned()));
        let Some((kind, name)) = header.or(query) else { continue };
        let fault = format!("`{}` is the second member for the {kind} `{name}`", member.id);
        if !taken.insert((kind, name)) {
            let fault = Diagnostic::error(fault).at(&member.location);
            faults.push(fault.with_help("give one of the two another name, or remove it"));
        }
    }
    faults
}

/// Returns the diagnostic for a stream that is not the body.
fn unbound_stream(model: &Model, member: &Member) -> Option<Diagnostic> {
    let is_stream = is_streaming(member, model.target(&member.target));
    (is_stream && !member.traits.has(id::HTTP_PAYLOAD)).then(|| {
        Diagnostic::error(format!("the stream `{}` is not the body of its message", member.id))
            .at(&member.location)
            .with_help(format!("add the trait `{}`", id::HTTP_PAYLOAD))
    })
}

/// Returns the diagnostic for a member that nothing sends, because another one is the whole body.
fn left_out(message: &Shape, direction: Direction) -> Option<Diagnostic> {
    let payload = message.members.values().find(|member| member.traits.has(id::HTTP_PAYLOAD))?;
    let member = message.members.values().find(|member| !is_bound(member, direction))?;
    Some(
        Diagnostic::error(format!(
            "`{}` has no place in a message whose body is `{}`",
            member.id, payload.id.name
        ))
        .at(&member.location)
        .with_help("bind the member to a header, or remove `httpPayload` from the other one"),
    )
}

/// Returns the diagnostic for a member whose type its binding does not allow.
fn misfit(model: &Model, member: &Member) -> Option<Diagnostic> {
    let (binding, target) = (bindings(member).next()?, model.target(&member.target));
    (!allows(model, binding, target)).then(|| {
        Diagnostic::error(format!(
            "`{}` of type `{}` cannot have the trait `{binding}`",
            member.id,
            target.type_name()
        ))
        .at(&member.location)
        .with_help(format!("{}, or remove the trait", expected(binding)))
    })
}

fn allows(model: &Model, binding: &str, target: &Shape) -> bool {
    let element = |name: &str| target.members.get(name).map(|member| model.target(&member.target));
    let is_list = matches!(target.kind, ShapeKind::List);
    match binding {
        id::HTTP_HEADER | id::HTTP_QUERY => {
            is_text(target) || is_list && element("member").is_some_and(is_text)
        }
        id::HTTP_LABEL => is_text(target),
        id::HTTP_PREFIX_HEADERS => is_map_of(model, target, is_string),
        id::HTTP_QUERY_PARAMS => is_map_of(model, target, |value| {
            let element = value.members.get("member").filter(|_| matches!(value.kind, ShapeKind::List));
            is_string(value) || element.is_some_and(|element| is_string(model.target(&element.target)))
        }),
        id::HTTP_RESPONSE_CODE => {
            matches!(target.kind, ShapeKind::Simple(SimpleKind::Integer) | ShapeKind::IntEnum)
        }
        _ => true,
    }
}

fn expected(binding: &str) -> &'static str {
    match binding {
        id::HTTP_HEADER | id::HTTP_QUERY => {
            "use a boolean, a number, a string, a timestamp, or a list of one of these"
        }
        id::HTTP_LABEL => "use a boolean, a number, a string or a timestamp",
        id::HTTP_RESPONSE_CODE => "use an integer",
        id::HTTP_QUERY_PARAMS => "use a map of strings or of lists of strings",
        _ => "use a map of strings",
    }
}

fn is_map_of(model: &Model, shape: &Shape, is_value: impl Fn(&Shape) -> bool) -> bool {
    let value = shape.members.get("value").filter(|_| matches!(shape.kind, ShapeKind::Map));
    value.is_some_and(|value| is_value(model.target(&value.target)))
}

fn is_string(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum)
}

/// Returns true for values that headers, URIs and query strings can have as text.
pub(super) fn is_text(shape: &Shape) -> bool {
    match shape.kind {
        ShapeKind::Simple(kind) => !matches!(kind, SimpleKind::Blob | SimpleKind::Document),
        ShapeKind::Enum | ShapeKind::IntEnum => true,
        ShapeKind::List
        | ShapeKind::Map
        | ShapeKind::Structure
        | ShapeKind::Union
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Service(_) => false,
    }
}
