//! Event streams (`smithy.api#streaming` on a union): bodies that are sequences of messages.
//!
//! A message has headers and a payload. Its headers name the variant of the union; the schema of the event maps members to
//! headers (`smithy.api#eventHeader`) and to the payload (`smithy.api#eventPayload`, or else a structure of all other members).
//!
//! Source: Smithy specification, "Event streams", and "Amazon Event Stream Specification".

mod decode;
mod encode;
mod error;
mod format;
mod frame;
mod initial;
mod outgoing;
mod reader;
mod receiver;
mod union;
mod value_reader;
mod wire;
mod writer;

pub use aws_smithy_http::event_stream::EventStreamSender;
pub use decode::decode;
pub use encode::{encode, encode_error};
pub use error::{IncomingError, OutgoingError};
pub use format::EventFormat;
pub use initial::with_initial_response;
pub use outgoing::{EventBody, accept_events, no_events};
pub use receiver::EventReceiver;

/// Header with the kind of a message: `event`, `exception` or `error`.
const MESSAGE_TYPE: &str = ":message-type";
/// Header with the name of the variant.
const EVENT_TYPE: &str = ":event-type";
/// Header with the name of the variant of an error.
const EXCEPTION_TYPE: &str = ":exception-type";
/// Header with the media type of the payload.
const CONTENT_TYPE: &str = ":content-type";
/// Header with the code of an error that the model does not list.
const ERROR_CODE: &str = ":error-code";
/// Header with the message of an error that the model does not list.
const ERROR_MESSAGE: &str = ":error-message";
