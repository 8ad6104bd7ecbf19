//! Protocol tests of the model. Source: Smithy specification, "HTTP protocol compliance tests".

use super::{RustPath, StructValue, ValuePlan};

/// All tests for the protocol of a crate.
#[derive(Clone, Debug, Default)]
pub struct ProtocolTests {
    /// Requests of operations.
    pub requests: Vec<RequestTest>,
    /// Responses that are read as outputs.
    pub responses: Vec<ResponseTest>,
    /// Responses that are read as modelled errors.
    pub errors: Vec<ResponseTest>,
    /// Messages of event streams, and requests and responses with them.
    pub events: Vec<EventTest>,
}

impl ProtocolTests {
    /// Returns true if there are no tests.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.requests.is_empty()
            && self.responses.is_empty()
            && self.errors.is_empty()
            && self.events.is_empty()
    }
}

/// A request that an operation must send.
#[derive(Clone, Debug)]
pub struct RequestTest {
    /// Documentation in Markdown: the id of the case in the model, and the reason if it is expected to fail.
    pub doc: String,
    /// The name of the test function.
    pub name: String,
    /// True for a case that is expected to fail. Its test must panic, so that a fix is noticed.
    pub must_panic: bool,
    /// The input.
    pub input: StructValue,
    /// True if the input has an idempotency token, which is the one of the specification unless the case sets it.
    pub has_token: bool,
    /// The endpoint without its scheme: `example.com`.
    pub host: String,
    /// The host that the request goes to, if it is another.
    pub resolved_host: Option<String>,
    /// The method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The parameters of the query string.
    pub query: QueryTest,
    /// Headers that must have a value.
    pub headers: Vec<(String, String)>,
    /// Headers that must be there.
    pub required_headers: Vec<String>,
    /// Headers that must not be there.
    pub forbidden_headers: Vec<String>,
    /// The body, if the case has one.
    pub body: Option<BodyPlan>,
}

/// A test of an operation with event streams.
#[derive(Clone, Debug)]
pub struct EventTest {
    /// Documentation in Markdown: the id of the case in the model, and the reason if it is expected to fail.
    pub doc: String,
    /// The name of the test function.
    pub name: String,
    /// True for a case that is expected to fail. Its test must panic, so that a fix is noticed.
    pub must_panic: bool,
    /// The expectations.
    pub expectations: Vec<EventExpectation>,
}

/// An expectation of a test with event streams. Frames are in base64.
#[derive(Clone, Debug)]
pub enum EventExpectation {
    /// The head of a request.
    Request(RequestTest),
    /// A response that is read as an output.
    Output(ResponseTest),
    /// A response that is read as a modelled error, whose fields are not compared.
    Error(ResponseTest),
    /// A response that is read as another error.
    Unhandled(ResponseTest),
    /// A message that must be sent.
    Sent {
        /// The event or error.
        value: ValuePlan,
        /// The message.
        frame: String,
        /// The text and media type of its payload.
        body: Option<(String, String)>,
    },
    /// A message that is read as an event.
    Received {
        /// The union of the events.
        union: RustPath,
        /// The message.
        frame: String,
        /// The event.
        value: ValuePlan,
    },
    /// A message that is read as an error.
    ReceivedError {
        /// The union of the events.
        union: RustPath,
        /// The error of the stream.
        error: RustPath,
        /// Its variant.
        variant: String,
        /// The message.
        frame: String,
        /// The value of the variant.
        value: StructValue,
        /// The accessors of the fields to compare.
        fields: Vec<String>,
    },
    /// A response with messages that cannot all be read.
    Failure {
        /// The operation.
        operation: RustPath,
        /// The field of its output with the stream.
        stream: String,
        /// The messages.
        frames: Vec<String>,
    },
}

/// The parameters of the query string that a request must have.
#[derive(Clone, Debug)]
pub struct QueryTest {
    /// Parameters with their values, percent-encoded: `name=value`.
    pub expected: Vec<String>,
    /// Names that must be there.
    pub required: Vec<String>,
    /// Names that must not be there.
    pub forbidden: Vec<String>,
}

/// A response, and the output or error that it must be read as.
#[derive(Clone, Debug)]
pub struct ResponseTest {
    /// Documentation in Markdown: the id of the case in the model, and the reason if it is expected to fail.
    pub doc: String,
    /// The name of the test function.
    pub name: String,
    /// True for a case that is expected to fail. Its test must panic, so that a fix is noticed.
    pub must_panic: bool,
    /// The operation.
    pub operation: RustPath,
    /// The error of the operation.
    pub error: RustPath,
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: BodyPlan,
    /// The output or the modelled error.
    pub expected: StructValue,
    /// True if the operation streams the bodies of responses.
    pub is_streaming: bool,
    /// The fields to compare.
    pub fields: Vec<ComparedField>,
}

/// A field that is compared.
#[derive(Clone, Debug)]
pub struct ComparedField {
    /// The Rust name.
    pub name: String,
    /// The comparison.
    pub comparison: Comparison,
}

/// The comparison of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The values are equal.
    Equal,
    /// The floating point numbers are equal; `NaN` equals itself.
    Float,
    /// The bytes of the streams are equal.
    Stream,
}

/// A body with its media type, by which it is compared.
#[derive(Clone, Debug)]
pub struct BodyPlan {
    /// The content; CBOR in base64.
    pub text: String,
    /// The media type.
    pub media_type: String,
}
