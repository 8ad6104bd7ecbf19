//! Request features of an operation.

use super::auth;
use super::checksum;
use super::lowering::Lowering;
use super::reach::errors;
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Closure, Member, Model, Shape, ShapeKind};
use crate::plan::endpoint::EndpointPlan;
use crate::plan::{HostPart, NamedKind, RequestFeatures, RustType, SignedPayload, StructPlan};

impl Lowering<'_> {
    /// Lowers the request features in the traits of an operation and of its input's members.
    pub(super) fn features(
        &mut self,
        operation: &Shape,
        shape: Option<&Shape>,
        input: &StructPlan,
        endpoint: &EndpointPlan,
    ) -> Option<RequestFeatures> {
        let tokens = self.report(shape.map_or_else(|| Ok(Vec::new()), |shape| tokens(shape, input)));
        let host_prefix = self.report(host_prefix(operation, shape, input));
        let headers = shape.filter(|_| self.protocol.has_http_bindings());
        let checksum = self.report(checksum::of_requests(operation, headers, input));
        let response_checksum = self.report(checksum::of_responses(operation, input));
        Some(RequestFeatures {
            tokens: tokens?,
            host_prefix: host_prefix?,
            schemes: auth::schemes(self.model, operation, endpoint),
            payload: payload(operation),
            is_compressed: compressed(operation),
            checksum: checksum?,
            response_checksum: response_checksum?,
            has_sensitive_request: is_sensitive(self.model, shape.map(|shape| &shape.id)),
            has_sensitive_response: is_sensitive(self.model, responses(self.model, operation)),
        })
    }
}

/// Returns the payload in signatures.
fn payload(operation: &Shape) -> SignedPayload {
    if operation.traits.has(id::UNSIGNED_PAYLOAD) { SignedPayload::Unsigned } else { SignedPayload::Hash }
}

/// Returns the output and the errors of an operation.
fn responses<'m>(model: &'m Model, operation: &'m Shape) -> impl Iterator<Item = &'m ShapeId> {
    let kind = if let ShapeKind::Operation(kind) = &operation.kind { Some(kind) } else { None };
    let references = kind.into_iter().flat_map(|kind| kind.output.iter().chain(errors(model, kind)));
    references.map(|reference| &reference.id)
}

/// Returns true if one of the shapes reaches a sensitive shape or member.
fn is_sensitive<'m>(model: &Model, roots: impl IntoIterator<Item = &'m ShapeId>) -> bool {
    let closure = Closure::of(model, roots);
    closure.iter().filter_map(|id| model.shapes.get(id)).any(|shape| {
        let values = matches!(shape.kind, ShapeKind::Enum | ShapeKind::IntEnum);
        let marked = || shape.members.values().any(|member| member.traits.has(id::SENSITIVE));
        shape.traits.has(id::SENSITIVE) || (!values && marked())
    })
}

/// Returns the fields that get a token if they have none.
fn tokens(shape: &Shape, input: &StructPlan) -> Result<Vec<String>, Diagnostic> {
    let marked = shape.members.values().filter(|member| member.traits.has(id::IDEMPOTENCY_TOKEN));
    let mut tokens = Vec::new();
    for member in marked {
        let found = input.fields.iter().find(|field| field.wire_name == member.id.name);
        let Some(field) = found else { continue };
        if field.ty != RustType::String {
            return Err(not_a_string(member, "an idempotency token", id::IDEMPOTENCY_TOKEN));
        }
        tokens.push(field.name.clone());
    }
    Ok(tokens)
}

fn not_a_string(member: &Member, role: &str, annotation: &str) -> Diagnostic {
    let trait_value = member.traits.get(annotation);
    let location = trait_value.map_or(&member.location, |trait_value| &trait_value.location);
    Diagnostic::error(format!("`{}` is {role}, but its type is not `string`", member.id))
        .at(location)
        .with_help("let the member target a string")
}

/// Lowers `{"hostPrefix": "data.{account}."}`.
fn host_prefix(
    operation: &Shape,
    shape: Option<&Shape>,
    input: &StructPlan,
) -> Result<Option<Vec<HostPart>>, Diagnostic> {
    let Some(endpoint) = operation.traits.get(id::ENDPOINT) else { return Ok(None) };
    let fault = |what: String| {
        Diagnostic::error(format!("the host prefix of `{}` {what}", operation.id))
            .at(&endpoint.location)
            .with_help("write it like `{\"hostPrefix\": \"data.{account}.\"}`, with members marked `smithy.api#hostLabel`")
    };
    let Some(pattern) = operation.traits.property(id::ENDPOINT, "hostPrefix") else {
        return Err(fault("is not given".to_owned()));
    };
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some((literal, tail)) = rest.split_once('{') {
        let Some((label, tail)) = tail.split_once('}') else {
            return Err(fault("lacks a closing brace".to_owned()));
        };
        parts.extend(literal_part(literal, &fault)?);
        parts.push(host_label(label, shape, input, &fault)?);
        rest = tail;
    }
    parts.extend(literal_part(rest, &fault)?);
    if parts.is_empty() {
        return Err(fault("is empty".to_owned()));
    }
    match impossible_label(&parts) {
        Some(what) => Err(fault(format!("has a part between dots that {what}"))),
        None => Ok(Some(parts)),
    }
}

/// The maximum length of a label of a host name in bytes. Source: RFC 1035, section 2.3.4.
const MAX_HOST_LABEL: usize = 63;

/// Describes the fault of a label of the host, if it has one. A prefix that does not end with a dot is the start of a label.
fn impossible_label(parts: &[HostPart]) -> Option<&'static str> {
    let texts = parts.iter().map(|part| match part {
        HostPart::Literal(text) => text,
        // Members are checked when they are sent. The shortest has one letter.
        HostPart::Label { .. } => "x",
    });
    let pattern: String = texts.collect();
    let (whole, start) = pattern.rsplit_once('.').map_or((None, &*pattern), |(it, end)| (Some(it), end));
    let mut whole = whole.into_iter().flat_map(|whole| whole.split('.'));
    let fault = |label: &str| match label {
        label if label.starts_with('-') => Some("starts with a hyphen"),
        label if label.len() > MAX_HOST_LABEL => Some("has more than 63 bytes"),
        _ => None,
    };
    let of_whole = whole.find_map(|label| match label {
        "" => Some("is empty"),
        label if label.ends_with('-') => Some("ends with a hyphen"),
        label => fault(label),
    });
    of_whole.or_else(|| fault(start))
}

/// Returns a literal segment, with characters that are allowed in a host.
fn literal_part(
    literal: &str,
    fault: &impl Fn(String) -> Diagnostic,
) -> Result<Option<HostPart>, Diagnostic> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
    match literal.chars().find(|letter| !allowed(*letter)) {
        Some(letter) => Err(fault(format!("contains `{letter}`, which is not allowed in a host"))),
        None if literal.is_empty() => Ok(None),
        None => Ok(Some(HostPart::Literal(literal.to_owned()))),
    }
}

fn host_label(
    label: &str,
    shape: Option<&Shape>,
    input: &StructPlan,
    fault: &impl Fn(String) -> Diagnostic,
) -> Result<HostPart, Diagnostic> {
    let member = shape.and_then(|shape| shape.members.get(label));
    let field = input.fields.iter().find(|field| field.wire_name == label);
    let (Some(member), Some(field)) = (member, field) else {
        return Err(fault(format!("names `{label}`, which is not a member of the input")));
    };
    let enumeration = match &field.ty {
        RustType::String => None,
        RustType::Named(path, NamedKind::Enum) => Some(path.clone()),
        _ => return Err(not_a_string(member, "a host label", id::HOST_LABEL)),
    };
    Ok(HostPart::Label { field: field.name.clone(), wire_name: field.wire_name.clone(), enumeration })
}

/// Returns true if bodies are compressed. Gzip is the only encoding in the specification; others are ignored, as it demands.
fn compressed(operation: &Shape) -> bool {
    let compression = operation.traits.value(id::REQUEST_COMPRESSION);
    let encodings = compression.and_then(|compression| compression.get("encodings")?.as_array());
    encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "gzip"))
}
