//! Authentication schemes: how requests are signed, and by whom.

#[cfg(feature = "http-auth")]
mod api_key;
mod missing_identity;
mod options;
mod scheme;
#[cfg(feature = "session-auth")]
pub mod session;
#[cfg(feature = "sigv2")]
mod sigv2;

pub(crate) use missing_identity::explain;
pub use options::{endpoint_options, options};
pub(crate) use scheme::{CREDENTIALS_SCHEMES, component};
#[cfg(feature = "http-auth")]
pub(crate) use scheme::{HTTP_API_KEY, HTTP_BASIC, HTTP_BEARER};
