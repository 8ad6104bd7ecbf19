//! The event-stream tests of the model, as tests of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::protocol_test::{error_body, head, output_body, request_body, response};
use super::token::{ident, module_doc, path};
use super::value::{expression, structure};
use crate::plan::{EventExpectation, EventTest, RustPath, StructValue, ValuePlan};

/// Emits messages of event streams, and requests and responses with them.
pub(super) fn events(cases: &[EventTest]) -> TokenStream {
    let documentation =
        module_doc("Messages of event streams, and heads of requests and responses with them.");
    let cases = cases.iter().map(|case| {
        let head = head(&case.doc, &case.name, case.must_panic);
        let expectations: Vec<_> = case.expectations.iter().map(expectation).collect();
        match expectations.as_slice() {
            [single] => quote!(#head { #single }),
            several => quote!(#head { #({ #several })* }),
        }
    });
    quote!(#documentation #(#cases)*)
}

fn expectation(plan: &EventExpectation) -> TokenStream {
    match plan {
        EventExpectation::Request(case) => request_body(case),
        EventExpectation::Output(case) => output_body(case),
        EventExpectation::Error(case) => error_body(case),
        EventExpectation::Unhandled(case) => {
            let error = path(&case.error);
            response(
                case,
                &quote!(assert!(matches!(answer, ::std::result::Result::Err(#error::Unhandled(_))));),
            )
        }
        EventExpectation::Sent { value, frame, body } => sent(value, frame, body.as_ref()),
        EventExpectation::Received { union, frame, value } => {
            let (union, value) = (path(union), expression(value));
            quote! {
                let message = crate::protocol_tests::message::decoded(#frame);
                assert_eq!(#union::decode(&message).expect("an event"), #value);
            }
        }
        EventExpectation::ReceivedError { union, error, variant, frame, value, fields } => {
            received_error(union, (error, variant), frame, value, fields)
        }
        EventExpectation::Failure { operation, stream, frames } => failure(operation, stream, frames),
    }
}

fn sent(value: &ValuePlan, frame: &str, body: Option<&(String, String)>) -> TokenStream {
    let value = expression(value);
    let body = match body {
        Some((text, media_type)) => quote!(::std::option::Option::Some((#text, #media_type))),
        None => quote!(::std::option::Option::None),
    };
    quote! {
        let message = #value.encode().expect("the event is encoded");
        crate::protocol_tests::message::check(&message, #frame, #body);
    }
}

fn received_error(
    union: &RustPath,
    (error, variant): (&RustPath, &str),
    frame: &str,
    value: &StructValue,
    fields: &[String],
) -> TokenStream {
    let (union, error, variant, value) = (path(union), path(error), ident(variant), structure(value));
    let fields = fields.iter().map(|field| ident(field));
    quote! {
        let message = crate::protocol_tests::message::decoded(#frame);
        let #error::#variant(actual) = #union::decode(&message).expect_err("an error") else {
            panic!("another error");
        };
        let expected = #value;
        #(assert_eq!(actual.#fields(), expected.#fields());)*
    }
}

fn failure(operation: &RustPath, stream: &str, frames: &[String]) -> TokenStream {
    let (operation, stream) = (path(operation), ident(stream));
    quote! {
        let response = crate::protocol_tests::message::response(&[#(#frames),*]);
        crate::protocol_tests::message::assert_fails(async move {
            let mut output = #operation::parse_response(response).map_err(drop)?;
            while output.#stream.recv().await.map_err(drop)?.is_some() {}
            ::std::result::Result::Ok(())
        });
    }
}
