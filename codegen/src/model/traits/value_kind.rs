//! Kinds of trait values.

use super::id;
use crate::diagnostic::Diagnostic;
use crate::source::{Node, Value};

/// The kind of a trait value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TraitValueKind {
    /// The empty object.
    Annotation,
    /// A boolean.
    Boolean,
    /// A list.
    List,
    /// An HTTP status.
    Status,
    /// An object, whose keys are checked elsewhere.
    Object,
    /// An object, in which some keys have values of these kinds.
    Properties(&'static [(&'static str, TraitValueKind)]),
    /// An object with any of these keys, each of them a string.
    Strings(&'static [&'static str]),
    /// A string.
    String,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// A string or an integer.
    StringOrNumber,
    /// Any value, which is checked elsewhere.
    Any,
}

impl TraitValueKind {
    /// Checks that the value in a model is of this kind. Unlike overlays, which people write, models may have other spellings
    /// of annotations, and keys that are unknown here.
    pub(crate) fn check_in_model(self, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
        match self {
            Self::Annotation if matches!(node.value, Value::Null | Value::Bool(true) | Value::Object(_)) => {
                Ok(())
            }
            // Lowering checks these, with better messages.
            Self::OneOf(_) => Ok(()),
            Self::Strings(keys) => {
                Self::Object.check(id, node)?;
                keys.iter().try_for_each(|key| property(key, Self::String, id, node))
            }
            kind => kind.check(id, node),
        }
    }

    /// Checks that the value is of this kind.
    pub(crate) fn check(self, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
        let value = node.value;
        let fits = match self {
            Self::Annotation => value.as_object().is_some_and(crate::source::Map::is_empty),
            Self::Boolean => value.is_boolean(),
            Self::List => value.is_array(),
            Self::Status => value.as_whole().is_some_and(|status| (100..600).contains(&status)),
            Self::Object => value.is_object(),
            Self::Properties(properties) => {
                Self::Object.check(id, node)?;
                return properties.iter().try_for_each(|(key, kind)| property(key, *kind, id, node));
            }
            Self::String => value.is_string(),
            Self::StringOrNumber => value.is_string() || value.as_whole().is_some(),
            Self::OneOf(strings) => value.as_str().is_some_and(|string| strings.contains(&string)),
            Self::Strings(keys) => return strings(keys, id, node),
            Self::Any => true,
        };
        if fits { Ok(()) } else { Err(wrong(id, node, &self.description())) }
    }

    fn description(self) -> String {
        let quoted = |texts: &[&str]| {
            texts.iter().map(|text| format!("`\"{text}\"`")).collect::<Vec<_>>().join(" or ")
        };
        match self {
            Self::Annotation => "the empty object `{}`".to_owned(),
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::List => "a list".to_owned(),
            Self::Status => "an HTTP status, such as 404".to_owned(),
            Self::Object | Self::Properties(_) | Self::Strings(_) => "an object".to_owned(),
            Self::String => "a string".to_owned(),
            Self::OneOf(strings) => quoted(strings),
            Self::StringOrNumber => "a string or an integer".to_owned(),
            Self::Any => "anything".to_owned(),
        }
    }
}

/// Returns the kind of the values of a trait.
pub(crate) fn value_kind(id: &str) -> TraitValueKind {
    KINDS.iter().find(|(known, _)| *known == id).map_or(TraitValueKind::Any, |(_, kind)| *kind)
}

/// The kinds of the values of traits.
const KINDS: &[(&str, TraitValueKind)] = &[
    (id::DOCUMENTATION, TraitValueKind::String),
    (id::EXTERNAL_DOCUMENTATION, TraitValueKind::Object),
    (id::SINCE, TraitValueKind::String),
    (id::UNSTABLE, TraitValueKind::Annotation),
    (id::INTERNAL, TraitValueKind::Annotation),
    (id::RECOMMENDED, TraitValueKind::Strings(&["reason"])),
    (id::DEPRECATED, TraitValueKind::Strings(&["message", "since"])),
    (id::SENSITIVE, TraitValueKind::Annotation),
    (id::REQUIRED, TraitValueKind::Annotation),
    (id::CLIENT_OPTIONAL, TraitValueKind::Annotation),
    (id::INPUT, TraitValueKind::Annotation),
    (id::OUTPUT, TraitValueKind::Annotation),
    (id::ERROR, TraitValueKind::OneOf(&["client", "server"])),
    (id::HTTP_ERROR, TraitValueKind::Status),
    (id::RETRYABLE, TraitValueKind::Properties(&[("throttling", TraitValueKind::Boolean)])),
    (
        id::QUERY_ERROR,
        TraitValueKind::Properties(&[
            ("code", TraitValueKind::String),
            ("httpResponseCode", TraitValueKind::Status),
        ]),
    ),
    (id::SPARSE, TraitValueKind::Annotation),
    (id::ENUM_VALUE, TraitValueKind::StringOrNumber),
    (id::TIMESTAMP_FORMAT, TraitValueKind::OneOf(&["date-time", "epoch-seconds", "http-date"])),
    (id::TITLE, TraitValueKind::String),
    (
        id::XML_NAMESPACE,
        TraitValueKind::Properties(&[("uri", TraitValueKind::String), ("prefix", TraitValueKind::String)]),
    ),
    (
        id::AWS_SERVICE,
        TraitValueKind::Properties(&[
            ("sdkId", TraitValueKind::String),
            ("arnNamespace", TraitValueKind::String),
            ("endpointPrefix", TraitValueKind::String),
        ]),
    ),
    (id::SIGV4, TraitValueKind::Properties(&[("name", TraitValueKind::String)])),
    (id::SIGV4A, TraitValueKind::Properties(&[("name", TraitValueKind::String)])),
    (id::TARGET_PREFIX, TraitValueKind::String),
    (id::SIGV2, TraitValueKind::Annotation),
    (id::HTTP_API_KEY_AUTH, TraitValueKind::Object),
    (id::HTTP_BASIC_AUTH, TraitValueKind::Annotation),
    (id::HTTP_BEARER_AUTH, TraitValueKind::Annotation),
    (id::UNSIGNED_PAYLOAD, TraitValueKind::Annotation),
    (id::AUTH, TraitValueKind::List),
    (id::OPTIONAL_AUTH, TraitValueKind::Annotation),
    (id::QUERY_COMPATIBLE, TraitValueKind::Annotation),
    (id::IDEMPOTENCY_TOKEN, TraitValueKind::Annotation),
    (id::ENDPOINT, TraitValueKind::Object),
    (id::HOST_LABEL, TraitValueKind::Annotation),
    (id::REQUEST_COMPRESSION, TraitValueKind::Object),
    (id::HTTP_CHECKSUM_REQUIRED, TraitValueKind::Annotation),
    (id::HTTP_CHECKSUM, TraitValueKind::Object),
    (id::DISCOVERED_ENDPOINT, TraitValueKind::Object),
    (id::ENDPOINT_BDD, TraitValueKind::Object),
    (id::ENDPOINT_RULE_SET, TraitValueKind::Object),
    (id::ENDPOINT_TESTS, TraitValueKind::Object),
    (id::CLIENT_CONTEXT_PARAMS, TraitValueKind::Object),
    (id::STATIC_CONTEXT_PARAMS, TraitValueKind::Object),
    (id::OPERATION_CONTEXT_PARAMS, TraitValueKind::Object),
    (id::CONTEXT_PARAM, TraitValueKind::Object),
    (id::HTTP_REQUEST_TESTS, TraitValueKind::List),
    (id::EVENT_STREAM_TESTS, TraitValueKind::List),
    (id::HTTP_RESPONSE_TESTS, TraitValueKind::List),
    (id::EXAMPLES, TraitValueKind::List),
    (id::PAGINATED, TraitValueKind::Object),
    (id::PAGINATOR, TraitValueKind::Object),
    (id::INFER_PAGINATORS, TraitValueKind::Boolean),
    (id::WAITABLE, TraitValueKind::Object),
    (id::WAITABLE_BY_STATUS, TraitValueKind::Object),
    (id::PROTOCOLS, TraitValueKind::List),
    (id::RUST_NAME, TraitValueKind::String),
    (id::DERIVE, TraitValueKind::Object),
    (id::DEPENDENCIES, TraitValueKind::Object),
    (id::ATTRIBUTES, TraitValueKind::Object),
    (id::HTTP_HEADER, TraitValueKind::String),
    (id::HTTP_QUERY, TraitValueKind::String),
    (id::HTTP_PREFIX_HEADERS, TraitValueKind::String),
    (id::JSON_NAME, TraitValueKind::String),
    (id::XML_NAME, TraitValueKind::String),
    (id::MEDIA_TYPE, TraitValueKind::String),
    (id::EC2_QUERY_NAME, TraitValueKind::String),
    (id::STREAMING, TraitValueKind::Annotation),
    (id::HTTP_LABEL, TraitValueKind::Annotation),
    (id::HTTP_PAYLOAD, TraitValueKind::Annotation),
    (id::HTTP_QUERY_PARAMS, TraitValueKind::Annotation),
    (id::HTTP_RESPONSE_CODE, TraitValueKind::Annotation),
    (id::XML_ATTRIBUTE, TraitValueKind::Annotation),
    (id::XML_FLATTENED, TraitValueKind::Annotation),
    (id::EVENT_HEADER, TraitValueKind::Annotation),
    (id::EVENT_PAYLOAD, TraitValueKind::Annotation),
];

/// Checks one key of an object, if it is there.
fn property(key: &str, kind: TraitValueKind, id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    node.get(key).map_or(Ok(()), |property| kind.check(&format!("{key}` of `{id}"), &property))
}

/// Checks an object of strings with known keys.
fn strings(keys: &'static [&'static str], id: &str, node: &Node<'_>) -> Result<(), Diagnostic> {
    let Some(object) = node.value.as_object() else { return Err(wrong(id, node, "an object")) };
    for (key, value) in object {
        let location = node.location.child(key);
        if !keys.contains(&key.as_str()) {
            let otherwise = format!("the keys are {}", listed(keys));
            return Err(Diagnostic::error(format!("`{id}` has no key `{key}`")).at(&location).suggest(
                key,
                keys.iter().copied(),
                &otherwise,
            ));
        }
        if !value.is_string() {
            return Err(wrong(&format!("{key}` of `{id}"), &Node::new(value, location), "a string"));
        }
    }
    Ok(())
}

fn listed(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

fn wrong(id: &str, node: &Node<'_>, description: &str) -> Diagnostic {
    let found = match node.value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) => &format!("the number {number}"),
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    Diagnostic::error(format!("the value of `{id}` is {found}"))
        .at(&node.location)
        .with_help(format!("use {description}"))
}
