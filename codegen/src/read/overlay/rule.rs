//! Which traits an overlay can give, to what, and in which form.

use super::form::Form;
use super::statement::Target;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::diff;
use crate::model::derive::{Attributes, Dependencies, Derive};
use crate::model::traits::{NAMESPACE, OURS, id};
use crate::model::{Model, ShapeKind};
use crate::read::node::Node;

/// What a statement may speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
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
    /// A member of an enum, of text or of integers.
    Value,
    /// The member of a list, or a key or value of a map.
    Element,
}

use Spot::{
    Element, Enum, Field, IntEnum, List, Map, Operation, Resource, Service, Simple, Structure, Union, Value,
    Variant,
};

impl Spot {
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

    fn words(self) -> &'static str {
        match self {
            Service => "the service",
            Resource => "a resource",
            Operation => "an operation",
            Structure => "a structure",
            Union => "a union",
            Enum => "an enum",
            IntEnum => "an enum of integers",
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

/// What becomes a Rust item.
const ITEMS: &[Spot] = &[Operation, Structure, Union, Enum, IntEnum, Field, Variant, Value];

/// What has or holds a value.
const DATA: &[Spot] = &[Structure, Union, Enum, IntEnum, List, Map, Simple, Field, Variant, Element];

/// The traits, where they do something, and their forms.
const RULES: &[(&str, &[Spot], Form)] = &[
    (
        id::DOCUMENTATION,
        &[Service, Operation, Structure, Union, Enum, IntEnum, Field, Variant, Value],
        Form::Text,
    ),
    (id::EXTERNAL_DOCUMENTATION, ITEMS, Form::Object),
    (id::SINCE, ITEMS, Form::Text),
    (id::UNSTABLE, ITEMS, Form::Annotation),
    (id::INTERNAL, ITEMS, Form::Annotation),
    (id::RECOMMENDED, &[Field], Form::Texts(&["reason"])),
    (id::DEPRECATED, ITEMS, Form::Texts(&["message", "since"])),
    (id::SENSITIVE, DATA, Form::Annotation),
    (id::REQUIRED, &[Field], Form::Annotation),
    (id::CLIENT_OPTIONAL, &[Field], Form::Annotation),
    (id::DEFAULT, &[Field, Simple, Enum, IntEnum, List, Map], Form::Any),
    (id::INPUT, &[Structure], Form::Annotation),
    (id::OUTPUT, &[Structure], Form::Annotation),
    (id::ERROR, &[Structure], Form::OneOf(&["client", "server"])),
    (id::HTTP_ERROR, &[Structure], Form::Number),
    (id::RETRYABLE, &[Structure], Form::Object),
    (id::QUERY_ERROR, &[Structure], Form::Object),
    (id::SPARSE, &[List, Map], Form::Annotation),
    (id::ENUM_VALUE, &[Value], Form::TextOrNumber),
    (
        id::TIMESTAMP_FORMAT,
        &[Field, Variant, Element, Simple],
        Form::OneOf(&["date-time", "epoch-seconds", "http-date"]),
    ),
    (id::TITLE, &[Service], Form::Text),
    (id::XML_NAMESPACE, &[Service], Form::Object),
    (id::AWS_SERVICE, &[Service], Form::Object),
    (id::SIGV4, &[Service], Form::Object),
    (id::AUTH, &[Service, Operation], Form::List),
    (id::OPTIONAL_AUTH, &[Operation], Form::Annotation),
    (id::QUERY_COMPATIBLE, &[Service], Form::Annotation),
    (id::IDEMPOTENCY_TOKEN, &[Field], Form::Annotation),
    (id::ENDPOINT, &[Operation], Form::Object),
    (id::HOST_LABEL, &[Field], Form::Annotation),
    (id::REQUEST_COMPRESSION, &[Operation], Form::Object),
    (id::HTTP_CHECKSUM_REQUIRED, &[Operation], Form::Annotation),
    (id::HTTP_CHECKSUM, &[Operation], Form::Object),
    (id::DISCOVERED_ENDPOINT, &[Operation], Form::Object),
    (id::ENDPOINT_RULE_SET, &[Service], Form::Object),
    (id::ENDPOINT_TESTS, &[Service], Form::Object),
    (id::CLIENT_CONTEXT_PARAMS, &[Service], Form::Object),
    (id::STATIC_CONTEXT_PARAMS, &[Operation], Form::Object),
    (id::OPERATION_CONTEXT_PARAMS, &[Operation], Form::Object),
    (id::CONTEXT_PARAM, &[Field], Form::Object),
    (id::HTTP_REQUEST_TESTS, &[Operation], Form::List),
    (id::HTTP_RESPONSE_TESTS, &[Operation, Structure], Form::List),
    (id::EXAMPLES, &[Operation], Form::List),
    (id::PAGINATED, &[Service, Operation], Form::Object),
    (id::PAGINATOR, &[Operation], Form::Object),
    (id::INFER_PAGINATORS, &[Service, Operation], Form::Flag),
    (id::WAITABLE, &[Operation], Form::Object),
    (id::PROTOCOLS, &[Service], Form::List),
    (id::RUST_NAME, ITEMS, Form::Text),
    (id::DERIVE, &[Service, Structure, Union, Enum], Form::Object),
    (id::DEPENDENCIES, &[Service], Form::Object),
    (id::ATTRIBUTES, &[Structure, Union, Enum, Field, Variant, Value], Form::Object),
];

/// Whether an overlay may give the trait to the target, in this form. Null takes any trait away from anything.
///
/// A trait that nobody knows is worth a warning, and an error in the namespace of this generator.
pub(super) fn check(
    model: &Model,
    target: &Target,
    id: &str,
    node: &Node<'_>,
) -> Result<Option<Diagnostic>, Diagnostics> {
    let Some((_, spots, form)) = RULES.iter().find(|(known, ..)| *known == id) else {
        return unknown(id, node);
    };
    if node.value.is_null() && id != id::DEFAULT {
        return Ok(None);
    }
    if let Some(spot) = Spot::of(model, target).filter(|spot| !spots.contains(spot)) {
        return Err(misplaced(target, spot, id, spots, node).into());
    }
    form.check(id, node)?;
    particulars(id, node)?;
    Ok(None)
}

/// What is to be said of a value beside its form.
fn particulars(id: &str, node: &Node<'_>) -> Result<(), Diagnostics> {
    match id {
        id::DERIVE => Derive::read(node).map(drop),
        id::DEPENDENCIES => Dependencies::read(node).map(drop),
        id::ATTRIBUTES => Attributes::read(node).map(drop),
        _ => Ok(()),
    }
}

fn unknown(id: &str, node: &Node<'_>) -> Result<Option<Diagnostic>, Diagnostics> {
    let (namespace, _) = id.split_once('#').unwrap_or_default();
    let known = RULES.iter().map(|(known, ..)| *known);
    if namespace == NAMESPACE {
        let otherwise = format!("the traits there are {}", listed(&OURS));
        let finding = Diagnostic::error(format!("there is no trait `{id}`")).at(&node.place);
        return Err(finding.suggest(id, OURS, &otherwise).into());
    }
    let warning = || {
        Diagnostic::warning(format!("the trait `{id}` changes nothing")).at(&node.place).suggest(
            id,
            known,
            "the generator does not know it; remove it, or check its spelling",
        )
    };
    Ok((!diff::knows_trait(id)).then(warning))
}

fn misplaced(target: &Target, spot: Spot, id: &str, spots: &[Spot], node: &Node<'_>) -> Diagnostic {
    let words: Vec<&str> = spots.iter().map(|spot| spot.words()).collect();
    let (last, others) = words.split_last().unwrap_or((&"nothing", &[]));
    let places =
        if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
    Diagnostic::error(format!("`{id}` does nothing on {}: `{}`", spot.words(), target.name))
        .at(&node.place)
        .with_help(format!("give it to {places}"))
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
