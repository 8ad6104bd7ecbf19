//! Outcomes of rules.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::token::ident;
use super::expression::{expression, named};
use crate::plan::endpoint::{AuthScheme, EndpointOutcome, Expression, Outcome, Property};

/// Emits `let`s, and an expression of the result's type; further rules are for the caller.
pub(super) fn result(outcome: &Outcome) -> (TokenStream, TokenStream) {
    let (names, text) = match outcome {
        Outcome::Endpoint(endpoint) => named(&endpoint.url, &endpoint.expressions()),
        Outcome::Error(message) => named(message, &[message]),
        Outcome::Function { .. } | Outcome::Rules(_) => Default::default(),
    };
    let result = match outcome {
        Outcome::Endpoint(endpoint) if endpoint.is_plain() => quote!(found(#text)),
        Outcome::Endpoint(endpoint) => {
            let extras = extras(endpoint);
            quote!(::std::result::Result::Ok(at(#text)? #extras .build()))
        }
        Outcome::Error(message) if message.is_owned() => quote!(failed(&#text)),
        Outcome::Error(_) => quote!(failed(#text)),
        Outcome::Function { name, uses_params, arguments } => {
            let name = ident(name);
            let params = uses_params.then(|| quote!(params,));
            let arguments = arguments.iter().map(expression);
            quote!(#name(#params #(#arguments),*))
        }
        Outcome::Rules(_) => TokenStream::new(),
    };
    (names, result)
}

/// Emits headers, authentication schemes and properties, as calls on a builder.
pub(super) fn extras(endpoint: &EndpointOutcome) -> TokenStream {
    let headers = endpoint.headers.iter().map(|(name, value)| {
        let value = text(value);
        quote!(.header(#name, #value))
    });
    let schemes = endpoint.auth_schemes.iter().map(|scheme| {
        let scheme = auth_scheme(scheme);
        quote!(.auth_scheme(#scheme))
    });
    let properties = endpoint.properties.iter().map(|(name, value)| {
        let value = into_document(value);
        quote!(.property(#name, #value))
    });
    quote!(#(#headers)* #(#schemes)* #(#properties)*)
}

/// Emits a string that lives long enough: a literal, or a `String`.
fn text(plan: &Expression) -> TokenStream {
    let value = expression(plan);
    if plan.is_owned() || matches!(plan, Expression::String(_)) { value } else { quote!(#value.to_owned()) }
}

fn auth_scheme(plan: &AuthScheme) -> TokenStream {
    let name = text(&plan.name);
    let count = Literal::usize_unsuffixed(plan.properties.len());
    let properties = plan.properties.iter().map(|(key, value)| {
        let value = into_document(value);
        quote!(.put(#key, #value))
    });
    quote! {
        ::aws_smithy_types::endpoint::EndpointAuthScheme::with_capacity(#name, #count) #(#properties)*
    }
}

/// Emits a value that can become a document.
fn into_document(plan: &Property) -> TokenStream {
    match plan {
        Property::String(text) => expression(text),
        Property::Boolean(value) => quote!(#value),
        Property::List(list) if !list.is_empty() => {
            let list = list.iter().map(document);
            quote!(::std::vec::Vec::from([#(#list),*]))
        }
        other => document(other),
    }
}

fn document(plan: &Property) -> TokenStream {
    match plan {
        Property::Null => quote!(::aws_smithy_types::Document::Null),
        Property::String(_) | Property::Boolean(_) => {
            let value = into_document(plan);
            quote!(::aws_smithy_types::Document::from(#value))
        }
        Property::Number(number) => {
            let number = self::number(number);
            quote!(::aws_smithy_types::Document::Number(#number))
        }
        Property::List(list) => {
            let list = list.iter().map(document);
            quote!(::aws_smithy_types::Document::Array(::std::vec::Vec::from([#(#list),*])))
        }
        Property::Object(entries) if entries.is_empty() => {
            quote!(::aws_smithy_types::Document::Object(::std::collections::HashMap::new()))
        }
        Property::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = document(value);
                quote!((#key.to_owned(), #value))
            });
            quote! {
                ::aws_smithy_types::Document::Object(::std::collections::HashMap::from([#(#entries),*]))
            }
        }
    }
}

/// Emits a number. Those of one value are the same number, however they are written.
fn number(number: &crate::source::Number) -> TokenStream {
    /// The digits of the largest integer of 64 bits.
    const MAX_DIGITS: usize = 20;
    let is_negative_zero = number.is_negative() && number.is_zero();
    let digits = number.integer_digits(MAX_DIGITS).filter(|_| !is_negative_zero).unwrap_or_default();
    if let Ok(number) = digits.parse() {
        let number = Literal::u64_unsuffixed(number);
        return quote!(::aws_smithy_types::Number::PosInt(#number));
    }
    if let Ok(number) = digits.parse() {
        let number = Literal::i64_unsuffixed(number);
        return quote!(::aws_smithy_types::Number::NegInt(#number));
    }
    let number = Literal::f64_unsuffixed(number.as_f64().unwrap_or_default());
    quote!(::aws_smithy_types::Number::Float(#number))
}
