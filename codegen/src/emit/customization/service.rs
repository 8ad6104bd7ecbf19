//! The customization of a service, as a value.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::endpoint::setting_sources;
use crate::plan::endpoint::EndpointPlan;
use crate::plan::{OperationPlan, ServiceCustomization};

/// Emits the customization of the service.
pub(in crate::emit) fn of_service(
    customization: &ServiceCustomization,
    operations: &[OperationPlan],
    endpoint: &EndpointPlan,
) -> TokenStream {
    let ty = quote!(::tinsmith_runtime::service::Customization);
    let has_sessions = operations.iter().any(|operation| operation.customization.session.is_some());
    if *customization == ServiceCustomization::default() && !has_sessions {
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
    // Not in full, which would import modules that exist only with the feature `client`.
    let settings = (!setting_sources(endpoint, customization).is_empty()).then(|| {
        quote! {
            #[cfg(feature = "client")]
            settings: ::std::option::Option::Some(self::endpoint::settings::copy_settings),
        }
    });
    let session = has_sessions.then(|| {
        quote! {
            #[cfg(feature = "client")]
            session: ::std::option::Option::Some(self::auth::SESSION),
        }
    });
    quote!(#ty { #signing #transient #not_found #message #extended #retries #settings #session ..#ty::NONE })
}
