//! Sans-I/O protocol: requests from inputs, and outputs or errors from responses.
//!
//! [`http_request`] and [`parse_response`] need no runtime. The client's serializer and deserializer
//! (`orchestrator`) use the same code.

#[cfg(feature = "checksum")]
mod checksum;
#[cfg(feature = "compression")]
mod compression;
#[cfg(feature = "content-md5")]
mod content_md5;
mod deviating;
mod erased;
mod failure;
mod host_label;
mod host_prefix;
#[cfg(feature = "idempotency-token")]
mod idempotency_token;
mod message;
mod no_input;
mod operation;
mod query_mode;
mod request;
mod require;
mod response;
mod supported;

#[cfg(feature = "checksum")]
pub use checksum::{Checksummed, add_checksum, algorithm, checksum};
#[cfg(feature = "compression")]
pub use compression::{compress_request, compressed};
#[cfg(feature = "content-md5")]
pub use content_md5::{CONTENT_MD5, add_content_md5, content_md5};
pub use erased::{ErasedOperation, erased};
pub use host_label::host_label;
pub use host_prefix::{Prefixed, endpoint_prefix, prefix_host};
#[cfg(feature = "idempotency-token")]
pub use idempotency_token::{Idempotent, with_token};
pub use message::SansIo;
pub use no_input::without_body;
pub use operation::{Operation, OperationOutput, http_request, parse_response, unexpected_type_error};
pub use query_mode::ask_for_query_errors;
pub use request::serialize;
pub use require::require;
pub use response::ResponseParser;
