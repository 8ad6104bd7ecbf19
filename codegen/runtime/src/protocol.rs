//! Sans-I/O protocol: requests from inputs, and outputs or errors from responses.
//!
//! [`http_request`] and [`parse_response`] need no runtime. The client's serializer and deserializer
//! (`orchestrator`) use the same code.

mod adapted_input;
mod adapted_request;
mod adapted_response;
mod body_format;
#[cfg(feature = "checksum")]
mod checksum;
#[cfg(feature = "checksum-stream")]
mod checksum_trailer;
#[cfg(feature = "compression")]
mod compression;
#[cfg(feature = "content-md5")]
mod content_md5;
mod cross_region_copy;
mod erased;
mod failure;
mod host_label;
mod host_prefix;
#[cfg(feature = "idempotency-token")]
mod idempotency_token;
#[cfg(feature = "content-md5")]
mod key_md5;
mod message;
mod no_input;
mod operation;
mod query_mode;
mod redirected;
mod request;
mod request_body;
mod require;
mod response;
#[cfg(feature = "checksum-response")]
mod response_checksum;
mod streaming_body;
mod supported;
#[cfg(feature = "tree-hash")]
mod tree_hash;
#[cfg(feature = "post-policy")]
mod uploading;
mod url_encoded;

pub use adapted_input::{Adapted, adapted, encode_non_graphic, set_default, trim_prefix};
#[cfg(feature = "client")]
pub(crate) use adapted_request::set_form;
pub use adapted_request::{query_as_form, remove_parameter, set_header};
#[cfg(feature = "rest-xml")]
pub(crate) use adapted_response::has_document;
pub use adapted_response::{is_xml_error, keep_raw_date};
#[cfg(feature = "event-stream")]
pub(crate) use body_format::BodyFormat;
#[cfg(any(feature = "checksum-response", feature = "transfer"))]
pub(crate) use checksum::is_composite;
#[cfg(feature = "checksum")]
pub use checksum::{Checksummed, add_checksum, algorithm, checksum};
#[cfg(all(feature = "checksum", feature = "client"))]
pub(crate) use checksum::{DEFAULT, is_checksum};
#[cfg(all(feature = "checksum-stream", feature = "client"))]
pub(crate) use checksum_trailer::ChecksumTrailer;
#[cfg(feature = "checksum-stream")]
pub use checksum_trailer::add_stream_checksum;
#[cfg(feature = "compression")]
pub use compression::{compress_request, compressed};
#[cfg(feature = "content-md5")]
pub use content_md5::{CONTENT_MD5, add_content_md5, content_md5};
pub use cross_region_copy::CrossRegionCopy;
pub use erased::{ErasedOperation, erased};
pub use host_label::host_label;
#[cfg(feature = "client")]
pub(crate) use host_prefix::prefixed;
pub use host_prefix::{Prefixed, endpoint_prefix, prefix_host};
#[cfg(feature = "idempotency-token")]
pub use idempotency_token::{Idempotent, set_token, with_token};
#[cfg(feature = "content-md5")]
pub use key_md5::set_key_md5;
pub use message::SansIo;
pub use no_input::without_body;
#[cfg(feature = "event-stream")]
pub use operation::InitialResponse;
pub use operation::{
    Operation, OperationOutput, http_request, parse_response, parse_streaming_response, streaming_request,
    unexpected_type_error,
};
pub use query_mode::ask_for_query_errors;
#[cfg(feature = "client")]
pub(crate) use redirected::at_endpoint;
pub use redirected::{Redirected, redirect};
pub use request::serialize;
pub use request_body::RequestBody;
pub use require::{require, require_text};
pub use response::{ResponseParser, parse_head};
#[cfg(all(feature = "checksum-response", feature = "client"))]
pub(crate) use response_checksum::validate;
#[cfg(feature = "checksum-response")]
pub use response_checksum::{
    ENABLED, ResponseChecksummed, parse_checked_response, parse_checked_streaming_response,
    with_response_checksum,
};
#[cfg(feature = "tree-hash")]
pub use tree_hash::{add_tree_hash, hash_headers};
#[cfg(feature = "post-policy")]
pub use uploading::Uploading;
pub use url_encoded::{UrlEncoded, decode_url, set_url_encoding, take_url_encoding};
