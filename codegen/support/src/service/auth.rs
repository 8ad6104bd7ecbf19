//! Stand-in for the generated choice of signatures.

use aws_runtime::auth::sigv4;
use aws_smithy_runtime_api::client::auth::AuthSchemeOption;

/// The schemes that may sign requests of an operation, the preferred one first.
pub(crate) fn schemes(_operation: &str) -> Vec<AuthSchemeOption> {
    vec![AuthSchemeOption::from(sigv4::SCHEME_ID)]
}
