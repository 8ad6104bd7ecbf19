//! Interceptors of calls.
//!
//! Those of request features are inlined, so that a crate compiles only those that its operations have.

#[cfg(feature = "checksum")]
mod checksum;
#[cfg(feature = "compression")]
mod compression;
#[cfg(feature = "content-md5")]
mod content_md5;
mod host_prefix;
#[cfg(feature = "idempotency-token")]
mod idempotency_token;
mod input_adaptation;
mod preparation;
mod presigned_copy;
mod redirection;
mod response_adaptation;
#[cfg(feature = "checksum-response")]
mod response_checksum;
mod sensitive_request;
mod sensitive_response;
#[cfg(feature = "checksum-stream")]
mod stream_checksum;
mod telemetry;
mod user_agent;

#[cfg(feature = "checksum")]
pub use checksum::RequestChecksum;
#[cfg(feature = "compression")]
pub use compression::RequestCompression;
#[cfg(feature = "content-md5")]
pub use content_md5::ContentMd5;
pub use host_prefix::HostPrefix;
#[cfg(feature = "idempotency-token")]
pub use idempotency_token::IdempotencyToken;
pub use input_adaptation::InputAdaptation;
pub(crate) use preparation::Preparation;
pub use presigned_copy::PresignedCopy;
pub use redirection::Redirection;
pub use response_adaptation::ResponseAdaptation;
#[cfg(feature = "checksum-response")]
pub use response_checksum::ResponseChecksum;
pub use sensitive_request::SensitiveRequest;
pub use sensitive_response::SensitiveResponse;
#[cfg(feature = "checksum-stream")]
pub use stream_checksum::StreamChecksum;
pub(crate) use user_agent::{UserAgentFeature, UserAgentFeatures};
