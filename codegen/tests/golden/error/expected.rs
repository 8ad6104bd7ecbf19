// ---- src/operation/first.rs
    #[inline]
    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError> {
        let error = match code {
            "Broken" => FirstError::Broken(Broken::from_wire(reader, metadata)?),
            "Busy" => FirstError::Busy(Busy::from_wire(reader, metadata)?),
            "Common" => FirstError::Common(Common::from_wire(reader, metadata)?),
            "Empty" => FirstError::Empty(Empty::from_wire(reader, metadata)?),
            "NotFound" => FirstError::NotFound(NotFound::from_wire(reader, metadata)?),
            "QueryCoded" | "Query.Coded" => {
                FirstError::QueryCoded(QueryCoded::from_wire(reader, metadata)?)
            }
            "Required" => FirstError::Required(Required::from_wire(reader, metadata)?),
            "Throttled" => FirstError::Throttled(Throttled::from_wire(reader, metadata)?),
            "TryAgain" => FirstError::TryAgain(TryAgain::from_wire(reader, metadata)?),
            _ => return Ok(None),
        };
        Ok(Some(error))
    }

static OPERATION_SCHEMA: OperationSchema<'static> = operation_schema(
    shape_id!("example.error", "First"),
    &INPUT_SCHEMA,
    &OUTPUT_SCHEMA,
    &[
        &BROKEN_SCHEMA,
        &BUSY_SCHEMA,
        &COMMON_SCHEMA,
        &EMPTY_SCHEMA,
        &NOT_FOUND_SCHEMA,
        &QUERY_CODED_SCHEMA,
        &REQUIRED_SCHEMA,
        &THROTTLED_SCHEMA,
        &TRY_AGAIN_SCHEMA,
    ],
);

// ---- src/operation/first/error.rs
/// Error of `First`.
#[non_exhaustive]
#[derive(Debug)]
pub enum FirstError {
    /// The error `Broken`.
    Broken(Broken),
    /// The error `Busy`.
    Busy(Busy),
    /// The error `Common`.
    Common(Common),
    /// The error `Empty`.
    Empty(Empty),
    /// There is no such thing.
    NotFound(NotFound),
    /// The error `QueryCoded`.
    QueryCoded(QueryCoded),
    /// The error `Required`.
    Required(Required),
    /// The error `Throttled`.
    Throttled(Throttled),
    /// The error `TryAgain`.
    TryAgain(TryAgain),
    /// An error that the model does not list, or a response that cannot be read.
    ///
    /// Match on `code()` instead of this variant: a later model may list the code.
    Unhandled(Unhandled),
}

impl FirstError {
    /// Creates the `Unhandled` variant from any other error.
    #[inline]
    pub fn unhandled(source: impl Into<BoxError>) -> Self {
        Self::Unhandled(Unhandled::new(source.into(), Default::default()))
    }

    /// Creates the `Unhandled` variant from error metadata.
    #[inline]
    pub fn generic(metadata: ErrorMetadata) -> Self {
        Self::Unhandled(Unhandled::from_metadata(metadata))
    }

    /// Returns code, message and request id.
    #[inline]
    pub fn meta(&self) -> &ErrorMetadata {
        ProvideErrorMetadata::meta(self)
    }

    /// Returns whether the error is [`Broken`](Self::Broken).
    #[inline]
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Broken(_))
    }

error_traits! {
    FirstError of "First" into Error {
        Broken;
        Busy retryable;
        Common;
        Empty;
        NotFound;
        QueryCoded;
        Required;
        Throttled retryable;
        TryAgain retryable;
    }
}

// ---- src/types/error/broken.rs
use aws_smithy_types::error::ErrorMetadata;
use tinsmith_runtime::{exception_traits, schema, structure};

/// The structure `Broken`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Broken {
    /// The member `incident`.
    pub incident: Option<String>,
    /// Message of the error.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

exception_traits!(Broken, optional message);

structure! {
    /// Builder of [`Broken`](crate::types::error::Broken).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable_error(BROKEN_SCHEMA, message)]
    pub struct BrokenBuilder => always error Broken {
        /// The member `incident`.
        incident: optional String, set_incident, get_incident;
        /// Message of the error.
        message: optional String, set_message, get_message;
    }
}

schema! {
    BROKEN_SCHEMA: Structure "example.error" "Broken" {
        0 "incident": String;
        1 "message": String;
    }
}

// ---- src/types/error/busy.rs
/// The structure `Busy`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Busy {
    /// The member `message`.
    pub message: Option<String>,
    pub(crate) meta: ErrorMetadata,
}

impl Busy {
    /// Returns the kind of error for retries, from `smithy.api#retryable`.
    pub fn retryable_error_kind(&self) -> ErrorKind {
        ErrorKind::ServerError
    }
}

// ---- src/types/error/not_found.rs
/// There is no such thing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NotFound {
    /// The member `message`.
    pub message: Option<String>,
    /// The member `resource`.
    pub resource: String,
    /// The member `details`.
    pub details: Option<Vec<Detail>>,
    pub(crate) meta: ErrorMetadata,
}

structure! {
    /// Builder of [`NotFound`](crate::types::error::NotFound).
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable_error(NOT_FOUND_SCHEMA, message)]
    pub struct NotFoundBuilder => fallible error NotFound {
        /// The member `message`.
        message: optional String, set_message, get_message;
        /// The member `resource`. Required.
        resource: required String, set_resource, get_resource;
        /// The member `details`.
        details: optional List<Detail>, set_details, get_details;
    }
}
