//! Traits: facts that a model states about a shape or member.

use std::collections::BTreeMap;

use crate::source::{Place, Value};

/// Trait ids that the generator gives a meaning, by the name of the trait in the Smithy specification.
pub mod id {
    /// Documentation in `CommonMark`, HTML allowed.
    pub const DOCUMENTATION: &str = "smithy.api#documentation";
    /// The member must be set.
    pub const REQUIRED: &str = "smithy.api#required";
    /// The value of a member that is not set.
    pub const DEFAULT: &str = "smithy.api#default";
    /// Clients treat the member as optional although it is required.
    pub const CLIENT_OPTIONAL: &str = "smithy.api#clientOptional";
    /// The structure is the input of one operation.
    pub const INPUT: &str = "smithy.api#input";
    /// The structure is the output of one operation.
    pub const OUTPUT: &str = "smithy.api#output";
    /// The structure is an error; `client` or `server`.
    pub const ERROR: &str = "smithy.api#error";
    /// The HTTP status of an error.
    pub const HTTP_ERROR: &str = "smithy.api#httpError";
    /// The error may be retried.
    pub const RETRYABLE: &str = "smithy.api#retryable";
    /// The value must not be shown.
    pub const SENSITIVE: &str = "smithy.api#sensitive";
    /// Nulls in the list or map are kept.
    pub const SPARSE: &str = "smithy.api#sparse";
    /// Other shapes take over the members and traits of this one.
    pub const MIXIN: &str = "smithy.api#mixin";
    /// The wire value of an enum member.
    pub const ENUM_VALUE: &str = "smithy.api#enumValue";
    /// Not to be used any more.
    pub const DEPRECATED: &str = "smithy.api#deprecated";
    /// How a timestamp is written.
    pub const TIMESTAMP_FORMAT: &str = "smithy.api#timestampFormat";
    /// The blob is a stream, or the union an event stream.
    pub const STREAMING: &str = "smithy.api#streaming";
    /// The proper name of a service.
    pub const TITLE: &str = "smithy.api#title";
    /// The XML namespace of a service.
    pub const XML_NAMESPACE: &str = "smithy.api#xmlNamespace";
    /// How an operation is paginated.
    pub const PAGINATED: &str = "smithy.api#paginated";
    /// How botocore paginates an operation where `smithy.api#paginated` cannot say it.
    pub const PAGINATOR: &str = "tinsmith.api#paginator";
    /// Whether a paginator is inferred where the model declares none, of an operation or of all; true if not given.
    pub const INFER_PAGINATORS: &str = "tinsmith.api#inferPaginators";
    /// The service's protocols in order of preference, where it has several.
    pub const PROTOCOLS: &str = "tinsmith.api#protocols";
    /// SDK facts of a service: its id, endpoint prefix and ARN namespace.
    pub const AWS_SERVICE: &str = "aws.api#service";
    /// Signature version 4, with the signing name.
    pub const SIGV4: &str = "aws.auth#sigv4";
    /// The schemes by which requests are signed, the preferred one first; none when empty.
    pub const AUTH: &str = "smithy.api#auth";
    /// Requests need no signature where there are no credentials.
    pub const OPTIONAL_AUTH: &str = "smithy.api#optionalAuth";
    /// A text that marks repetitions of the same request; clients make one up.
    pub const IDEMPOTENCY_TOKEN: &str = "smithy.api#idempotencyToken";
    /// What is put before the host of an operation.
    pub const ENDPOINT: &str = "smithy.api#endpoint";
    /// The member stands in the host.
    pub const HOST_LABEL: &str = "smithy.api#hostLabel";
    /// Long bodies are compressed.
    pub const REQUEST_COMPRESSION: &str = "smithy.api#requestCompression";
    /// The request needs a checksum: `Content-MD5`.
    pub const HTTP_CHECKSUM_REQUIRED: &str = "smithy.api#httpChecksumRequired";
    /// Checksums of requests and responses, by algorithms that can be chosen.
    pub const HTTP_CHECKSUM: &str = "aws.protocols#httpChecksum";
    /// Links by their titles.
    pub const EXTERNAL_DOCUMENTATION: &str = "smithy.api#externalDocumentation";
    /// The date or version since which it is there.
    pub const SINCE: &str = "smithy.api#since";
    /// It may change.
    pub const UNSTABLE: &str = "smithy.api#unstable";
    /// It is for use inside of the service's owner.
    pub const INTERNAL: &str = "smithy.api#internal";
    /// The service tells at which endpoint the operation is to be called.
    pub const DISCOVERED_ENDPOINT: &str = "aws.api#clientDiscoveredEndpoint";
    /// The member should be set.
    pub const RECOMMENDED: &str = "smithy.api#recommended";
    /// Calls with inputs and outputs, for documentation.
    pub const EXAMPLES: &str = "smithy.api#examples";
    /// How to wait for a state.
    pub const WAITABLE: &str = "smithy.waiters#waitable";
    /// The error as AWS Query knows it.
    pub const QUERY_ERROR: &str = "aws.protocols#awsQueryError";
    /// The protocol speaks AWS Query's errors as well.
    pub const QUERY_COMPATIBLE: &str = "aws.protocols#awsQueryCompatible";
    /// How endpoints are found.
    pub const ENDPOINT_RULE_SET: &str = "smithy.rules#endpointRuleSet";
    /// The same as a decision diagram.
    pub const ENDPOINT_BDD: &str = "smithy.rules#endpointBdd";
    /// Endpoint parameters that are settings of the client.
    pub const CLIENT_CONTEXT_PARAMS: &str = "smithy.rules#clientContextParams";
    /// Endpoint parameters that an operation sets to fixed values.
    pub const STATIC_CONTEXT_PARAMS: &str = "smithy.rules#staticContextParams";
    /// Endpoint parameters that an operation takes from places in its input.
    pub const OPERATION_CONTEXT_PARAMS: &str = "smithy.rules#operationContextParams";
    /// The member is an endpoint parameter.
    pub const CONTEXT_PARAM: &str = "smithy.rules#contextParam";
    /// Cases for the endpoint rules.
    pub const ENDPOINT_TESTS: &str = "smithy.rules#endpointTests";
    /// Requests that an operation must send.
    pub const HTTP_REQUEST_TESTS: &str = "smithy.test#httpRequestTests";
    /// Responses and what they mean.
    pub const HTTP_RESPONSE_TESTS: &str = "smithy.test#httpResponseTests";
    /// What a type derives beside what it does by itself, and what it does not. Only overlays say so.
    pub const DERIVE: &str = "tinsmith.api#derive";
    /// The crates that derives come from, of a service. Only overlays say so.
    pub const DEPENDENCIES: &str = "tinsmith.api#dependencies";
    /// Attributes for derives of other crates. Only overlays say so.
    pub const ATTRIBUTES: &str = "tinsmith.api#attributes";
    /// The name of the Rust item, in place of the one that the rules of naming give.
    pub const RUST_NAME: &str = "tinsmith.api#rustName";
}

/// The namespace of the traits that this generator has defined.
pub const NAMESPACE: &str = "tinsmith.api";

/// Those traits.
pub const OURS: [&str; 7] = [
    id::ATTRIBUTES,
    id::DEPENDENCIES,
    id::DERIVE,
    id::INFER_PAGINATORS,
    id::PAGINATOR,
    id::PROTOCOLS,
    id::RUST_NAME,
];

/// Traits that bring in code from elsewhere. Whoever writes the overlay decides that, and no model that was downloaded.
pub const OF_OVERLAYS: [&str; 3] = [id::DERIVE, id::DEPENDENCIES, id::ATTRIBUTES];

/// The value of a trait and where it was given.
#[derive(Clone, Debug)]
pub struct TraitValue {
    /// The value; an annotation is the empty object.
    pub value: Value,
    /// Where it was given, be it in the model or in an overlay.
    pub place: Place,
}

/// The traits of a shape or member, by trait id.
#[derive(Clone, Debug, Default)]
pub struct Traits(BTreeMap<String, TraitValue>);

impl Traits {
    /// Adds a trait, replacing one of the same id.
    pub fn insert(&mut self, id: impl Into<String>, value: Value, place: Place) {
        self.0.insert(id.into(), TraitValue { value, place });
    }

    /// Adds all of other traits, replacing those of the same ids.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().map(|(id, given)| (id.clone(), given.clone())));
    }

    /// Removes a trait.
    pub fn remove(&mut self, id: &str) -> Option<TraitValue> {
        self.0.remove(id)
    }

    /// A trait with its place.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&TraitValue> {
        self.0.get(id)
    }

    /// Whether the trait is given.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// The value of a trait.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.0.get(id).map(|given| &given.value)
    }

    /// The value of a trait that is text.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<&str> {
        self.value(id).and_then(Value::as_str)
    }

    /// A property of a trait that is an object, where that property is text.
    #[must_use]
    pub fn property(&self, id: &str, property: &str) -> Option<&str> {
        self.value(id)?.get(property)?.as_str()
    }

    /// Whether calls reach the right host only after the service was asked for it.
    #[must_use]
    pub fn require_discovery(&self) -> bool {
        let given = self.value(id::DISCOVERED_ENDPOINT).and_then(|value| value.get("required"));
        given.and_then(Value::as_bool).unwrap_or_default()
    }

    /// All traits in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TraitValue)> {
        self.0.iter().map(|(id, given)| (id.as_str(), given))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
