//! Initial messages: the other members of an input or output, with protocols that have no place for them in the head.

use std::pin::Pin;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::event_stream::Message;
use aws_types::request_id::RequestId;
use bytes::Bytes;

use super::{EVENT_TYPE, EventFormat, EventReceiver, encode::message, writer::Parts};
use crate::{
    protocol::{Operation, OperationOutput as _},
    wire::Readable as _,
};

/// Creates the message with the members of an input, which `payload` contains.
pub(super) fn initial_request(format: &EventFormat, payload: Bytes) -> Message {
    let parts = Parts { content_type: format.media_type(), payload, ..Parts::default() };
    message("event", EVENT_TYPE, "initial-request", parts)
}

/// Waits for the first message and returns the output with the members in it. Without an initial response, the output is
/// returned as it is.
pub fn with_initial_response<O, T, E>(
    output: O::Output,
    stream: Stream<O::Output, T, E>,
) -> Received<O::Output>
where
    O: Operation<Output: RequestId>,
    E: std::error::Error + Send + Sync + 'static,
    T: 'static,
{
    Box::pin(receive::<O, T, E>(output, stream))
}

/// Returns the stream of an output.
type Stream<O, T, E> = fn(&mut O) -> &mut EventReceiver<T, E>;

/// An output that waits for its first message.
type Received<O> = Pin<Box<dyn Future<Output = Result<O, BoxError>> + Send>>;

async fn receive<O, T, E>(
    mut output: O::Output,
    stream: Stream<O::Output, T, E>,
) -> Result<O::Output, BoxError>
where
    O: Operation<Output: RequestId>,
    E: std::error::Error + Send + Sync + 'static,
    T: 'static,
{
    let receiver = stream(&mut output);
    let Some(format) = receiver.format().filter(|format| format.has_initial_messages()).cloned() else {
        return Ok(output);
    };
    let Some(message) = receiver.initial_response().await? else { return Ok(output) };
    if message.payload().is_empty() {
        return Ok(output);
    }
    let mut initial = None;
    format.read(message.payload(), &mut |reader| {
        initial = Some(O::Output::read(reader, O::schema().output())?);
        Ok(())
    })?;
    let Some(mut initial) = initial else { return Ok(output) };
    std::mem::swap(stream(&mut initial), stream(&mut output));
    initial.set_request_id(output.request_id().map(str::to_owned));
    Ok(initial)
}
