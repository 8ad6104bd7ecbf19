//! Customizations of operations and services: traits, interceptors, steps of `http_request`, and parts of the operation's
//! implementation.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::token::{ident, path};
use crate::plan::{
    CratePlan, InputChange, OperationPlan, PresignedCopyPlan, RawDate, ServiceCustomization, StructPlan,
    StructRole,
};

/// Emits the traits by which the runtime customizes an operation.
pub(super) fn traits(plan: &OperationPlan) -> TokenStream {
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
pub(super) fn input_step(plan: &OperationPlan) -> Option<TokenStream> {
    (!plan.customization.input.is_empty())
        .then(|| quote!(let input = &::tinsmith_runtime::protocol::adapted::<Self>(input);))
}

/// Emits the step of `http_request` that changes the endpoint.
pub(super) fn endpoint_step(plan: &OperationPlan) -> Option<TokenStream> {
    let endpoint = plan.customization.endpoint.as_ref();
    endpoint.map(|_| quote!(::tinsmith_runtime::protocol::redirect::<Self>(&mut request, input)?;))
}

/// Emits the interceptors.
pub(super) fn interceptors(plan: &OperationPlan) -> impl Iterator<Item = TokenStream> {
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
pub(super) fn auth_schemes(plan: &OperationPlan) -> Option<TokenStream> {
    let copy = plan.customization.presigned_copy.as_ref();
    copy.map(|_| quote!(, [::tinsmith_runtime::orchestrator::PresigningScheme::new()]))
}

/// Emits the changes of serialized requests.
pub(super) fn request_changes(plan: &OperationPlan) -> Vec<TokenStream> {
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
pub(super) fn checks(plan: &OperationPlan) -> impl Iterator<Item = TokenStream> {
    plan.customization.not_empty.iter().map(|field| {
        let (name, wire_name) = (ident(&field.name), &field.wire_name);
        quote!(::tinsmith_runtime::protocol::require_text(&input.#name, #wire_name, Self::NAME))
    })
}

/// Emits the methods about responses of the operation's implementation.
pub(super) fn response_methods(plan: &OperationPlan) -> TokenStream {
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
                ::tinsmith_runtime::protocol::is_xml_error(response)
            }
        }
    });
    quote!(#adapt #is_error)
}

/// Emits the customization of the service.
pub(super) fn of_service(customization: &ServiceCustomization) -> TokenStream {
    let ty = quote!(::tinsmith_runtime::service::Customization);
    if *customization == ServiceCustomization::default() {
        return quote!(#ty::NONE);
    }
    let signing = customization.signing.map(|signing| {
        let (double, normalize) = (signing.double_uri_encode, signing.normalize_uri_path);
        let hash = signing.content_sha256_header;
        quote! {
            signing: ::tinsmith_runtime::service::Signing {
                double_uri_encode: #double,
                normalize_uri_path: #normalize,
                content_sha256_header: #hash,
            },
        }
    });
    let codes = &customization.transient_errors;
    let transient = (!codes.is_empty()).then(|| quote!(transient_errors: &[#(#codes),*],));
    let not_found =
        customization.not_found_code.map(|code| quote!(not_found_code: ::std::option::Option::Some(#code),));
    let message = customization
        .error_message_key
        .map(|key| quote!(error_message_key: ::std::option::Option::Some(#key),));
    let extended = customization.has_extended_request_id.then(|| quote!(has_extended_request_id: true,));
    let retries = customization.retries.map(|retries| {
        let attempts = Literal::u32_unsuffixed(retries.max_attempts);
        let backoff = Literal::u64_unsuffixed(retries.initial_backoff);
        quote! {
            retries: ::std::option::Option::Some(::tinsmith_runtime::service::Retries {
                max_attempts: #attempts,
                initial_backoff: #backoff,
            }),
        }
    });
    quote!(#ty { #signing #transient #not_found #message #extended #retries ..#ty::NONE })
}

/// Emits the export of the trait for extended request ids.
pub(super) fn exports(plan: &CratePlan) -> Option<TokenStream> {
    plan.service.customization.has_extended_request_id.then(|| {
        quote!(
            pub use ::tinsmith_runtime::error::RequestIdExt;
        )
    })
}

/// Emits the trait for extended request ids of an error.
pub(super) fn extended_request_id(name: &str, has_one: bool) -> Option<TokenStream> {
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
pub(super) fn extended_request_id_field(plan: &StructPlan) -> Option<(proc_macro2::Ident, TokenStream)> {
    (plan.has_extended_request_id && plan.role == StructRole::Output)
        .then(|| (ident("_extended_request_id"), quote!(::std::option::Option<::std::string::String>)))
}
