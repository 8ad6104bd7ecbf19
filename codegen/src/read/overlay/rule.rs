//! The traits of overlays, with their targets.

use crate::diagnostic::{Diagnostic, Diagnostics, closest};
use crate::model::derive::{Attributes, Dependencies, Derive};
use crate::model::traits::{id, is_known, unknown_of_ours, value_kind};
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

/// The traits, and the targets on which they have an effect.
const RULES: &[(&str, &[TargetKind])] = &[
    (id::DOCUMENTATION, &[Service, Operation, Structure, Union, Enum, IntEnum, Field, Variant, Value]),
    (id::EXTERNAL_DOCUMENTATION, ITEMS),
    (id::SINCE, ITEMS),
    (id::UNSTABLE, ITEMS),
    (id::INTERNAL, ITEMS),
    (id::RECOMMENDED, &[Field]),
    (id::DEPRECATED, ITEMS),
    (id::SENSITIVE, DATA),
    (id::REQUIRED, &[Field]),
    (id::CLIENT_OPTIONAL, &[Field]),
    (id::DEFAULT, &[Field, Simple, Enum, IntEnum, List, Map]),
    (id::INPUT, &[Structure]),
    (id::OUTPUT, &[Structure]),
    (id::ERROR, &[Structure]),
    (id::HTTP_ERROR, &[Structure]),
    (id::RETRYABLE, &[Structure]),
    (id::QUERY_ERROR, &[Structure]),
    (id::SPARSE, &[List, Map]),
    (id::ENUM_VALUE, &[Value]),
    (id::TIMESTAMP_FORMAT, &[Field, Variant, Element, Simple]),
    (id::TITLE, &[Service]),
    (id::XML_NAMESPACE, &[Service]),
    (id::AWS_SERVICE, &[Service]),
    (id::SIGV4, &[Service]),
    (id::SIGV4A, &[Service]),
    (id::TARGET_PREFIX, &[Service]),
    (id::SIGV2, &[Service]),
    (id::HTTP_API_KEY_AUTH, &[Service]),
    (id::HTTP_BASIC_AUTH, &[Service]),
    (id::HTTP_BEARER_AUTH, &[Service]),
    (id::UNSIGNED_PAYLOAD, &[Operation]),
    (id::AUTH, &[Service, Operation]),
    (id::OPTIONAL_AUTH, &[Operation]),
    (id::QUERY_COMPATIBLE, &[Service]),
    (id::IDEMPOTENCY_TOKEN, &[Field]),
    (id::ENDPOINT, &[Operation]),
    (id::HOST_LABEL, &[Field]),
    (id::REQUEST_COMPRESSION, &[Operation]),
    (id::HTTP_CHECKSUM_REQUIRED, &[Operation]),
    (id::HTTP_CHECKSUM, &[Operation]),
    (id::DISCOVERED_ENDPOINT, &[Operation]),
    (id::ENDPOINT_BDD, &[Service]),
    (id::ENDPOINT_RULE_SET, &[Service]),
    (id::ENDPOINT_TESTS, &[Service]),
    (id::CLIENT_CONTEXT_PARAMS, &[Service]),
    (id::STATIC_CONTEXT_PARAMS, &[Operation]),
    (id::OPERATION_CONTEXT_PARAMS, &[Operation]),
    (id::CONTEXT_PARAM, &[Field]),
    (id::HTTP_REQUEST_TESTS, &[Operation]),
    (id::EVENT_STREAM_TESTS, &[Operation]),
    (id::HTTP_RESPONSE_TESTS, &[Operation, Structure]),
    (id::EXAMPLES, &[Operation]),
    (id::PAGINATED, &[Service, Operation]),
    (id::PAGINATOR, &[Operation]),
    (id::INFER_PAGINATORS, &[Service, Operation]),
    (id::WAITABLE, &[Operation]),
    (id::WAITABLE_BY_STATUS, &[Operation]),
    (id::PROTOCOLS, &[Service]),
    (id::RUST_NAME, ITEMS),
    (id::DERIVE, &[Service, Structure, Union, Enum]),
    (id::DEPENDENCIES, &[Service]),
    (id::ATTRIBUTES, &[Structure, Union, Enum, Field, Variant, Value]),
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
    let Some((_, kinds)) = RULES.iter().find(|(known, _)| *known == id) else {
        return unknown(id, node);
    };
    if node.value.is_null() && id != id::DEFAULT {
        return Ok(None);
    }
    if let Some(kind) = TargetKind::of(model, target).filter(|kind| !kinds.contains(kind)) {
        return Err(misplaced(target, kind, id, kinds, node).into());
    }
    value_kind(id).check(id, node)?;
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
    if let Some(meant) = closest(id, RULES.iter().map(|(known, _)| *known)) {
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

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::model::traits::{TraitValueKind, id, value_kind};

    #[test]
    fn values_of_all_traits_are_checked() {
        let is_unchecked = |id: &&str| matches!(value_kind(id), TraitValueKind::Any);
        let unchecked: Vec<&str> = RULES.iter().map(|(id, _)| *id).filter(is_unchecked).collect();
        assert_eq!(unchecked, [id::DEFAULT]);
    }
}
