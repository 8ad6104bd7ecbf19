//! Types of the emitted functions.

use proc_macro2::TokenStream;
use quote::quote;

/// Emits the result of rules.
pub(super) fn result_ty() -> TokenStream {
    quote! {
        ::std::result::Result<
            ::aws_smithy_types::endpoint::Endpoint,
            ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError,
        >
    }
}
