//! Parts of the implementation of a customized operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::ident;
use crate::plan::{OperationPlan, RawDate};

/// Emits the changes of serialized requests.
pub(in crate::emit) fn request_changes(plan: &OperationPlan) -> Vec<TokenStream> {
    let customization = &plan.customization;
    let headers = customization
        .headers
        .iter()
        .map(|(name, value)| quote!(::tinsmith_runtime::protocol::set_header(request, #name, #value);));
    let form = customization
        .is_query_sent_as_form
        .then(|| quote!(::tinsmith_runtime::protocol::query_as_form(request);));
    let source = customization.presigned_copy.as_ref().filter(|copy| !copy.sends_source).map(|copy| {
        let parameter = &copy.source.wire_name;
        quote!(::tinsmith_runtime::protocol::remove_parameter(request, #parameter);)
    });
    headers.chain(form).chain(source).collect()
}

/// Emits the checks of members that must not be empty.
pub(in crate::emit) fn checks(plan: &OperationPlan) -> impl Iterator<Item = TokenStream> {
    plan.customization.not_empty.iter().map(|field| {
        let (name, wire_name) = (ident(&field.name), &field.wire_name);
        quote!(::tinsmith_runtime::protocol::require_text(&input.#name, #wire_name, Self::NAME))
    })
}

/// Emits the methods about responses of the operation's implementation.
pub(in crate::emit) fn response_methods(plan: &OperationPlan) -> TokenStream {
    let customization = &plan.customization;
    let response = quote!(::aws_smithy_runtime_api::client::orchestrator::HttpResponse);
    let adapt = (!customization.raw_dates.is_empty()).then(|| {
        let dates = customization.raw_dates.iter().map(|RawDate { name, raw_name }| {
            quote!(::tinsmith_runtime::protocol::keep_raw_date(response, #name, #raw_name);)
        });
        quote! {
            #[inline]
            fn adapt_response(response: &mut #response) { #(#dates)* }
        }
    });
    let is_error = customization.has_errors_with_success.then(|| {
        quote! {
            #[inline]
            fn is_error(response: &#response) -> bool {
                ::tinsmith_runtime::protocol::is_xml_error::<Self>(response)
            }
        }
    });
    quote!(#adapt #is_error)
}
