//! Serialization of requests.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::{
    protocol::SharedClientProtocol,
    serde::{SerdeError, SerializableStruct},
};
use aws_smithy_types::config_bag::ConfigBag;

use super::{ErasedOperation, RequestBody, streaming_body::set_body, supported::check_supported};
#[cfg(feature = "event-stream")]
use crate::events::{EventFormat, accept_events};

/// Serializes `input` into a request without host and signature. `body` is the stream of the input, if it has one.
pub fn serialize(
    operation: &dyn ErasedOperation,
    protocol: &SharedClientProtocol,
    input: &dyn SerializableStruct,
    body: Option<RequestBody>,
    cfg: &ConfigBag,
) -> Result<HttpRequest, SerdeError> {
    check_supported(protocol, operation.service())?;
    let schema = operation.schema().input();
    // Without an endpoint: the orchestrator, or `message::request`, applies it later with `update_endpoint` of the protocol.
    let mut request = protocol.serialize_request(input, schema, "", cfg)?;
    match body {
        None => {}
        Some(RequestBody::Bytes(body)) => set_body(&mut request, body, schema, cfg)?,
        #[cfg(feature = "event-stream")]
        Some(RequestBody::Events(events)) => {
            events.set_body(&mut request, EventFormat::new(protocol, cfg), cfg);
        }
    }
    #[cfg(feature = "event-stream")]
    if operation.receives_events() {
        accept_events(&mut request);
    }
    operation.adapt_request(&mut request, protocol);
    Ok(request)
}
