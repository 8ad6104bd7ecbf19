//! The known traits: those that the generator uses, and those that it ignores on purpose.

use super::id;
use crate::diagnostic::Diagnostic;
use crate::source::Location;

/// The namespace of this generator's own traits.
pub const NAMESPACE: &str = "tinsmith.api";

/// The generator's own traits.
pub const OURS: [&str; 10] = [
    id::ATTRIBUTES,
    id::DEPENDENCIES,
    id::DERIVE,
    id::INFER_PAGINATORS,
    id::PAGINATOR,
    id::PROTOCOLS,
    id::RUST_NAME,
    id::SIGV2,
    id::TARGET_PREFIX,
    id::WAITABLE_BY_STATUS,
];

/// Traits that add code of other crates to the generated crate. Only overlays may have them, as models may be downloaded.
pub const OF_OVERLAYS: [&str; 3] = [id::DERIVE, id::DEPENDENCIES, id::ATTRIBUTES];

/// The known traits, apart from the [`FAMILIES`].
pub(crate) const KNOWN: [&str; 79] = [
    id::ATTRIBUTES,
    id::AUTH,
    id::AWS_SERVICE,
    id::CLIENT_CONTEXT_PARAMS,
    id::CLIENT_OPTIONAL,
    id::CONTEXT_PARAM,
    id::DEFAULT,
    id::DEPENDENCIES,
    id::DEPRECATED,
    id::DERIVE,
    id::DISCOVERED_ENDPOINT,
    id::ENDPOINT_DISCOVERY,
    id::DOCUMENTATION,
    id::EC2_QUERY_NAME,
    id::ENDPOINT,
    id::ENDPOINT_BDD,
    id::ENDPOINT_RULE_SET,
    id::ENDPOINT_TESTS,
    id::ENUM_VALUE,
    id::ERROR,
    id::EVENT_HEADER,
    id::EVENT_PAYLOAD,
    id::EXAMPLES,
    id::EXTERNAL_DOCUMENTATION,
    id::HOST_LABEL,
    id::HTTP_CHECKSUM,
    id::HTTP_CHECKSUM_REQUIRED,
    id::HTTP_ERROR,
    id::IDEMPOTENCY_TOKEN,
    id::INFER_PAGINATORS,
    id::INPUT,
    id::INTERNAL,
    id::JSON_NAME,
    id::MEDIA_TYPE,
    id::MIXIN,
    id::OPERATION_CONTEXT_PARAMS,
    id::OPTIONAL_AUTH,
    id::OUTPUT,
    id::PAGINATED,
    id::PAGINATOR,
    id::PROTOCOLS,
    id::QUERY_COMPATIBLE,
    id::QUERY_ERROR,
    id::RECOMMENDED,
    id::REQUEST_COMPRESSION,
    id::REQUIRED,
    id::RETRYABLE,
    id::RUST_NAME,
    id::SENSITIVE,
    id::SIGV2,
    id::SINCE,
    id::SPARSE,
    id::STATIC_CONTEXT_PARAMS,
    id::STREAMING,
    id::TARGET_PREFIX,
    id::TIMESTAMP_FORMAT,
    id::TITLE,
    id::UNSIGNED_PAYLOAD,
    id::UNSTABLE,
    id::UNWRAPPED_XML_OUTPUT,
    id::WAITABLE,
    id::WAITABLE_BY_STATUS,
    id::XML_NAMESPACE,
    "aws.api#clientDiscoveredEndpointId",
    "smithy.api#addedDefault",
    "smithy.api#box",
    "smithy.api#cors",
    "smithy.api#enum",
    "smithy.api#idempotent",
    "smithy.api#length",
    "smithy.api#pattern",
    "smithy.api#private",
    "smithy.api#range",
    "smithy.api#readonly",
    "smithy.api#references",
    "smithy.api#requiresLength",
    "smithy.api#suppress",
    "smithy.api#tags",
    "smithy.api#uniqueItems",
];

/// Prefixes of the ids of known traits.
pub(crate) const FAMILIES: [&str; 12] = [
    "aws.auth#",
    "aws.cloudformation#",
    "aws.iam#",
    "aws.protocols#",
    "smithy.api#http",
    "smithy.api#httpApiKeyAuth",
    "smithy.api#httpBasicAuth",
    "smithy.api#httpBearerAuth",
    "smithy.api#httpDigestAuth",
    "smithy.api#xml",
    "smithy.protocols#",
    "smithy.test#",
];

/// Returns true if the generator knows the trait.
#[must_use]
pub fn is_known(id: &str) -> bool {
    KNOWN.contains(&id) || FAMILIES.iter().any(|family| id.starts_with(family))
}

/// Returns the diagnostic for a trait in the namespace of this generator that does not exist.
#[must_use]
pub fn unknown_of_ours(id: &str, location: &Location) -> Option<Diagnostic> {
    let is_ours = id.split('#').next() == Some(NAMESPACE);
    (is_ours && !OURS.contains(&id)).then(|| {
        let listed = OURS.map(|id| format!("`{id}`")).join(", ");
        Diagnostic::error(format!("unknown trait `{id}`")).at(location).suggest(
            id,
            OURS,
            &format!("the traits of `{NAMESPACE}` are {listed}"),
        )
    })
}
