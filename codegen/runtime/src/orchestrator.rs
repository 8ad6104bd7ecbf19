//! Sending of operations through the official orchestrator.

mod call;
mod plugin;
mod presigning;
mod ser_de;

pub use call::{BoxFuture, ClientOperation, SendResult, send};
pub(crate) use plugin::AsSerializable;
pub use plugin::{EndpointParamsFn, OperationPlugin};
pub use presigning::{PresigningScheme, SourceRegion};
