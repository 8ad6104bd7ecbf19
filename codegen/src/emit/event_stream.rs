//! Event streams: the errors of a stream, and functions that read and write one message.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{ident, path};
use super::{customization, error, schema};
use crate::plan::{EventErrorPlan, EventErrorVariant, FieldPlan, Protocol, RustPath, RustType, UnionPlan};

/// Emits the error of an event stream.
pub(super) fn errors(plan: &EventErrorPlan) -> TokenStream {
    let documentation = format!("Error of the event stream [`{}`]({}).", plan.union.name, plan.union);
    let errors: Vec<_> = plan.variants.iter().map(|variant| &variant.error).collect();
    let definition = error::definition_with_methods(&plan.path.name, &documentation, &errors);
    let traits = error::traits(&plan.path.name, &plan.union.name, &errors);
    let event_errors = event_errors(plan);
    let encode = plan.usage.input.then(|| encode_error(plan));
    let request_id = customization::extended_request_id(&plan.path.name, plan.has_extended_request_id);
    quote!(#definition #encode #traits #event_errors #request_id)
}

/// Emits the traits by which the runtime reads and writes the errors.
fn event_errors(plan: &EventErrorPlan) -> TokenStream {
    let (name, usage) = (ident(&plan.path.name), schema::usage(plan.usage));
    let variants = plan.variants.iter().map(|EventErrorVariant { wire_names, error }| {
        let (codes, variant, ty) = (error.codes.first(), ident(&error.path.name), path(&error.path));
        quote!(#(#wire_names)|*: #codes #variant(#ty);)
    });
    quote! {
        ::tinsmith_runtime::event_errors! {
            #name, #usage {
                #(#variants)*
            }
        }
    }
}

/// Emits `encode` of errors.
fn encode_error(plan: &EventErrorPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let result = encoded();
    quote! {
        impl #name {
            #[doc = " Encodes the error as a message that ends the stream, in the default protocol of the service."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Returns an error if a value cannot be serialized."]
            #[inline]
            pub fn encode(&self) -> #result {
                ::tinsmith_runtime::events::encode_error(&crate::service::SERVICE, self)
            }
        }
    }
}

/// Emits the constants of an operation whose input or output has an event stream.
pub(super) fn constants(
    input: Option<&FieldPlan>,
    output: Option<&FieldPlan>,
    protocol: Protocol,
) -> TokenStream {
    let events = |field: &&FieldPlan| matches!(field.ty, RustType::EventStream { .. });
    let (input, output) = (input.filter(events), output.filter(events));
    let sends = input.map(|_| {
        quote!(
            const SENDS_EVENTS: bool = true;
        )
    });
    let receives = output.map(|_| {
        quote!(
            const RECEIVES_EVENTS: bool = true;
        )
    });
    let initial = output.filter(|_| !protocol.has_http_bindings()).map(initial_response);
    quote!(#sends #receives #initial)
}

fn initial_response(field: &FieldPlan) -> TokenStream {
    let field = ident(&field.name);
    quote! {
        const INITIAL_RESPONSE: ::std::option::Option<
            ::tinsmith_runtime::protocol::InitialResponse<Self::Output>,
        > = ::std::option::Option::Some(|output| {
            ::tinsmith_runtime::events::with_initial_response::<Self, _, _>(output, |output| &mut output.#field)
        });
    }
}

/// Emits the method that moves the events of an input.
pub(super) fn take_events(field: &FieldPlan) -> TokenStream {
    let field = ident(&field.name);
    quote! {
        #[inline]
        fn take_events(
            input: &mut Self::Input,
        ) -> ::std::option::Option<::tinsmith_runtime::events::EventBody> {
            ::std::option::Option::Some(::tinsmith_runtime::events::EventBody::take(&mut input.#field))
        }
    }
}

/// Emits the method that stores the events of an output.
pub(super) fn set_events(field: &FieldPlan) -> TokenStream {
    let field = ident(&field.name);
    quote! {
        #[inline]
        fn set_events(
            output: &mut Self::Output,
            body: ::aws_smithy_types::body::SdkBody,
            format: ::tinsmith_runtime::events::EventFormat,
        ) {
            output.#field = ::tinsmith_runtime::events::EventReceiver::new(format, body);
        }
    }
}

/// Emits `decode` and `encode` of events.
pub(super) fn functions(plan: &UnionPlan) -> Option<TokenStream> {
    let error = plan.event_error.as_ref()?;
    let name = ident(&plan.path.name);
    let decode = plan.usage.output.then(|| decode(error));
    let encode = plan.usage.input.then(|| {
        let result = encoded();
        quote! {
            #[doc = " Encodes the event as a message, in the default protocol of the service. The message is not signed."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Returns an error for `Unknown`, or if a value cannot be serialized."]
            #[inline]
            pub fn encode(&self) -> #result {
                ::tinsmith_runtime::events::encode(&crate::service::SERVICE, self)
            }
        }
    });
    Some(quote!(impl #name { #decode #encode }))
}

fn decode(error: &RustPath) -> TokenStream {
    let error = path(error);
    quote! {
        #[doc = " Decodes a message of the stream, in the default protocol of the service."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " Returns the error that the message contains, or `Unhandled` if it cannot be read."]
        #[inline]
        pub fn decode(
            message: &::aws_smithy_types::event_stream::Message,
        ) -> ::std::result::Result<Self, #error> {
            ::tinsmith_runtime::events::decode(&crate::service::SERVICE, message)
        }
    }
}

fn encoded() -> TokenStream {
    quote! {
        ::std::result::Result<
            ::aws_smithy_types::event_stream::Message,
            ::aws_smithy_types::error::operation::BuildError,
        >
    }
}
