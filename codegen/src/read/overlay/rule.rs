//! The traits of overlays, with their targets and the kinds of their values.

use super::trait_value_kind::TraitValueKind;
use crate::diagnostic::{Diagnostic, Diagnostics, closest};
use crate::model::derive::{Attributes, Dependencies, Derive};
use crate::model::traits::{id, is_known, unknown_of_ours};
use crate::model::{Model, ShapeKind};
use crate::read::smithy::apply::Target;
use crate::source::Node;

/// The kind of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TargetKind {
    Service,
    Resource,
    Operation,
    Structure,
    Union,
    Enum,
    IntEnum,
    List,
    Map,
    Simple,
    /// A member of a structure.
    Field,
    /// A member of a union.
    Variant,
    /// A member of an enum or intEnum.
    Value,
    /// The member of a list, or the key or value of a map.
    Element,
}

use TargetKind::{
    Element, Enum, Field, IntEnum, List, Map, Operation, Resource, Service, Simple, Structure, Union, Value,
    Variant,
};

impl TargetKind {
    fn of(model: &Model, target: &Target) -> Option<Self> {
        let kind = &model.shapes.get(&target.shape)?.kind;
        Some(match (kind, &target.member) {
            (ShapeKind::Structure, Some(_)) => Field,
            (ShapeKind::Union, Some(_)) => Variant,
            (ShapeKind::Enum | ShapeKind::IntEnum, Some(_)) => Value,
            (_, Some(_)) => Element,
            (ShapeKind::Structure, None) => Structure,
            (ShapeKind::Union, None) => Union,
            (ShapeKind::Enum, None) => Enum,
            (ShapeKind::IntEnum, None) => IntEnum,
            (ShapeKind::List, None) => List,
            (ShapeKind::Map, None) => Map,
            (ShapeKind::Simple(_), None) => Simple,
            (ShapeKind::Operation(_), None) => Operation,
            (ShapeKind::Resource(_), None) => Resource,
            (ShapeKind::Service(_), None) => Service,
        })
    }

    fn description(self) -> &'static str {
        match self {
            Service => "the service",
            Resource => "a resource",
            Operation => "an operation",
            Structure => "a structure",
            Union => "a union",
            Enum => "an enum",
            IntEnum => "an intEnum",
            List => "a list",
            Map => "a map",
            Simple => "a simple shape",
            Field => "a member of a structure",
            Variant => "a member of a union",
            Value => "a value of an enum",
            Element => "the element of a list or map",
        }
    }
}

/// Targets that become Rust items.
const ITEMS: &[TargetKind] = &[Operation, Structure, Union, Enum, IntEnum, Field, Variant, Value];

/// Targets that have or hold values.
const DATA: &[TargetKind] = &[Structure, Union, Enum, IntEnum, List, Map, Simple, Field, Variant, Element];

/// The traits, the targets on which they have an effect, and the kinds of their values.
const RULES: &[(&str, &[TargetKind], TraitValueKind)] = &[
    (
        id::DOCUMENTATION,
        &[Service, Operation, Structure, Union, Enum, IntEnum, Field, Variant, Value],
        TraitValueKind::String,
    ),
    (id::EXTERNAL_DOCUMENTATION, ITEMS, TraitValueKind::Object),
    (id::SINCE, ITEMS, TraitValueKind::String),
    (id::UNSTABLE, ITEMS, TraitValueKind::Annotation),
    (id::INTERNAL, ITEMS, TraitValueKind::Annotation),
    (id::RECOMMENDED, &[Field], TraitValueKind::Strings(&["reason"])),
    (id::DEPRECATED, ITEMS, TraitValueKind::Strings(&["message", "since"])),
    (id::SENSITIVE, DATA, TraitValueKind::Annotation),
    (id::REQUIRED, &[Field], TraitValueKind::Annotation),
    (id::CLIENT_OPTIONAL, &[Field], TraitValueKind::Annotation),
    (id::DEFAULT, &[Field, Simple, Enum, IntEnum, List, Map], TraitValueKind::Any),
    (id::INPUT, &[Structure], TraitValueKind::Annotation),
    (id::OUTPUT, &[Structure], TraitValueKind::Annotation),
    (id::ERROR, &[Structure], TraitValueKind::OneOf(&["client", "server"])),
    (id::HTTP_ERROR, &[Structure], TraitValueKind::Integer),
    (id::RETRYABLE, &[Structure], TraitValueKind::Object),
    (id::QUERY_ERROR, &[Structure], TraitValueKind::Object),
    (id::SPARSE, &[List, Map], TraitValueKind::Annotation),
    (id::ENUM_VALUE, &[Value], TraitValueKind::StringOrNumber),
    (
        id::TIMESTAMP_FORMAT,
        &[Field, Variant, Element, Simple],
        TraitValueKind::OneOf(&["date-time", "epoch-seconds", "http-date"]),
    ),
    (id::TITLE, &[Service], TraitValueKind::String),
    (id::XML_NAMESPACE, &[Service], TraitValueKind::Object),
    (id::AWS_SERVICE, &[Service], TraitValueKind::Object),
    (id::SIGV4, &[Service], TraitValueKind::Object),
    (id::SIGV4A, &[Service], TraitValueKind::Object),
    (id::SIGV2, &[Service], TraitValueKind::Annotation),
    (id::HTTP_API_KEY_AUTH, &[Service], TraitValueKind::Object),
    (id::HTTP_BASIC_AUTH, &[Service], TraitValueKind::Annotation),
    (id::HTTP_BEARER_AUTH, &[Service], TraitValueKind::Annotation),
    (id::UNSIGNED_PAYLOAD, &[Operation], TraitValueKind::Annotation),
    (id::AUTH, &[Service, Operation], TraitValueKind::List),
    (id::OPTIONAL_AUTH, &[Operation], TraitValueKind::Annotation),
    (id::QUERY_COMPATIBLE, &[Service], TraitValueKind::Annotation),
    (id::IDEMPOTENCY_TOKEN, &[Field], TraitValueKind::Annotation),
    (id::ENDPOINT, &[Operation], TraitValueKind::Object),
    (id::HOST_LABEL, &[Field], TraitValueKind::Annotation),
    (id::REQUEST_COMPRESSION, &[Operation], TraitValueKind::Object),
    (id::HTTP_CHECKSUM_REQUIRED, &[Operation], TraitValueKind::Annotation),
    (id::HTTP_CHECKSUM, &[Operation], TraitValueKind::Object),
    (id::DISCOVERED_ENDPOINT, &[Operation], TraitValueKind::Object),
    (id::ENDPOINT_BDD, &[Service], TraitValueKind::Object),
    (id::ENDPOINT_RULE_SET, &[Service], TraitValueKind::Object),
    (id::ENDPOINT_TESTS, &[Service], TraitValueKind::Object),
    (id::CLIENT_CONTEXT_PARAMS, &[Service], TraitValueKind::Object),
    (id::STATIC_CONTEXT_PARAMS, &[Operation], TraitValueKind::Object),
    (id::OPERATION_CONTEXT_PARAMS, &[Operation], TraitValueKind::Object),
    (id::CONTEXT_PARAM, &[Field], TraitValueKind::Object),
    (id::HTTP_REQUEST_TESTS, &[Operation], TraitValueKind::List),
    (id::EVENT_STREAM_TESTS, &[Operation], TraitValueKind::List),
    (id::HTTP_RESPONSE_TESTS, &[Operation, Structure], TraitValueKind::List),
    (id::EXAMPLES, &[Operation], TraitValueKind::List),
    (id::PAGINATED, &[Service, Operation], TraitValueKind::Object),
    (id::PAGINATOR, &[Operation], TraitValueKind::Object),
    (id::INFER_PAGINATORS, &[Service, Operation], TraitValueKind::Boolean),
    (id::WAITABLE, &[Operation], TraitValueKind::Object),
    (id::WAITABLE_BY_STATUS, &[Operation], TraitValueKind::Object),
    (id::PROTOCOLS, &[Service], TraitValueKind::List),
    (id::RUST_NAME, ITEMS, TraitValueKind::String),
    (id::DERIVE, &[Service, Structure, Union, Enum], TraitValueKind::Object),
    (id::DEPENDENCIES, &[Service], TraitValueKind::Object),
    (id::ATTRIBUTES, &[Structure, Union, Enum, Field, Variant, Value], TraitValueKind::Object),
];

/// Checks that a trait may be applied to a target with this value. Null, which removes a trait, is always accepted.
///
/// An unknown trait gives a warning. It is an error if it is close to one that has an effect, or in the namespace of this
/// generator.
pub(super) fn check(
    model: &Model,
    target: &Target,
    id: &str,
    node: &Node<'_>,
) -> Result<Option<Diagnostic>, Diagnostics> {
    let Some((_, kinds, value_kind)) = RULES.iter().find(|(known, ..)| *known == id) else {
        return unknown(id, node);
    };
    if node.value.is_null() && id != id::DEFAULT {
        return Ok(None);
    }
    if let Some(kind) = TargetKind::of(model, target).filter(|kind| !kinds.contains(kind)) {
        return Err(misplaced(target, kind, id, kinds, node).into());
    }
    value_kind.check(id, node)?;
    check_parts(id, node)?;
    Ok(None)
}

/// Checks the content of values that have a parser.
fn check_parts(id: &str, node: &Node<'_>) -> Result<(), Diagnostics> {
    match id {
        id::DERIVE => Derive::read(node).map(drop),
        id::DEPENDENCIES => Dependencies::read(node).map(drop),
        id::ATTRIBUTES => Attributes::read(node).map(drop),
        _ => Ok(()),
    }
}

fn unknown(id: &str, node: &Node<'_>) -> Result<Option<Diagnostic>, Diagnostics> {
    if let Some(diagnostic) = unknown_of_ours(id, &node.location) {
        return Err(diagnostic.into());
    }
    if is_known(id) {
        return Ok(None);
    }
    if let Some(meant) = closest(id, RULES.iter().map(|(known, ..)| *known)) {
        let unknown = Diagnostic::error(format!("unknown trait `{id}`")).at(&node.location);
        return Err(unknown.with_help(format!("did you mean `{meant}`?")).into());
    }
    let warning = Diagnostic::warning(format!("the trait `{id}` has no effect")).at(&node.location);
    Ok(Some(warning.with_help("the generator does not use it; remove it, or check its spelling")))
}

fn misplaced(
    target: &Target,
    kind: TargetKind,
    id: &str,
    kinds: &[TargetKind],
    node: &Node<'_>,
) -> Diagnostic {
    let descriptions: Vec<&str> = kinds.iter().map(|kind| kind.description()).collect();
    let (last, others) = descriptions.split_last().unwrap_or((&"nothing", &[]));
    let targets =
        if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
    Diagnostic::error(format!("`{id}` has no effect on {}: `{}`", kind.description(), target.name))
        .at(&node.location)
        .with_help(format!("apply it to {targets}"))
}
