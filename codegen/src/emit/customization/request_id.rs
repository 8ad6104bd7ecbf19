//! Extended request ids.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::super::token::ident;
use crate::plan::{CratePlan, StructPlan, StructRole};

/// Emits the export of the trait for extended request ids.
pub(in crate::emit) fn exports(plan: &CratePlan) -> Option<TokenStream> {
    plan.service.customization.has_extended_request_id.then(|| {
        quote!(
            pub use ::tinsmith_runtime::error::RequestIdExt;
        )
    })
}

/// Emits the trait for extended request ids of an error.
pub(in crate::emit) fn extended_request_id(name: &str, has_one: bool) -> Option<TokenStream> {
    let name = ident(name);
    has_one.then(|| {
        quote! {
            impl ::tinsmith_runtime::error::RequestIdExt for #name {
                fn extended_request_id(&self) -> ::std::option::Option<&str> {
                    ::tinsmith_runtime::error::RequestIdExt::extended_request_id(
                        ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self),
                    )
                }
            }
        }
    })
}

/// Emits the field of outputs with the extended request id.
pub(in crate::emit) fn extended_request_id_field(plan: &StructPlan) -> Option<(Ident, TokenStream)> {
    (plan.has_extended_request_id && plan.role == StructRole::Output)
        .then(|| (ident("_extended_request_id"), quote!(::std::option::Option<::std::string::String>)))
}
