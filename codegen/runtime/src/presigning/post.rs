//! Uploads by HTML forms, which a policy limits.
//!
//! Source: API reference of Amazon S3, "Browser-Based Uploads Using POST".

mod policy;
mod scheme;
mod signature;

pub use policy::PostPolicy;
pub(crate) use scheme::PostPlugin;
pub use signature::PresignedPost;
