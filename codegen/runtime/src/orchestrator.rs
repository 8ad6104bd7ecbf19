//! Sending of operations through the official orchestrator.

mod call;
mod plugin;
mod ser_de;

pub use call::{BoxFuture, ClientOperation, SendResult, send};
pub use plugin::{EndpointParams, OperationPlugin};
