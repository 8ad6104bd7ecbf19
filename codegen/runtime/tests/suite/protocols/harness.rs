//! An operation of any protocol, input and output.

use std::{fmt::Debug, marker::PhantomData};

use aws_smithy_runtime_api::{
    client::orchestrator::{HttpResponse, Metadata},
    http::StatusCode,
};
use aws_smithy_schema::{
    OperationSchema, Schema, ShapeType,
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
    shape_id,
};
use aws_smithy_types::{
    body::SdkBody,
    config_bag::{ConfigBag, Layer},
    endpoint::Endpoint,
    error::{metadata::ErrorMetadata, operation::BuildError},
};
use bytes::Bytes;
use tinsmith_runtime::{
    config::StrictResponses,
    error::Unhandled,
    error_traits, exception_traits,
    protocol::{Operation, OperationOutput, ResponseParser, SansIo, erased, http_request, parse_response},
    schema,
    service::{Customization, Service},
    structure,
    wire::operation_schema,
    wire::protocol::{AwsQuery, Ec2Query, RestJson, RestXml},
};

/// Defines a structure with optional members, and reads and writes it by a schema.
macro_rules! shape {
    ($Shape:ident($schema:path) $role:ident { $($name:ident: $kind:ident $(<$item:ty>)?;)* } $($extra:ident: $Extra:ty)?) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        pub(super) struct $Shape {
            $(pub(super) $name: Option<::tinsmith_runtime::member!(@value $kind $(<$item>)?)>,)*
            $(pub(super) $extra: $Extra,)?
        }

        impl $Shape {
            /// Reading collects members in the structure itself.
            fn builder() -> Self {
                Self::default()
            }
        }

        impl Shape for $Shape {
            fn shape() -> &'static ::aws_smithy_schema::Schema<'static> {
                &$schema
            }
        }

        ::tinsmith_runtime::writable! {
            ($schema) $role $Shape { $($name: optional $kind $(<$item>)?, set, get;)* }
        }

        ::tinsmith_runtime::readable! {
            ($schema) $role $Shape { $($name: optional $kind $(<$item>)?, set, get;)* }
        }
    };
    (structure $Shape:ident($schema:path) $members:tt) => { shape! { $Shape($schema) structure $members } };
    (output $Shape:ident($schema:path) $members:tt) => {
        shape! { $Shape($schema) output $members _request_id: Option<String> }
    };
}
pub(super) use shape;

/// A structure with its schema.
pub(super) trait Shape: SerializableStruct + Debug + Send + Sync + 'static {
    fn shape() -> &'static Schema<'static>;
}

/// A protocol with a service that uses it.
pub(super) trait Protocol: Send + Sync + 'static {
    fn service() -> &'static Service;
}

macro_rules! service {
    ($($Protocol:ident $id:literal;)*) => {
        $(impl Protocol for $Protocol {
            fn service() -> &'static Service {
                static SERVICE: Service = Service {
                    sdk_id: "Sample",
                    name: "sample",
                    signing_name: "sample",
                    auth_schemes: &[],
                    shape_name: "Sample",
                    namespace: "sample",
                    version: "2020-01-08",
                    crate_version: "1.0.0",
                    xml_namespace: Some("https://sample.example.com/doc/"),
                    customization: Customization::NONE,
                    protocols: &[$id],
                    protocol: || SharedClientProtocol::new($Protocol::new()),
                    sans_io: SansIo::new(),
                };
                &SERVICE
            }
        })*
    };
}

service! {
    AwsQuery "aws.protocols#awsQuery";
    Ec2Query "aws.protocols#ec2Query";
    RestJson "aws.protocols#restJson1";
    RestXml "aws.protocols#restXml";
}

schema! {
    NOTHING: Structure "sample" "Nothing" {}
}

shape! { output Nothing(NOTHING) {} }

static MESSAGE: Schema<'static> =
    Schema::new(shape_id!("sample", "Messages", "member"), ShapeType::String).with_xml_name("Message");

schema! {
    INVALID_THING: Structure "sample" "InvalidThing" {
        0 "Message": String;
        1 "Top": Integer;
        2 "Header": String.with_http_header("X-Header");
        3 "Messages": List.with_list_member(&MESSAGE);
    }
}

/// A modelled error.
#[derive(Clone, Debug, Default)]
pub struct InvalidThing {
    pub(super) message: Option<String>,
    pub(super) top: Option<i32>,
    pub(super) header: Option<String>,
    pub(super) messages: Option<Vec<String>>,
    meta: ErrorMetadata,
}

structure! {
    #[derive(Clone, Debug, Default)]
    #[readable_error(INVALID_THING, message)]
    pub struct InvalidThingBuilder => always error InvalidThing {
        message: optional String, set_message, get_message;
        top: optional Scalar<i32>, set_top, get_top;
        header: optional String, set_header, get_header;
        messages: optional Strings, set_messages, get_messages;
    }
}

exception_traits!(InvalidThing, optional message);

#[derive(Debug)]
pub(super) enum ActError {
    InvalidThing(InvalidThing),
    Unhandled(Unhandled),
}

#[derive(Debug)]
pub(super) enum AnyError {
    InvalidThing(InvalidThing),
    Unhandled(Unhandled),
}

error_traits! { ActError of "Act" into AnyError { InvalidThing; } }

error_traits! { AnyError { InvalidThing; } }

/// The operation `Act` of a protocol.
struct Act<P, I, O>(PhantomData<P>, PhantomData<I>, PhantomData<O>);

impl<P: Protocol, I: Shape, O: Shape + OperationOutput> Operation for Act<P, I, O> {
    type Input = I;
    type Output = O;
    type Error = ActError;

    const NAME: &'static str = "Act";

    fn service() -> &'static Service {
        P::service()
    }

    fn schema() -> &'static OperationSchema<'static> {
        Box::leak(Box::new(operation_schema(shape_id!("sample", "Act"), I::shape(), O::shape(), &[])))
    }

    fn check_input(_: &I) -> Result<(), BuildError> {
        Ok(())
    }

    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<ActError>, SerdeError> {
        (code == "InvalidThing")
            .then(|| InvalidThing::from_wire(reader, metadata).map(ActError::InvalidThing))
            .transpose()
    }
}

/// Returns the request of `P` for `input`.
pub(super) fn request<P: Protocol, I: Shape>(input: &I) -> http::Request<Bytes> {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    http_request::<Act<P, I, Nothing>>(input, &endpoint).expect("the input is valid")
}

/// Returns the text of the error for an input that cannot be sent, and those of its causes.
pub(super) fn refused<P: Protocol, I: Shape>(input: &I) -> String {
    let endpoint = Endpoint::builder().url("https://example.com").build();
    let error = http_request::<Act<P, I, Nothing>>(input, &endpoint).expect_err("the input is not valid");
    let errors = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
    errors.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// Returns the body of a request.
pub(super) fn body<P: Protocol, I: Shape>(input: &I) -> String {
    String::from_utf8(request::<P, I>(input).body().to_vec()).expect("the body is text")
}

/// Returns path and query of a request.
pub(super) fn target<P: Protocol, I: Shape>(input: &I) -> String {
    request::<P, I>(input).uri().path_and_query().expect("a path").to_string()
}

/// Returns a header of a request.
pub(super) fn header<'a>(request: &'a http::Request<Bytes>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().expect("the header is text"))
}

/// Returns a response.
pub(super) fn response(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<Bytes> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(Bytes::copy_from_slice(body.as_bytes())).expect("the parts are valid")
}

/// Reads a successful response of `P`.
pub(super) fn output<P: Protocol, O: Shape + OperationOutput>(headers: &[(&str, &str)], body: &str) -> O {
    parse_response::<Act<P, Nothing, O>>(&response(200, headers, body)).expect("the output is valid")
}

/// Reads an error response of `P`.
pub(super) fn error<P: Protocol>(status: u16, headers: &[(&str, &str)], body: &str) -> ActError {
    parse_response::<Act<P, Nothing, Nothing>>(&response(status, headers, body)).expect_err("an error")
}

/// Returns whether a lenient reader accepts a successful response of `P`.
pub(super) fn is_leniently_valid<P: Protocol, O: Shape + OperationOutput>(
    headers: &[(&str, &str)],
    body: &str,
) -> bool {
    parse_response::<Act<P, Nothing, O>>(&response(200, headers, body)).is_ok()
}

/// Returns whether a header that is not UTF-8 is accepted.
pub(super) fn is_valid_with_bytes<P: Protocol, O: Shape + OperationOutput>(name: &str, value: &[u8]) -> bool {
    let value = http::HeaderValue::from_bytes(value).expect("a header may have these bytes");
    let response = http::Response::builder().header(name, value).body(Bytes::new());
    parse_response::<Act<P, Nothing, O>>(&response.expect("the parts are valid")).is_ok()
}

/// Returns whether a strict reader accepts a successful response of `P`.
pub(super) fn is_strictly_valid<P: Protocol, O: Shape + OperationOutput>(
    headers: &[(&str, &str)],
    body: &str,
) -> bool {
    let (protocol, mut cfg) = protocol::<P>();
    cfg.interceptor_state().store_put(StrictResponses(true));
    let mut converted = HttpResponse::new(StatusCode::try_from(200).expect("a status"), SdkBody::from(body));
    for (name, value) in headers {
        converted.headers_mut().insert((*name).to_owned(), (*value).to_owned());
    }
    ResponseParser { protocol: &protocol, response: &converted, cfg: &cfg }
        .parse(erased::<Act<P, Nothing, O>>())
        .is_ok()
}

/// Returns the protocol of `P` and the configuration for its calls.
pub(super) fn protocol<P: Protocol>() -> (SharedClientProtocol, ConfigBag) {
    let service = P::service();
    let mut layer = Layer::new("test");
    layer.store_put(Metadata::new("Act", service.sdk_id));
    service.store(&mut layer);
    ((service.protocol)(), ConfigBag::of_layers([layer]))
}
