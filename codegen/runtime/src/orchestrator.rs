//! Sending of operations through the official orchestrator.

mod call;
mod plugin;
#[cfg(feature = "presigning")]
mod presign;
mod presigned_copy;
mod ser_de;

pub use call::{BoxFuture, ClientOperation, SendResult, send};
pub(crate) use plugin::AsSerializable;
pub use plugin::{EndpointParamsFn, OperationPlugin};
#[cfg(feature = "presigning")]
pub use presign::presign;
pub use presigned_copy::{PresigningScheme, SourceRegion};
