//! Sessions: credentials of a bucket, which an operation of the service creates and the client caches.
//!
//! Source: user guide of Amazon S3, "`CreateSession` authorization". Endpoint rules require the scheme.

mod operation;
mod plugin;
mod resolver;
mod scheme;

pub use operation::{Session, SessionCredentials, SessionOperation};
pub(crate) use plugin::plugin;
pub(super) use scheme::SessionScheme;
