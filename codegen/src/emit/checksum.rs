//! Checksums of requests and responses: traits, interceptors, and the steps of `http_request`.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::ident;
use crate::plan::{ChecksumField, ChecksumPlan, OperationPlan, ResponseChecksumPlan};

/// Emits the traits by which the runtime handles checksums.
pub(super) fn traits(plan: &OperationPlan) -> TokenStream {
    let request = of_requests(plan);
    let response = plan.request_features.response_checksum.as_ref();
    let response = response.map(|checksum| of_responses(plan, checksum));
    quote!(#request #response)
}

fn of_requests(plan: &OperationPlan) -> Option<TokenStream> {
    let ChecksumPlan::Flexible { algorithm, header, is_required } =
        plan.request_features.checksum.as_ref()?
    else {
        return None;
    };
    let name = ident(&plan.name);
    let input = if algorithm.is_some() { quote!(input) } else { quote!(_input) };
    let chosen = algorithm.as_ref().map_or_else(|| quote!(::std::option::Option::None), text);
    let header = header.as_ref().map(|header| {
        quote! {
            const ALGORITHM_HEADER: ::std::option::Option<&'static str> = ::std::option::Option::Some(#header);
        }
    });
    Some(quote! {
        impl ::tinsmith_runtime::protocol::Checksummed for #name {
            const REQUIRED: bool = #is_required;
            #header
            fn algorithm(#input: &Self::Input) -> ::std::option::Option<&str> { #chosen }
        }
    })
}

fn of_responses(plan: &OperationPlan, checksum: &ResponseChecksumPlan) -> TokenStream {
    let (name, algorithms) = (ident(&plan.name), &checksum.algorithms);
    let mode = checksum.mode.as_ref().map(|field| {
        let (name, mode) = (ident(&field.name), text(field));
        let enabled = quote!(::tinsmith_runtime::protocol::ENABLED);
        let value = quote!(::std::convert::Into::into(#enabled));
        let value = if field.is_optional { quote!(::std::option::Option::Some(#value)) } else { value };
        quote! {
            fn asks(input: &Self::Input) -> bool {
                #mode == ::std::option::Option::Some(#enabled)
            }
            fn ask(input: &mut Self::Input) {
                input.#name = #value;
            }
        }
    });
    quote! {
        impl ::tinsmith_runtime::protocol::ResponseChecksummed for #name {
            const ALGORITHMS: &'static [&'static str] = &[#(#algorithms),*];
            #mode
        }
    }
}

/// Emits the value of a field of `input`, as `Option<&str>`.
fn text(field: &ChecksumField) -> TokenStream {
    let name = ident(&field.name);
    match (field.is_optional, field.is_enum) {
        (true, true) => quote!(input.#name.as_ref().map(|value| value.as_str())),
        (true, false) => quote!(input.#name.as_deref()),
        (false, _) => quote!(::std::option::Option::Some(input.#name.as_str())),
    }
}

/// Emits the step of `http_request` that asks for the checksum of the response. An input with a stream is owned, others
/// are copied.
pub(super) fn input_step(plan: &OperationPlan) -> Option<TokenStream> {
    let mode = plan.request_features.response_checksum.as_ref()?.mode.as_ref();
    mode.map(|_| match plan.input.stream() {
        Some(_) => quote!(<Self as ::tinsmith_runtime::protocol::ResponseChecksummed>::ask(&mut input);),
        None => quote!(let input = &::tinsmith_runtime::protocol::with_response_checksum::<Self>(input);),
    })
}

/// Emits the step of `http_request` that adds the checksum.
pub(super) fn request_step(plan: &OperationPlan) -> Option<TokenStream> {
    Some(match (plan.request_features.checksum.as_ref()?, plan.input.stream()) {
        (ChecksumPlan::ContentMd5, _) => {
            quote!(::tinsmith_runtime::protocol::add_content_md5(&mut request)?;)
        }
        (ChecksumPlan::Flexible { .. }, None) => {
            quote!(::tinsmith_runtime::protocol::add_checksum::<Self>(&mut request, input)?;)
        }
        (ChecksumPlan::Flexible { .. }, Some(_)) => {
            quote!(::tinsmith_runtime::protocol::add_stream_checksum::<Self>(&mut request, &input)?;)
        }
    })
}

/// Returns the notes of the documentation of `http_request`.
pub(super) fn note(plan: &OperationPlan) -> Option<String> {
    let is_flexible = matches!(plan.request_features.checksum, Some(ChecksumPlan::Flexible { .. }));
    (is_flexible && plan.input.stream().is_some()).then(|| {
        "A stream that is not in memory has its checksum in a trailer, in the encoding `aws-chunked`: sign\n\
         `STREAMING-UNSIGNED-PAYLOAD-TRAILER` instead of the hash of the body, with this value in the header\n\
         `x-amz-content-sha256`, and send the request with TLS. Its length must be known."
            .to_owned()
    })
}

/// Returns the note of the documentation of `parse_response`.
pub(super) fn response_note(plan: &OperationPlan) -> Option<&'static str> {
    plan.request_features.response_checksum.as_ref().map(|_| match plan.output.stream() {
        Some(_) => {
            "If the response has a checksum, a body without it is an error: now if it is in memory, or else when\n\
             it is read."
        }
        None => "If the response has a checksum, a body without it is an error.",
    })
}

/// Returns the function of the runtime that parses responses.
pub(super) fn parse_function(plan: &OperationPlan) -> &'static str {
    match (plan.output.stream(), &plan.request_features.response_checksum) {
        (None, None) => "parse_response",
        (None, Some(_)) => "parse_checked_response",
        (Some(_), None) => "parse_streaming_response",
        (Some(_), Some(_)) => "parse_checked_streaming_response",
    }
}

/// Returns the interceptors.
pub(super) fn interceptors(plan: &OperationPlan) -> impl Iterator<Item = &'static str> {
    let request = match (&plan.request_features.checksum, plan.input.stream()) {
        (Some(ChecksumPlan::Flexible { .. }), None) => Some("RequestChecksum"),
        (Some(ChecksumPlan::Flexible { .. }), Some(_)) => Some("StreamChecksum"),
        (Some(ChecksumPlan::ContentMd5) | None, _) => None,
    };
    let response = plan.request_features.response_checksum.as_ref().map(|_| "ResponseChecksum");
    request.into_iter().chain(response)
}
