// ---- Cargo.toml
[dependencies]
aws-credential-types = { version = "1.3.1", optional = true }
aws-runtime = { version = "1.10.2", optional = true }
aws-smithy-async = { version = "1.3.1", optional = true }
aws-smithy-json = "0.65.1"
aws-smithy-runtime = { version = "1.16.2", features = ["client"], optional = true }
aws-smithy-runtime-api = { version = "1.20.0", features = ["client", "http-1x"] }
aws-smithy-schema = "1.2.0"
aws-smithy-types = "1.9.3"
aws-types = "1.7.0"
bytes = "1.11.1"
http = "1.3.1"
tinsmith-runtime = { path = "../../runtime", features = ["event-stream"] }

// ---- src/error_meta.rs
/// Error of any operation of Tide.
#[non_exhaustive]
#[derive(Debug)]
pub enum Error {
    /// The error `GaugeClosed`.
    GaugeClosed(GaugeClosed),
    /// The error `NoSuchGauge`.
    NoSuchGauge(NoSuchGauge),
    /// An error that the model does not list, or a response that cannot be read.
    ///
    /// Match on `code()` instead of this variant: a later model may list the code.
    Unhandled(Unhandled),
}

// ---- src/operation/watch.rs
    /// Parses the head of an HTTP response. Its body becomes that of the output and is not read.
    ///
    /// The body of an error must be in memory, as that of `ByteStream::from` bytes. Otherwise, the result is an
    /// error without code and message: collect the body of a response whose status is not that of a success.
    ///
    /// # Errors
    ///
    /// Returns an error if the service responded with one, or if the head cannot be read.
    #[inline]
    pub fn parse_response(
        response: Response<ByteStream>,
    ) -> Result<WatchOutput, WatchError> {
        protocol::parse_streaming_response::<Self>(response)
    }

    const NAME: &'static str = "Watch";
    const STREAMS_RESPONSE: bool = true;
    const RECEIVES_EVENTS: bool = true;
    const INITIAL_RESPONSE: Option<protocol::InitialResponse<Self::Output>> = Some(|
        output|
    { with_initial_response::<Self, _, _>(output, |output| &mut output.levels) });

    #[inline]
    fn set_events(output: &mut Self::Output, body: SdkBody, format: EventFormat) {
        output.levels = EventReceiver::new(format, body);
    }

// ---- src/operation/watch/output.rs
/// Output of `Watch`.
#[derive(Debug)]
#[non_exhaustive]
pub struct WatchOutput {
    /// The member `unit`.
    pub unit: String,
    /// The member `levels`.
    pub levels: EventReceiver<LevelStream, LevelStreamError>,
    pub(crate) _request_id: Option<String>,
}

structure! {
    /// Builder of [`WatchOutput`](crate::operation::watch::WatchOutput).
    #[derive(Debug, Default)]
    #[readable(OUTPUT_SCHEMA)]
    pub struct WatchOutputBuilder => fallible output WatchOutput {
        /// The member `unit`. Required.
        unit: required String, set_unit, get_unit;
        /// The member `levels`. Required.
        levels: stream Value<EventReceiver<LevelStream, LevelStreamError>>, set_levels, get_levels;
    }
}

// ---- src/primitives.rs
/// Event streams: bodies of requests and responses that are sequences of messages.
pub mod event_stream {
    pub use aws_smithy_types::{
        event_stream::{Header, HeaderValue, Message},
        str_bytes::StrBytes,
    };
    pub use tinsmith_runtime::events::{EventReceiver, EventStreamSender};
}

// ---- src/types/error.rs
pub mod builders;
pub(crate) mod gauge_closed;
pub(crate) mod no_such_gauge;
pub(crate) mod level_stream_error;

pub use self::gauge_closed::GaugeClosed;
pub use self::no_such_gauge::NoSuchGauge;
pub use self::level_stream_error::LevelStreamError;

// ---- src/types/error/level_stream_error.rs
/// Error of the event stream [`LevelStream`](crate::types::LevelStream).
#[non_exhaustive]
#[derive(Debug)]
pub enum LevelStreamError {
    /// The error `GaugeClosed`.
    GaugeClosed(GaugeClosed),
    /// The error `NoSuchGauge`.
    NoSuchGauge(NoSuchGauge),
    /// An error that the model does not list, or a response that cannot be read.
    ///
    /// Match on `code()` instead of this variant: a later model may list the code.
    Unhandled(Unhandled),
}

impl LevelStreamError {
    /// Creates the `Unhandled` variant from any other error.
    #[inline]
    pub fn unhandled(source: impl Into<BoxError>) -> Self {
        Self::Unhandled(Unhandled::new(source.into(), Default::default()))
    }

error_traits! {
    LevelStreamError of "LevelStream" into Error {
        GaugeClosed retryable;
        NoSuchGauge;
    }
}

event_errors! {
    LevelStreamError, reads {
        "closed": "GaugeClosed" GaugeClosed(GaugeClosed);
        "gone": "NoSuchGauge" NoSuchGauge(NoSuchGauge);
    }
}

// ---- src/types/level.rs
schema! {
    LEVEL_SCHEMA: Structure "example.events" "Level" {
        0 "at": Timestamp.with_event_header();
        1 "height": Double;
    }
}

// ---- src/types/level_stream.rs
/// The union `LevelStream`: one of its variants.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum LevelStream {
    /// The member `level`.
    Level(Level),
    /// The member `note`.
    Note(Note),
    /// A variant that this version of the crate does not list. It cannot be sent.
    Unknown,
}

impl LevelStream {
    /// Decodes a message of the stream, in the default protocol of the service.
    ///
    /// # Errors
    ///
    /// Returns the error that the message contains, or `Unhandled` if it cannot be read.
    #[inline]
    pub fn decode(message: &Message) -> Result<Self, LevelStreamError> {
        decode(&SERVICE, message)
    }
}

schema! {
    LEVEL_STREAM_SCHEMA: Union "example.events" "LevelStream" {
        0 "level": Structure;
        1 "note": Structure;
    }
}

union_traits! {
    LevelStream: LEVEL_STREAM_SCHEMA, reads {
        0 Level(value);
        1 Note(value);
    }
}
