//! Streams that are bodies of requests.

use aws_smithy_types::byte_stream::ByteStream;

#[cfg(feature = "event-stream")]
use crate::events::EventBody;

/// The stream of an input.
pub enum RequestBody {
    /// Bytes (`smithy.api#streaming` on a blob).
    Bytes(ByteStream),
    /// Events (`smithy.api#streaming` on a union).
    #[cfg(feature = "event-stream")]
    Events(EventBody),
}
