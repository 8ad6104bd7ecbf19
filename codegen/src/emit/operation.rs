//! Operations: the type, its functions, and the trait by which the runtime handles it.

use proc_macro2::TokenStream;
use quote::quote;

use super::endpoint::operation_params;
use super::token::{deprecated, doc, ident, module_doc, path};
use super::{checksum, customization, event_stream, request_features, schema, structure};
use crate::plan::{CratePlan, ErrorVariant, FieldPlan, OperationPlan, RustType, SignedPayload};

/// Emits the module of an operation.
pub(super) fn operation(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let modules = modules(plan);
    let definition = definition(plan);
    let functions = functions(plan);
    let operation_impl = operation_impl(plan, krate);
    let features = request_features::traits(plan);
    let customizations = customization::traits(plan);
    let schema = schema::operation(plan);
    quote!(#modules #definition #functions #operation_impl #features #customizations #schema)
}

fn modules(plan: &OperationPlan) -> TokenStream {
    let paginator = plan.paginator.as_ref().map(|_| {
        quote! {
            #[doc = " Paginator of the operation."]
            #[cfg(feature = "client")]
            pub mod paginator;
        }
    });
    let (input, output) = (ident(&plan.input.path.name), ident(&plan.output.path.name));
    let error = ident(&plan.error.name);
    quote! {
        pub mod builders;
        mod error;
        #[cfg(feature = "client")]
        mod fluent_builder;
        mod input;
        mod output;
        #paginator
        pub use self::error::#error;
        pub use self::input::#input;
        pub use self::output::#output;
    }
}

fn definition(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    // To the variants: the types may be in scope under their names, and rustdoc warns of redundant links.
    let errors = errors_doc(plan, |error| format!("{}::{}", plan.error.name, error.path.name));
    let errors = errors.map(|errors| doc(&format!("\n{errors}")));
    let method = format!(" [`Client::{0}`](crate::client::Client::{0}) sends it.", plan.module);
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        #documentation
        #[doc = ""]
        #[cfg_attr(feature = "client", doc = #method)]
        #errors
        #deprecated
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;
    }
}

/// Returns a section about the errors that the model lists, with links to `target`.
pub(super) fn errors_doc(plan: &OperationPlan, target: impl Fn(&ErrorVariant) -> String) -> Option<String> {
    let error = |error: &ErrorVariant| {
        format!("- [`{}`]({}): {}", error.path.name, target(error), error.doc.replace('\n', " "))
    };
    let errors: Vec<_> = plan.errors.iter().map(error).collect();
    (!errors.is_empty()).then(|| format!("# Errors of the service\n\n{}", errors.join("\n")))
}

const RESPONSE_DOC: &str = "Parses a complete HTTP response.";

const STREAMING_RESPONSE_DOC: &str = "\
Parses the head of an HTTP response. Its body becomes that of the output and is not read.

The body of an error must be in memory, as that of `ByteStream::from` bytes. Otherwise, the result is an
error without code and message: collect the body of a response whose status is not that of a success.";

/// Returns the documentation of `parse_response`.
fn response_doc(plan: &OperationPlan) -> String {
    let (summary, part) = match plan.output.stream() {
        Some(_) => (STREAMING_RESPONSE_DOC, "head"),
        None => (RESPONSE_DOC, "response"),
    };
    let note = checksum::response_note(plan).map(|note| format!("{note}\n\n")).unwrap_or_default();
    format!(
        "\
{summary}

{note}# Errors

Returns an error if the service responded with one, or if the {part} cannot be read."
    )
}

/// Returns the documentation of `http_request`.
fn request_doc(plan: &OperationPlan) -> String {
    let notes = request_features::notes(plan).join("\n\n");
    format!(
        "\
Builds the unsigned HTTP request for an endpoint that
[`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) returns.

{notes}

# Errors

Returns an error if a required member is not set or a value cannot be serialized."
    )
}

/// Emits the inherent functions, which perform no I/O.
fn functions(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let (request, response) = (http_request(plan), parse_response(plan));
    let params = operation_params(plan);
    quote! {
        impl #name {
            #[doc = " Creates the operation, for use as a runtime plugin."]
            #[inline]
            pub fn new() -> Self {
                Self
            }
            #request
            #response
            #params
        }
    }
}

fn http_request(plan: &OperationPlan) -> TokenStream {
    let (input, documentation) = (path(&plan.input.path), doc(&request_doc(plan)));
    let body = request_features::http_request(plan);
    let (parameter, body_ty) = if plan.input.stream().is_some() {
        (quote!(mut input: #input), quote!(::aws_smithy_types::byte_stream::ByteStream))
    } else {
        (quote!(input: &#input), quote!(::bytes::Bytes))
    };
    quote! {
        #documentation
        #[inline]
        pub fn http_request(
            #parameter,
            endpoint: &::aws_smithy_types::endpoint::Endpoint,
        ) -> ::std::result::Result<
            ::http::Request<#body_ty>,
            ::aws_smithy_types::error::operation::BuildError,
        > {
            #body
        }
    }
}

fn parse_response(plan: &OperationPlan) -> TokenStream {
    let (output, error) = (path(&plan.output.path), path(&plan.error));
    let response = match plan.output.stream() {
        Some(_) => quote!(::http::Response<::aws_smithy_types::byte_stream::ByteStream>),
        None => quote!(&::http::Response<::bytes::Bytes>),
    };
    let (documentation, parse) = (doc(&response_doc(plan)), ident(checksum::parse_function(plan)));
    quote! {
        #documentation
        #[inline]
        pub fn parse_response(response: #response) -> ::std::result::Result<#output, #error> {
            ::tinsmith_runtime::protocol::#parse::<Self>(response)
        }
    }
}

/// Emits the implementation of the runtime's trait for operations.
fn operation_impl(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let (name, wire_name) = (ident(&plan.name), &plan.wire_name);
    let (input, output, error) = (path(&plan.input.path), path(&plan.output.path), path(&plan.error));
    let sensitive = plan.request_features.has_sensitive_response.then(|| {
        quote!(
            const HAS_SENSITIVE_RESPONSE: bool = true;
        )
    });
    let is_unsigned = plan.request_features.payload == SignedPayload::Unsigned;
    let unsigned = is_unsigned.then(|| {
        quote!(
            const HAS_UNSIGNED_PAYLOAD: bool = true;
        )
    });
    let check_input = check_input(plan);
    let (stream_constants, stream_methods) = streams(plan, krate);
    let adapt_request = adapt_request(plan, krate);
    let response_methods = customization::response_methods(plan);
    let read_error = read_error(plan);
    let schema = path(&plan.schema);
    quote! {
        impl ::tinsmith_runtime::protocol::Operation for #name {
            type Input = #input;
            type Output = #output;
            type Error = #error;
            const NAME: &'static str = #wire_name;
            #sensitive
            #unsigned
            #stream_constants
            #[inline]
            fn service() -> &'static ::tinsmith_runtime::service::Service {
                &crate::service::SERVICE
            }
            #[inline]
            fn schema() -> &'static ::aws_smithy_schema::OperationSchema<'static> {
                &#schema
            }
            #check_input
            #stream_methods
            #adapt_request
            #response_methods
            #read_error
        }
    }
}

/// Emits constants and the methods that move the bodies of requests and responses.
fn streams(plan: &OperationPlan, krate: &CratePlan) -> (TokenStream, TokenStream) {
    let (input, output) = (plan.input.stream(), plan.output.stream());
    let (take, set) = (input.map(take_body), output.map(set_body));
    let constant = output.is_some().then(|| {
        quote!(
            const STREAMS_RESPONSE: bool = true;
        )
    });
    let events = event_stream::constants(input, output, krate.service.protocol);
    (quote!(#constant #events), quote!(#take #set))
}

fn take_body(field: &FieldPlan) -> TokenStream {
    if field.ty != RustType::ByteStream {
        return event_stream::take_events(field);
    }
    let field = ident(&field.name);
    quote! {
        #[inline]
        fn take_body(
            input: &mut Self::Input,
        ) -> ::std::option::Option<::aws_smithy_types::byte_stream::ByteStream> {
            ::std::option::Option::Some(::std::mem::take(&mut input.#field))
        }
    }
}

fn set_body(field: &FieldPlan) -> TokenStream {
    if field.ty != RustType::ByteStream {
        return event_stream::set_events(field);
    }
    let field = ident(&field.name);
    quote! {
        #[inline]
        fn set_body(output: &mut Self::Output, body: ::aws_smithy_types::byte_stream::ByteStream) {
            output.#field = body;
        }
    }
}

fn check_input(plan: &OperationPlan) -> TokenStream {
    let required = plan.input.fields.iter().filter(|field| field.is_checked);
    let required = required.filter(|field| !plan.customization.checks(&field.name)).map(|field| {
        let (name, wire_name) = (ident(&field.name), &field.wire_name);
        quote!(::tinsmith_runtime::protocol::require(&input.#name, #wire_name, Self::NAME))
    });
    let required: Vec<_> = required.chain(customization::checks(plan)).collect();
    let (input, body) = match required.split_last() {
        Some((last, others)) => (quote!(input), quote!(#(#others?;)* #last)),
        None => (quote!(_input), quote!(::std::result::Result::Ok(()))),
    };
    quote! {
        #[inline]
        fn check_input(
            #input: &Self::Input,
        ) -> ::std::result::Result<(), ::aws_smithy_types::error::operation::BuildError> {
            #body
        }
    }
}

/// Emits the changes of requests that protocols do not make: for services that have moved from AWS Query, for operations
/// without an input, and customizations.
fn adapt_request(plan: &OperationPlan, krate: &CratePlan) -> Option<TokenStream> {
    let query = krate.service.is_query_compatible.then(|| {
        quote!(
            ::tinsmith_runtime::protocol::ask_for_query_errors(request);
        )
    });
    let no_input = (!plan.has_input).then(|| {
        quote!(
            ::tinsmith_runtime::protocol::without_body(request, protocol);
        )
    });
    let changes = customization::request_changes(plan);
    let protocol = if plan.has_input { quote!(_protocol) } else { quote!(protocol) };
    (query.is_some() || no_input.is_some() || !changes.is_empty()).then(|| {
        quote! {
            #[inline]
            fn adapt_request(
                request: &mut ::aws_smithy_runtime_api::client::orchestrator::HttpRequest,
                #protocol: &::aws_smithy_schema::protocol::SharedClientProtocol,
            ) {
                #query
                #no_input
                #(#changes)*
            }
        }
    })
}

fn read_error(plan: &OperationPlan) -> TokenStream {
    let error = path(&plan.error);
    let arms = plan.errors.iter().map(|ErrorVariant { path: ty, codes, .. }| {
        let (ty, variant) = (path(ty), ident(&ty.name));
        quote!(#(#codes)|* => #error::#variant(#ty::from_wire(reader, metadata)?),)
    });
    let (code, reader, metadata, body) = if plan.errors.is_empty() {
        (
            quote!(_code),
            quote!(_reader),
            quote!(_metadata),
            quote!(::std::result::Result::Ok(::std::option::Option::None)),
        )
    } else {
        let body = quote! {
            let error = match code {
                #(#arms)*
                _ => return ::std::result::Result::Ok(::std::option::Option::None),
            };
            ::std::result::Result::Ok(::std::option::Option::Some(error))
        };
        (quote!(code), quote!(reader), quote!(metadata), body)
    };
    quote! {
        #[inline]
        fn read_error(
            #code: &str,
            #reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
            #metadata: &::aws_smithy_types::error::ErrorMetadata,
        ) -> ::std::result::Result<
            ::std::option::Option<Self::Error>,
            ::aws_smithy_schema::serde::SerdeError,
        > {
            #body
        }
    }
}

/// Emits the input, whose members the fluent builders of the operation and of its waiters set too.
pub(super) fn input(plan: &OperationPlan) -> TokenStream {
    let fluent = ident(&plan.fluent_builder.name);
    let mut builders = vec![quote!(super::fluent_builder::#fluent)];
    // Not in full, which would import a module that exists only with the feature `client`.
    builders.extend(plan.waiters.iter().map(|waiter| {
        let (module, name) = (ident(&waiter.module), ident(&waiter.fluent_builder.name));
        quote!(super::super::super::waiters::#module::#name)
    }));
    structure::input(&plan.input, &builders)
}

/// Emits the module `builders` of an operation.
pub(super) fn builders(plan: &OperationPlan) -> TokenStream {
    let fluent = ident(&plan.fluent_builder.name);
    let (input, output) = (ident(&plan.input.builder.name), ident(&plan.output.builder.name));
    let documentation = module_doc(&format!("Builders of `{}`.", plan.name));
    quote! {
        #documentation
        #[cfg(feature = "client")]
        pub use super::fluent_builder::#fluent;
        pub use super::input::#input;
        pub use super::output::#output;
    }
}
