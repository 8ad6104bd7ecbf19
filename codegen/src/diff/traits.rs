//! The kinds of differences in the canonical AST, by key.

use super::change::Kind;
use crate::model::traits::id;

/// The report of a difference under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// Always, as a change of this kind.
    Is(Kind),
    /// Plans show its effect. Without a change of the plans it has none.
    Planned,
    /// Plans show its effect on the API. Without a change of the plans it is a change of this kind.
    PlannedOr(Kind),
}

/// The rule for a key: a trait id, or a property of a shape.
pub(super) fn rule(key: &str) -> Option<Rule> {
    let listed = RULES.iter().find(|(keys, _)| keys.contains(&key)).map(|(_, rule)| *rule);
    let by_start = || STARTS.iter().find(|(start, _)| key.starts_with(start)).map(|(_, rule)| *rule);
    listed.or_else(by_start)
}

/// Rules for keys.
const RULES: &[(&[&str], Rule)] = &[
    (
        &[
            "type",
            "target",
            "errors",
            "operations",
            "resources",
            "collectionOperations",
            "rename",
            "create",
            "put",
            "read",
            "update",
            "delete",
            "list",
            "identifiers",
            "properties",
            id::REQUIRED,
            id::DEFAULT,
            id::CLIENT_OPTIONAL,
            id::INPUT,
            id::OUTPUT,
            id::SPARSE,
            id::MIXIN,
            id::ENUM_VALUE,
            id::RUST_NAME,
            id::DERIVE,
            id::ERROR,
            id::RETRYABLE,
            id::TIMESTAMP_FORMAT,
            id::DEPRECATED,
            id::QUERY_ERROR,
            id::TARGET_PREFIX,
            "smithy.api#addedDefault",
            "smithy.api#box",
            "smithy.api#enum",
        ],
        Rule::Planned,
    ),
    (&["input", "output", id::STREAMING], Rule::PlannedOr(Kind::Wire)),
    (&[id::SENSITIVE], Rule::PlannedOr(Kind::Sensitivity)),
    (&["version", id::AWS_SERVICE], Rule::Is(Kind::Service)),
    (&[id::PROTOCOLS, id::QUERY_COMPATIBLE], Rule::Is(Kind::Protocol)),
    (
        &[
            id::ENDPOINT_RULE_SET,
            id::ENDPOINT_BDD,
            id::CLIENT_CONTEXT_PARAMS,
            id::STATIC_CONTEXT_PARAMS,
            id::OPERATION_CONTEXT_PARAMS,
            id::CONTEXT_PARAM,
            id::DISCOVERED_ENDPOINT,
            "aws.api#clientDiscoveredEndpointId",
            "aws.api#clientEndpointDiscovery",
        ],
        Rule::Is(Kind::Endpoint),
    ),
    (&[id::DEPENDENCIES, id::ATTRIBUTES], Rule::Is(Kind::DeriveSource)),
    (&[id::PAGINATED, id::PAGINATOR, id::INFER_PAGINATORS], Rule::Is(Kind::Pagination)),
    (&[id::WAITABLE, id::WAITABLE_BY_STATUS], Rule::Is(Kind::Waiters)),
    (&["smithy.api#idempotent", "smithy.api#readonly"], Rule::Is(Kind::Retry)),
    (&[id::HTTP_ERROR], Rule::Is(Kind::Error)),
    (&[id::AUTH, id::OPTIONAL_AUTH, id::UNSIGNED_PAYLOAD, id::SIGV2], Rule::Is(Kind::Auth)),
    (&[id::IDEMPOTENCY_TOKEN], Rule::Is(Kind::IdempotencyToken)),
    (&[id::ENDPOINT, id::HOST_LABEL], Rule::Is(Kind::HostPrefix)),
    (&[id::REQUEST_COMPRESSION, id::HTTP_CHECKSUM_REQUIRED, id::HTTP_CHECKSUM], Rule::Is(Kind::Payload)),
    (
        &[
            id::XML_NAMESPACE,
            "smithy.api#requiresLength",
            id::EVENT_HEADER,
            id::EVENT_PAYLOAD,
            id::JSON_NAME,
            id::MEDIA_TYPE,
            id::EC2_QUERY_NAME,
            id::UNWRAPPED_XML_OUTPUT,
            "smithy.api#cors",
        ],
        Rule::Is(Kind::Wire),
    ),
    (
        &[
            id::DOCUMENTATION,
            id::EXTERNAL_DOCUMENTATION,
            id::EXAMPLES,
            id::SINCE,
            id::UNSTABLE,
            id::INTERNAL,
            id::RECOMMENDED,
            id::TITLE,
            "smithy.api#tags",
        ],
        Rule::Is(Kind::Documentation),
    ),
    (
        // Services check these, clients do not. Tests are part of the model only.
        &[
            "smithy.api#length",
            "smithy.api#range",
            "smithy.api#pattern",
            "smithy.api#uniqueItems",
            "smithy.api#private",
            "smithy.api#suppress",
            "smithy.api#references",
            id::ENDPOINT_TESTS,
        ],
        Rule::Is(Kind::NoEffect),
    ),
];

/// Rules for families of traits.
const STARTS: &[(&str, Rule)] = &[
    ("aws.auth#", Rule::Is(Kind::Auth)),
    ("smithy.api#httpBasicAuth", Rule::Is(Kind::Auth)),
    ("smithy.api#httpBearerAuth", Rule::Is(Kind::Auth)),
    ("smithy.api#httpDigestAuth", Rule::Is(Kind::Auth)),
    ("smithy.api#httpApiKeyAuth", Rule::Is(Kind::Auth)),
    ("smithy.api#http", Rule::Is(Kind::Wire)),
    ("smithy.api#xml", Rule::Is(Kind::Wire)),
    ("aws.protocols#", Rule::Is(Kind::Protocol)),
    ("smithy.protocols#", Rule::Is(Kind::Protocol)),
    ("smithy.test#", Rule::Is(Kind::NoEffect)),
    ("aws.cloudformation#", Rule::Is(Kind::NoEffect)),
    ("aws.iam#", Rule::Is(Kind::NoEffect)),
];

/// A noun for a kind of behaviour.
pub(super) fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Protocol => "protocols",
        Kind::Endpoint => "endpoint",
        Kind::Pagination => "pagination",
        Kind::Waiters => "waiters",
        Kind::Retry => "retries",
        Kind::Error => "errors",
        Kind::Auth => "signature",
        Kind::IdempotencyToken => "idempotency token",
        Kind::HostPrefix => "host",
        Kind::Payload => "checksum or compression",
        Kind::Wire => "name on the wire",
        Kind::Sensitivity => "sensitivity",
        Kind::Service => "service",
        Kind::DeriveSource => "derives",
        Kind::Documentation => "documentation",
        _ => "model",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{RULES, STARTS};
    use crate::model::traits::{FAMILIES, KNOWN};

    #[test]
    fn known_traits_are_those_with_a_rule() {
        let keys = RULES.iter().flat_map(|(keys, _)| *keys).copied();
        let traits: BTreeSet<&str> = keys.filter(|key| key.contains('#')).collect();
        assert_eq!(traits, KNOWN.into_iter().collect());
        let families: BTreeSet<&str> = STARTS.iter().map(|(start, _)| *start).collect();
        assert_eq!(families, FAMILIES.into_iter().collect());
    }
}
