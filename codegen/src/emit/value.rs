//! Values that a model writes down, as expressions.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::token::{ident, path, ty};
use crate::plan::{NamedKind, RustPath, RustType, StructValue, ValuePlan};

/// Emits `Tag::builder().set_key(Some("owner".to_owned()))`.
pub(super) fn setters(plan: &StructValue) -> TokenStream {
    let path = path(&plan.path);
    let setters = plan.fields.iter().map(|(stem, value)| {
        let (setter, value) = (ident(&format!("set_{}", stem.trim_start_matches('_'))), expression(value));
        quote!(.#setter(::std::option::Option::Some(#value)))
    });
    quote!(#path::builder() #(#setters)*)
}

pub(super) fn structure(plan: &StructValue) -> TokenStream {
    let setters = setters(plan);
    let build = if plan.is_build_fallible {
        quote!(.build().expect("all that is required"))
    } else {
        quote!(.build())
    };
    quote!(#setters #build)
}

pub(super) fn expression(plan: &ValuePlan) -> TokenStream {
    match plan {
        ValuePlan::Bool(value) => quote!(#value),
        ValuePlan::Integer(number) => {
            let number = Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
        ValuePlan::Float(number) => float(*number),
        ValuePlan::String(text) => quote!(#text.to_owned()),
        ValuePlan::Digits(digits) => quote!(#digits.parse().expect("a number")),
        ValuePlan::Blob(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(::aws_smithy_types::Blob::new(#bytes))
        }
        ValuePlan::Stream(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(::aws_smithy_types::byte_stream::ByteStream::from_static(#bytes))
        }
        ValuePlan::NoEvents { is_sent: true } => quote!(::tinsmith_runtime::events::no_events()),
        ValuePlan::NoEvents { is_sent: false } => quote!(::tinsmith_runtime::events::EventReceiver::empty()),
        ValuePlan::Time(seconds, nanos) => {
            let (seconds, nanos) = (Literal::i64_unsuffixed(*seconds), Literal::u32_unsuffixed(*nanos));
            quote!(::aws_smithy_types::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        ValuePlan::Document(value) => document(value),
        ValuePlan::List(elements, sparse) => {
            let elements = elements.iter().map(|element| item(element.as_ref(), *sparse));
            quote!(::std::vec![#(#elements),*])
        }
        ValuePlan::Map { key, entries, sparse } => {
            let keys = entries.keys().map(|text| self::key(key.as_ref(), text));
            let values = entries.values().map(|value| item(value.as_ref(), *sparse));
            quote!(::std::collections::HashMap::from([#((#keys, #values)),*]))
        }
        ValuePlan::Struct(value) => structure(value),
        ValuePlan::Union(union, variant, value) => {
            let union = ty(&RustType::Named(union.clone(), NamedKind::Union));
            let variant = ident(variant);
            let value = value.as_ref().map(|value| {
                let value = expression(value);
                quote!((#value))
            });
            quote!(#union::#variant #value)
        }
        ValuePlan::Enum(item, text) => {
            let item = path(item);
            quote!(#item::from(#text))
        }
        ValuePlan::Boxed(inner) => {
            let inner = expression(inner);
            quote!(::std::boxed::Box::new(#inner))
        }
    }
}

/// Emits the key of a map: a string, or a value of an enum.
fn key(of: Option<&RustPath>, text: &str) -> TokenStream {
    match of.map(path) {
        Some(of) => quote!(#of::from(#text)),
        None => quote!(#text.to_owned()),
    }
}

fn item(value: Option<&ValuePlan>, sparse: bool) -> TokenStream {
    let Some(value) = value else { return quote!(::std::option::Option::None) };
    let value = expression(value);
    if sparse { quote!(::std::option::Option::Some(#value)) } else { value }
}

/// Emits a number, whose type is that of the field: `f32` or `f64`.
fn float(number: f64) -> TokenStream {
    if number.is_finite() {
        let number = Literal::f64_unsuffixed(number);
        return quote!(#number);
    }
    let text = number.to_string();
    quote!(#text.parse().expect("a number"))
}

fn document(value: &crate::source::Value) -> TokenStream {
    let of = quote!(::aws_smithy_types::Document);
    match value {
        crate::source::Value::Null => quote!(#of::Null),
        crate::source::Value::Bool(value) => quote!(#of::from(#value)),
        crate::source::Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => quote!(#of::from(#number)),
            (None, Some(number), _) => quote!(#of::from(#number)),
            (None, None, number) => {
                let number = Literal::f64_suffixed(number.unwrap_or_default());
                quote!(#of::from(#number))
            }
        },
        crate::source::Value::String(text) => quote!(#of::from(#text)),
        crate::source::Value::Array(elements) => {
            let elements = elements.iter().map(document);
            quote!(#of::Array(::std::vec![#(#elements),*]))
        }
        crate::source::Value::Object(entries) => {
            let entries: BTreeMap<_, _> = entries.iter().collect();
            let (keys, values) = (entries.keys(), entries.values().copied().map(document));
            quote!(#of::Object(::std::collections::HashMap::from([#((#keys.to_owned(), #values)),*])))
        }
    }
}
