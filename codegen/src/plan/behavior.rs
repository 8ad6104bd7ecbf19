//! What an operation does beside sending its input and reading its output.

use super::reach::errors;
use super::{FieldPlan, Presence, RustType, StructPlan};
use crate::diagnostic::Diagnostic;
use crate::id::ShapeId;
use crate::model::auth::{Signature, signature};
use crate::model::traits::id;
use crate::model::{Closure, Member, Model, Shape, ShapeKind};

/// What an operation does beside sending its input and reading its output.
#[derive(Clone, Debug)]
pub struct BehaviorPlan {
    /// The fields of the input that get a token where they have none, by Rust name.
    pub tokens: Vec<String>,
    /// What stands before the endpoint's host.
    pub host_prefix: Option<Vec<HostPart>>,
    /// Whether requests are signed.
    pub signature: Signature,
    /// Whether long bodies are compressed, by gzip.
    pub compressed: bool,
    /// The checksum of the body.
    pub checksum: Option<ChecksumPlan>,
    /// Whether a request may hold what must not be logged.
    pub secret_request: bool,
    /// Whether an answer may hold what must not be logged.
    pub secret_answer: bool,
}

/// A piece of a host prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostPart {
    /// Text as it stands.
    Text(String),
    /// The value of a field of the input.
    Label {
        /// The Rust name.
        field: String,
        /// The name on the wire, for errors.
        wire_name: String,
        /// Whether the field is an `Option`.
        optional: bool,
    },
}

/// A checksum of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChecksumPlan {
    /// MD5 in `Content-MD5`.
    ContentMd5,
    /// By an algorithm that the input may choose, in a header of that algorithm.
    Flexible {
        /// The field that chooses, by Rust name.
        algorithm: Option<String>,
        /// Whether it is an `Option`.
        optional: bool,
        /// Whether its type is an enum.
        is_enum: bool,
        /// Whether the service insists on a checksum.
        required: bool,
    },
}

impl BehaviorPlan {
    /// Whether the client needs an interceptor for it.
    #[must_use]
    pub fn intercepts(&self) -> bool {
        !self.tokens.is_empty()
            || self.host_prefix.is_some()
            || self.compressed
            || self.checksum.is_some()
            || self.secret_request
            || self.secret_answer
    }
}

/// What the traits of an operation and of its input's members ask for. The members that get a token by themselves
/// become optional in `input`.
pub(super) fn lower(
    model: &Model,
    operation: &Shape,
    shape: Option<&Shape>,
    input: &mut StructPlan,
) -> Result<BehaviorPlan, Diagnostic> {
    Ok(BehaviorPlan {
        tokens: shape.map(|shape| tokens(shape, input)).transpose()?.unwrap_or_default(),
        host_prefix: host_prefix(operation, shape, input)?,
        // `pass::select` has left out operations with schemes that are not known.
        signature: signature(model, operation).unwrap_or(Signature::Signed),
        compressed: compressed(operation),
        checksum: checksum(operation, input)?,
        secret_request: holds_secrets(model, shape.map(|shape| &shape.id)),
        secret_answer: holds_secrets(model, answers(model, operation)),
    })
}

/// The output and the errors of an operation.
fn answers<'m>(model: &'m Model, operation: &'m Shape) -> impl Iterator<Item = &'m ShapeId> {
    let kind = if let ShapeKind::Operation(kind) = &operation.kind { Some(kind) } else { None };
    let references = kind.into_iter().flat_map(|kind| kind.output.iter().chain(errors(model, kind)));
    references.map(|reference| &reference.id)
}

/// Whether one of the shapes reaches a sensitive shape or member.
fn holds_secrets<'m>(model: &Model, roots: impl IntoIterator<Item = &'m ShapeId>) -> bool {
    let closure = Closure::of(model, roots);
    closure.iter().filter_map(|id| model.shapes.get(id)).any(|shape| {
        let values = matches!(shape.kind, ShapeKind::Enum | ShapeKind::IntEnum);
        let marked = || shape.members.values().any(|member| member.traits.has(id::SENSITIVE));
        shape.traits.has(id::SENSITIVE) || (!values && marked())
    })
}

fn tokens(shape: &Shape, input: &mut StructPlan) -> Result<Vec<String>, Diagnostic> {
    let marked = shape.members.values().filter(|member| member.traits.has(id::IDEMPOTENCY_TOKEN));
    let mut tokens = Vec::new();
    for member in marked {
        let found = input.fields.iter_mut().find(|field| field.wire_name == member.id.name);
        let Some(field) = found else { continue };
        if field.ty != RustType::String {
            return Err(no_text(member, "an idempotency token", id::IDEMPOTENCY_TOKEN));
        }
        field.presence = Presence::Optional;
        field.required_input = false;
        tokens.push(field.name.clone());
    }
    Ok(tokens)
}

fn no_text(member: &Member, what: &str, annotation: &str) -> Diagnostic {
    let place = member.traits.get(annotation).map_or(&member.place, |given| &given.place);
    Diagnostic::error(format!("`{}` is {what}, but its type is not `string`", member.id))
        .at(place)
        .with_help("let the member target a string")
}

/// `{"hostPrefix": "data.{account}."}`
fn host_prefix(
    operation: &Shape,
    shape: Option<&Shape>,
    input: &StructPlan,
) -> Result<Option<Vec<HostPart>>, Diagnostic> {
    let Some(given) = operation.traits.get(id::ENDPOINT) else { return Ok(None) };
    let fault = |what: String| {
        Diagnostic::error(format!("the host prefix of `{}` {what}", operation.id))
            .at(&given.place)
            .with_help("write it like `{\"hostPrefix\": \"data.{account}.\"}`, with members marked `smithy.api#hostLabel`")
    };
    let Some(pattern) = operation.traits.property(id::ENDPOINT, "hostPrefix") else {
        return Err(fault("is not given".to_owned()));
    };
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some((text, behind)) = rest.split_once('{') {
        let Some((label, behind)) = behind.split_once('}') else {
            return Err(fault("lacks a closing brace".to_owned()));
        };
        parts.extend(text_part(text, &fault)?);
        parts.push(host_label(label, shape, input, &fault)?);
        rest = behind;
    }
    parts.extend(text_part(rest, &fault)?);
    if parts.is_empty() { Err(fault("is empty".to_owned())) } else { Ok(Some(parts)) }
}

/// Nothing but what a host may hold goes into the generated text.
fn text_part(text: &str, fault: &impl Fn(String) -> Diagnostic) -> Result<Option<HostPart>, Diagnostic> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
    match text.chars().find(|letter| !allowed(*letter)) {
        Some(letter) => Err(fault(format!("holds `{letter}`, which no host may"))),
        None if text.is_empty() => Ok(None),
        None => Ok(Some(HostPart::Text(text.to_owned()))),
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
        return Err(fault(format!("names `{label}`, which is no member of the input")));
    };
    if field.ty != RustType::String {
        return Err(no_text(member, "a host label", id::HOST_LABEL));
    }
    Ok(HostPart::Label {
        field: field.name.clone(),
        wire_name: field.wire_name.clone(),
        optional: field.presence == Presence::Optional,
    })
}

/// Gzip is the only encoding that the specification knows; others are passed over, as it demands.
fn compressed(operation: &Shape) -> bool {
    let given = operation.traits.value(id::REQUEST_COMPRESSION);
    let encodings = given.and_then(|given| given.get("encodings")?.as_array());
    encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "gzip"))
}

/// Checksums by choice come before the old one. Those of responses are not checked.
fn checksum(operation: &Shape, input: &StructPlan) -> Result<Option<ChecksumPlan>, Diagnostic> {
    let old = operation.traits.has(id::HTTP_CHECKSUM_REQUIRED).then_some(ChecksumPlan::ContentMd5);
    let Some(given) = operation.traits.get(id::HTTP_CHECKSUM) else { return Ok(old) };
    let required = given.value.get("requestChecksumRequired").and_then(serde_json::Value::as_bool);
    let member = operation.traits.property(id::HTTP_CHECKSUM, "requestAlgorithmMember");
    let field = member.map(|name| algorithm(operation, name, input)).transpose()?;
    if field.is_none() && required != Some(true) {
        return Ok(old);
    }
    Ok(Some(ChecksumPlan::Flexible {
        algorithm: field.map(|field| field.name.clone()),
        optional: field.is_some_and(|field| field.presence == Presence::Optional),
        is_enum: field.is_some_and(|field| field.ty != RustType::String),
        required: required == Some(true),
    }))
}

fn algorithm<'p>(operation: &Shape, name: &str, input: &'p StructPlan) -> Result<&'p FieldPlan, Diagnostic> {
    let field = input.fields.iter().find(|field| field.wire_name == name);
    let fits = |ty: &RustType| matches!(ty, RustType::String | RustType::Named(_, super::NamedKind::Enum));
    field.filter(|field| fits(&field.ty)).ok_or_else(|| {
        let place = operation.traits.get(id::HTTP_CHECKSUM).map_or(&operation.place, |given| &given.place);
        Diagnostic::error(format!(
            "`{}` lets `{}` choose the checksum, which is no text member of its input",
            operation.id, name
        ))
        .at(place)
        .with_help("name a member that targets an enum or a string")
    })
}
