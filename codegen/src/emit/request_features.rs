//! Request features of operations: traits, interceptors, and the steps of `http_request`.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{ident, path};
use super::{checksum, customization};
use crate::plan::{ChecksumPlan, HostPart, OperationPlan, Scheme, SignedPayload};

/// Emits the traits by which the runtime handles request features.
pub(super) fn traits(plan: &OperationPlan) -> TokenStream {
    let tokens = (!plan.request_features.tokens.is_empty()).then(|| idempotent(plan));
    let prefixed = plan.request_features.host_prefix.as_ref().map(|parts| prefixed(plan, parts));
    let checksummed = checksum::traits(plan);
    quote!(#tokens #prefixed #checksummed)
}

fn idempotent(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let fields = plan.request_features.tokens.iter().map(|field| ident(field));
    quote! {
        impl ::tinsmith_runtime::protocol::Idempotent for #name {
            fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> ::std::string::String) {
                #(input.#fields.get_or_insert_with(make);)*
            }
        }
    }
}

fn prefixed(plan: &OperationPlan, parts: &[HostPart]) -> TokenStream {
    let name = ident(&plan.name);
    let (input, prefix) = match parts {
        [HostPart::Literal(text)] => (quote!(_input), quote!(#text)),
        parts => {
            let parts = parts.iter().map(|part| host_part(part, &plan.wire_name));
            (quote!(input), quote!([#(#parts),*].concat()))
        }
    };
    quote! {
        impl ::tinsmith_runtime::protocol::Prefixed for #name {
            fn host_prefix(
                #input: &Self::Input,
            ) -> ::std::result::Result<
                ::aws_smithy_runtime_api::client::endpoint::EndpointPrefix,
                ::aws_smithy_types::error::operation::BuildError,
            > {
                ::tinsmith_runtime::protocol::endpoint_prefix(#prefix)
            }
        }
    }
}

/// Emits a string literal, or an expression that returns a string.
fn host_part(part: &HostPart, operation: &str) -> TokenStream {
    match part {
        HostPart::Literal(text) => quote!(#text),
        HostPart::Label { field, wire_name, enumeration } => {
            let field = ident(field);
            let text = match enumeration.as_ref().map(path) {
                Some(enumeration) => quote!(as_ref().map(#enumeration::as_str)),
                None => quote!(as_deref()),
            };
            quote!(::tinsmith_runtime::protocol::host_label(input.#field.#text, #wire_name, #operation)?)
        }
    }
}

/// Emits the step of `http_request` that sets idempotency tokens. An input with a stream is owned, others are copied.
fn token_step(plan: &OperationPlan) -> Option<TokenStream> {
    (!plan.request_features.tokens.is_empty()).then(|| match plan.input.stream() {
        Some(_) => quote!(::tinsmith_runtime::protocol::set_token::<Self>(&mut input);),
        None => quote!(let input = &::tinsmith_runtime::protocol::with_token::<Self>(input);),
    })
}

/// Emits the body of `http_request`.
pub(super) fn http_request(plan: &OperationPlan) -> TokenStream {
    let features = &plan.request_features;
    let streams = plan.input.stream().is_some();
    let (adapted, token) = (customization::input_step(plan), token_step(plan));
    let response_checksum = checksum::input_step(plan);
    let (request, input) = if streams {
        let request = quote!(::tinsmith_runtime::protocol::streaming_request::<Self>(&mut input, endpoint));
        (request, quote!(&input))
    } else {
        (quote!(::tinsmith_runtime::protocol::http_request::<Self>(input, endpoint)), quote!(input))
    };
    let redirection = customization::endpoint_step(plan);
    let prefix = features
        .host_prefix
        .as_ref()
        .map(|_| quote!(::tinsmith_runtime::protocol::prefix_host::<Self>(&mut request, #input)?;));
    let compression = features
        .is_compressed
        .then(|| quote!(::tinsmith_runtime::protocol::compress_request(&mut request)?;));
    let checksum = checksum::request_step(plan);
    let hash = customization::hash_step(plan);
    let steps: Vec<_> = [redirection, prefix, compression, checksum, hash].into_iter().flatten().collect();
    if steps.is_empty() {
        return quote!(#adapted #token #response_checksum #request);
    }
    quote! {
        #adapted
        #token
        #response_checksum
        let mut request = #request?;
        #(#steps)*
        ::std::result::Result::Ok(request)
    }
}

/// Returns the notes of the documentation of `http_request` for the operation.
pub(super) fn notes(plan: &OperationPlan) -> Vec<String> {
    let features = &plan.request_features;
    let mut notes = vec![authentication(&features.schemes)];
    if features.payload == SignedPayload::Unsigned {
        notes.push(
            "The signature need not cover the body: sign `UNSIGNED-PAYLOAD` instead of its hash.".to_owned(),
        );
    }
    if !features.tokens.is_empty() {
        notes.push(
            "If the input has no idempotency token, the request has a random one, which differs at each\n\
             call of this function. To retry, send the same request again."
                .to_owned(),
        );
    }
    if plan.customization.has_tree_hash {
        notes.push(
            "Headers have the hashes of a body that is in memory. Add those of another body, which the service\n\
             requires: `x-amz-content-sha256` and `x-amz-sha256-tree-hash`."
                .to_owned(),
        );
    }
    notes.extend(checksum::note(plan));
    if features.is_compressed {
        notes.push("A body of 10240 bytes or more is compressed.".to_owned());
    }
    notes
}

/// Returns the note on what is left to the caller.
fn authentication(schemes: &[Scheme]) -> String {
    let names: Vec<String> = schemes.iter().filter_map(scheme_name).collect();
    let is_optional = schemes.contains(&Scheme::NoAuth);
    let verb = format!("authenticate the request by {}", names.join(", or by "));
    wrapped(&match names.as_slice() {
        [] => "Nothing is sent: send the request, which needs no signature, with any HTTP client.".to_owned(),
        [_] if schemes[0] == Scheme::SigV4 && is_optional => {
            "Nothing is sent: sign the request, if there are credentials, and send it with any HTTP client."
                .to_owned()
        }
        [_] if schemes[0] == Scheme::SigV4 => {
            "Nothing is sent: sign the request and send it with any HTTP client.".to_owned()
        }
        _ if is_optional => {
            format!("Nothing is sent: {verb}, if there is an identity. Send it with any HTTP client.")
        }
        _ => format!("Nothing is sent: {verb}. Send it with any HTTP client."),
    })
}

/// Breaks a text into lines.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < MAX_LINE => *line += &format!(" {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Maximum length of a line of notes.
const MAX_LINE: usize = 92;

/// Returns the name of a scheme in documentation.
fn scheme_name(scheme: &Scheme) -> Option<String> {
    Some(match scheme {
        Scheme::SigV4 => "signature version 4".to_owned(),
        Scheme::SigV4a => "signature version 4a".to_owned(),
        Scheme::SigV4Session => "signature version 4 with a session".to_owned(),
        Scheme::SigV2 => "signature version 2".to_owned(),
        Scheme::HttpApiKey(plan) => format!("an API key in the {}", plan.doc),
        Scheme::HttpBasic => "user name and password (HTTP basic authentication)".to_owned(),
        Scheme::HttpBearer => "a bearer token".to_owned(),
        Scheme::NoAuth => return None,
    })
}

/// Emits the interceptors that the operation adds to those of every operation.
pub(super) fn interceptors(plan: &OperationPlan) -> Vec<TokenStream> {
    let operation = path(&plan.path);
    let features = &plan.request_features;
    let of = |interceptor: &str| {
        let interceptor = ident(interceptor);
        quote!(::tinsmith_runtime::interceptors::#interceptor::of::<#operation>())
    };
    let token = (!features.tokens.is_empty()).then(|| of("IdempotencyToken"));
    let prefix = features.host_prefix.as_ref().map(|_| of("HostPrefix"));
    let compression =
        features.is_compressed.then(|| quote!(::tinsmith_runtime::interceptors::RequestCompression));
    let md5 = matches!(features.checksum, Some(ChecksumPlan::ContentMd5))
        .then(|| quote!(::tinsmith_runtime::interceptors::ContentMd5));
    let checksums = checksum::interceptors(plan).map(of);
    let request =
        features.has_sensitive_request.then(|| quote!(::tinsmith_runtime::interceptors::SensitiveRequest));
    let response =
        features.has_sensitive_response.then(|| quote!(::tinsmith_runtime::interceptors::SensitiveResponse));
    let before = [token, prefix, compression, md5].into_iter().flatten();
    let after = [request, response].into_iter().flatten();
    customization::interceptors(plan).chain(before).chain(checksums).chain(after).collect()
}
