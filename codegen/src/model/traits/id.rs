//! Ids of the traits that the generator uses, by their names in the Smithy specification.

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
/// The value is redacted.
pub const SENSITIVE: &str = "smithy.api#sensitive";
/// Nulls in the list or map are kept.
pub const SPARSE: &str = "smithy.api#sparse";
/// Other shapes include the members and traits of this one.
pub const MIXIN: &str = "smithy.api#mixin";
/// The wire value of an enum member.
pub const ENUM_VALUE: &str = "smithy.api#enumValue";
/// Deprecated.
pub const DEPRECATED: &str = "smithy.api#deprecated";
/// The format of a timestamp.
pub const TIMESTAMP_FORMAT: &str = "smithy.api#timestampFormat";
/// The blob is a stream, or the union an event stream.
pub const STREAMING: &str = "smithy.api#streaming";
/// The member of an event is a header of its message.
pub const EVENT_HEADER: &str = "smithy.api#eventHeader";
/// The member of an event is the payload of its message.
pub const EVENT_PAYLOAD: &str = "smithy.api#eventPayload";
/// The full name of a service.
pub const TITLE: &str = "smithy.api#title";
/// The XML namespace of a service, or of an element.
pub const XML_NAMESPACE: &str = "smithy.api#xmlNamespace";
/// The pagination of an operation.
pub const PAGINATED: &str = "smithy.api#paginated";
/// Botocore's paginator, if `smithy.api#paginated` cannot express it.
pub const PAGINATOR: &str = "tinsmith.api#paginator";
/// False turns off the inference of paginators, for an operation or a service.
pub const INFER_PAGINATORS: &str = "tinsmith.api#inferPaginators";
/// The protocols of the service in order of preference, if it has several.
pub const PROTOCOLS: &str = "tinsmith.api#protocols";
/// SDK properties of a service: its id, endpoint prefix and ARN namespace.
pub const AWS_SERVICE: &str = "aws.api#service";
/// Signature version 4, with the signing name of the service.
pub const SIGV4: &str = "aws.auth#sigv4";
/// Signature version 4a, which is valid in several Regions.
pub const SIGV4A: &str = "aws.auth#sigv4a";
/// The name of the service in requests, if it is not that of the service shape.
pub const TARGET_PREFIX: &str = "tinsmith.api#targetPrefix";
/// Signature version 2, of services that know no other.
pub const SIGV2: &str = "tinsmith.api#sigv2";
/// An API key in a header or in the query string.
pub const HTTP_API_KEY_AUTH: &str = "smithy.api#httpApiKeyAuth";
/// User name and password.
pub const HTTP_BASIC_AUTH: &str = "smithy.api#httpBasicAuth";
/// A bearer token.
pub const HTTP_BEARER_AUTH: &str = "smithy.api#httpBearerAuth";
/// Signatures do not cover the body.
pub const UNSIGNED_PAYLOAD: &str = "aws.auth#unsignedPayload";
/// The authentication schemes in order of preference; requests are not signed if it is empty.
pub const AUTH: &str = "smithy.api#auth";
/// Requests without credentials are not signed.
pub const OPTIONAL_AUTH: &str = "smithy.api#optionalAuth";
/// A token that identifies all attempts of a request; clients generate it.
pub const IDEMPOTENCY_TOKEN: &str = "smithy.api#idempotencyToken";
/// The host prefix of an operation.
pub const ENDPOINT: &str = "smithy.api#endpoint";
/// The member is a label of the host prefix.
pub const HOST_LABEL: &str = "smithy.api#hostLabel";
/// Long bodies are compressed.
pub const REQUEST_COMPRESSION: &str = "smithy.api#requestCompression";
/// The request needs a checksum: `Content-MD5`.
pub const HTTP_CHECKSUM_REQUIRED: &str = "smithy.api#httpChecksumRequired";
/// Checksums of requests and responses, by algorithms that can be chosen.
pub const HTTP_CHECKSUM: &str = "aws.protocols#httpChecksum";
/// Links by their titles.
pub const EXTERNAL_DOCUMENTATION: &str = "smithy.api#externalDocumentation";
/// The date or version in which the item was added.
pub const SINCE: &str = "smithy.api#since";
/// The item may change.
pub const UNSTABLE: &str = "smithy.api#unstable";
/// The item is for internal use of the owner of the service.
pub const INTERNAL: &str = "smithy.api#internal";
/// The operation of a service from which clients discover its endpoint.
pub const ENDPOINT_DISCOVERY: &str = "aws.api#clientEndpointDiscovery";
/// The endpoint of the operation is discovered from the service.
pub const DISCOVERED_ENDPOINT: &str = "aws.api#clientDiscoveredEndpoint";
/// The member should be set.
pub const RECOMMENDED: &str = "smithy.api#recommended";
/// Examples of calls, for documentation.
pub const EXAMPLES: &str = "smithy.api#examples";
/// The waiters of an operation.
pub const WAITABLE: &str = "smithy.waiters#waitable";
/// Waiters that match the HTTP status of errors, which `smithy.waiters#waitable` cannot express.
pub const WAITABLE_BY_STATUS: &str = "tinsmith.api#waitable";
/// The code and status of the error in AWS Query.
pub const QUERY_ERROR: &str = "aws.protocols#awsQueryError";
/// Responses also have the error codes of AWS Query.
pub const QUERY_COMPATIBLE: &str = "aws.protocols#awsQueryCompatible";
/// The endpoint rules.
pub const ENDPOINT_RULE_SET: &str = "smithy.rules#endpointRuleSet";
/// The endpoint rules as a decision diagram.
pub const ENDPOINT_BDD: &str = "smithy.rules#endpointBdd";
/// Endpoint parameters that are settings of the client.
pub const CLIENT_CONTEXT_PARAMS: &str = "smithy.rules#clientContextParams";
/// Endpoint parameters that an operation sets to fixed values.
pub const STATIC_CONTEXT_PARAMS: &str = "smithy.rules#staticContextParams";
/// Endpoint parameters that an operation takes from its input.
pub const OPERATION_CONTEXT_PARAMS: &str = "smithy.rules#operationContextParams";
/// The member is an endpoint parameter.
pub const CONTEXT_PARAM: &str = "smithy.rules#contextParam";
/// Endpoint tests.
pub const ENDPOINT_TESTS: &str = "smithy.rules#endpointTests";
/// Test cases of requests.
pub const HTTP_REQUEST_TESTS: &str = "smithy.test#httpRequestTests";
/// Test cases of responses.
pub const HTTP_RESPONSE_TESTS: &str = "smithy.test#httpResponseTests";
/// Tests of event streams.
pub const EVENT_STREAM_TESTS: &str = "smithy.test#eventStreamTests";
/// Changes to the derives of a type, in overlays only.
pub const DERIVE: &str = "tinsmith.api#derive";
/// Dependencies with derives, on a service and in overlays only.
pub const DEPENDENCIES: &str = "tinsmith.api#dependencies";
/// Helper attributes for derives of other crates, in overlays only.
pub const ATTRIBUTES: &str = "tinsmith.api#attributes";
/// The name of the Rust item, which overrides the naming rules.
pub const RUST_NAME: &str = "tinsmith.api#rustName";
/// The method, URI pattern and success status of an operation.
pub const HTTP: &str = "smithy.api#http";
/// The member is a label of the URI.
pub const HTTP_LABEL: &str = "smithy.api#httpLabel";
/// The member is a parameter of the query string.
pub const HTTP_QUERY: &str = "smithy.api#httpQuery";
/// The entries of the map are parameters of the query string.
pub const HTTP_QUERY_PARAMS: &str = "smithy.api#httpQueryParams";
/// The member is a header.
pub const HTTP_HEADER: &str = "smithy.api#httpHeader";
/// The entries of the map are headers with a prefix.
pub const HTTP_PREFIX_HEADERS: &str = "smithy.api#httpPrefixHeaders";
/// The member is the body.
pub const HTTP_PAYLOAD: &str = "smithy.api#httpPayload";
/// The member is the status of the response.
pub const HTTP_RESPONSE_CODE: &str = "smithy.api#httpResponseCode";
/// The key of a member in JSON, in protocols with HTTP bindings.
pub const JSON_NAME: &str = "smithy.api#jsonName";
/// The media type of a string or blob.
pub const MEDIA_TYPE: &str = "smithy.api#mediaType";
/// The name of an element.
pub const XML_NAME: &str = "smithy.api#xmlName";
/// The member is an attribute.
pub const XML_ATTRIBUTE: &str = "smithy.api#xmlAttribute";
/// The elements of the list or map have no element around them.
pub const XML_FLATTENED: &str = "smithy.api#xmlFlattened";
/// The name of a parameter in the protocol of EC2.
pub const EC2_QUERY_NAME: &str = "aws.protocols#ec2QueryName";
/// The root element of the response is the member of the output.
pub const UNWRAPPED_XML_OUTPUT: &str = "aws.customizations#s3UnwrappedXmlOutput";
