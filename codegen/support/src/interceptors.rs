//! Interceptors of every request.

mod checksum;
mod compression;
mod content_md5;
mod features;
mod host_prefix;
mod idempotency_token;
mod preparation;
mod secret_answer;
mod secret_request;
mod telemetry;

pub(crate) use checksum::RequestChecksum;
pub(crate) use compression::RequestCompression;
pub(crate) use content_md5::ContentMd5;
pub(crate) use features::FeatureTracker;
pub(crate) use host_prefix::HostPrefix;
pub(crate) use idempotency_token::IdempotencyToken;
pub(crate) use preparation::Preparation;
pub(crate) use secret_answer::SecretAnswer;
pub(crate) use secret_request::SecretRequest;
