//! Traits, interceptors and steps of `http_request` of a customized operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use crate::plan::{InputChange, OperationPlan, PresignedCopyPlan};

/// Emits the traits by which the runtime customizes an operation.
pub(in crate::emit) fn traits(plan: &OperationPlan) -> TokenStream {
    let customization = &plan.customization;
    let adapted = (!customization.input.is_empty()).then(|| adapted(plan));
    let redirected = customization.endpoint.as_ref().map(|field| redirected(plan, &field.name));
    let copy = customization.presigned_copy.as_ref().map(|copy| cross_region_copy(plan, copy));
    quote!(#adapted #redirected #copy)
}

fn adapted(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let changes = plan.customization.input.iter().map(|change| match change {
        InputChange::TrimPrefix { field, prefixes } => {
            let field = ident(field);
            quote!(::tinsmith_runtime::protocol::trim_prefix(&mut input.#field, &[#(#prefixes),*]);)
        }
        InputChange::SetDefault { field, value } => {
            let field = ident(field);
            quote!(::tinsmith_runtime::protocol::set_default(&mut input.#field, #value);)
        }
    });
    quote! {
        impl ::tinsmith_runtime::protocol::Adapted for #name {
            #[inline]
            fn adapt_input(input: &mut Self::Input) { #(#changes)* }
        }
    }
}

fn redirected(plan: &OperationPlan, field: &str) -> TokenStream {
    let (name, field) = (ident(&plan.name), ident(field));
    quote! {
        impl ::tinsmith_runtime::protocol::Redirected for #name {
            #[inline]
            fn endpoint(input: &Self::Input) -> ::std::option::Option<&str> { input.#field.as_deref() }
        }
    }
}

fn cross_region_copy(plan: &OperationPlan, copy: &PresignedCopyPlan) -> TokenStream {
    let PresignedCopyPlan { source, url, sends_destination, .. } = copy;
    let (name, source) = (ident(&plan.name), ident(&source.name));
    let (url, parameter) = (ident(&url.name), &url.wire_name);
    quote! {
        impl ::tinsmith_runtime::protocol::CrossRegionCopy for #name {
            const URL: &'static str = #parameter;
            const SENDS_DESTINATION: bool = #sends_destination;
            #[inline]
            fn source_region(input: &Self::Input) -> ::std::option::Option<&str> {
                input.#source.as_deref().filter(|_| input.#url.is_none())
            }
        }
    }
}

/// Emits the step of `http_request` before the request exists.
pub(in crate::emit) fn input_step(plan: &OperationPlan) -> Option<TokenStream> {
    (!plan.customization.input.is_empty()).then(|| match plan.input.stream() {
        Some(_) => quote!(<Self as ::tinsmith_runtime::protocol::Adapted>::adapt_input(&mut input);),
        None => quote!(let input = &::tinsmith_runtime::protocol::adapted::<Self>(input);),
    })
}

/// Emits the step of `http_request` that changes the endpoint.
pub(in crate::emit) fn endpoint_step(plan: &OperationPlan) -> Option<TokenStream> {
    let input = if plan.input.stream().is_some() { quote!(&input) } else { quote!(input) };
    let endpoint = plan.customization.endpoint.as_ref();
    endpoint.map(|_| quote!(::tinsmith_runtime::protocol::redirect::<Self>(&mut request, #input)?;))
}

/// Emits the interceptors.
pub(in crate::emit) fn interceptors(plan: &OperationPlan) -> impl Iterator<Item = TokenStream> {
    let customization = &plan.customization;
    let operation = path(&plan.path);
    let needed = [
        ("InputAdaptation", !customization.input.is_empty()),
        ("Redirection", customization.endpoint.is_some()),
        ("PresignedCopy", customization.presigned_copy.is_some()),
        ("ResponseAdaptation", !customization.raw_dates.is_empty()),
    ];
    needed.into_iter().filter(|(_, is_needed)| *is_needed).map(move |(interceptor, _)| {
        let interceptor = ident(interceptor);
        quote!(::tinsmith_runtime::interceptors::#interceptor::of::<#operation>())
    })
}

/// Emits the authentication schemes that the operation has instead of those of the client, as a list.
pub(in crate::emit) fn auth_schemes(plan: &OperationPlan) -> Option<TokenStream> {
    let copy = plan.customization.presigned_copy.as_ref();
    copy.map(|_| quote!(, [::tinsmith_runtime::orchestrator::PresigningScheme::new()]))
}
