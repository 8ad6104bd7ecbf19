//! The protocol tests of the model, as tests of the crate.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::token::{doc, ident, module_doc, path, ty};
use crate::plan::{
    BodyPlan, ComparedField, NamedKind, ProtocolTests, RequestTest, ResponseTest, RustType, StructValue,
    ValuePlan,
};

/// The module `protocol_tests`.
pub(super) fn face(plan: &ProtocolTests) -> TokenStream {
    let documentation = module_doc("The protocol tests that the model carries.");
    let [requests, responses, errors] = parts(plan).map(|(_, cases)| cases > 0);
    let parts = [
        ("request", requests),
        ("response", responses || errors),
        ("requests", requests),
        ("responses", responses),
        ("errors", errors),
    ];
    let modules = parts.into_iter().filter(|(_, there)| *there).map(|(name, _)| ident(name));
    quote!(#documentation #(mod #modules;)*)
}

/// The files of the module and how many cases each has.
pub(super) fn parts(plan: &ProtocolTests) -> [(&'static str, usize); 3] {
    [("requests", plan.requests.len()), ("responses", plan.responses.len()), ("errors", plan.errors.len())]
}

/// Requests that operations must send.
pub(super) fn requests(cases: &[RequestTest]) -> TokenStream {
    let documentation = module_doc("Requests that operations must send.");
    let cases = cases.iter().map(request);
    quote!(#documentation #(#cases)*)
}

/// Responses that are outputs.
pub(super) fn responses(cases: &[ResponseTest]) -> TokenStream {
    let documentation = module_doc("Responses and the outputs that they mean.");
    let floats = float_comparison(cases);
    let cases = cases.iter().map(|case| response(case, &quote!(let actual = answer.expect("an output");)));
    quote!(#documentation #floats #(#cases)*)
}

/// Responses that are errors.
pub(super) fn errors(cases: &[ResponseTest]) -> TokenStream {
    let documentation = module_doc("Responses and the errors that they mean.");
    let floats = float_comparison(cases);
    let cases = cases.iter().map(error);
    quote!(#documentation #floats #(#cases)*)
}

fn request(case: &RequestTest) -> TokenStream {
    let head = head(&case.id, &case.name, case.upstream);
    let RequestTest { host, method, path, required_headers, forbidden_headers, .. } = case;
    let authority = case.resolved_host.as_ref().unwrap_or(host);
    let authority = authority.split('/').next().unwrap_or_default();
    let input = setters(&case.input);
    let headers = headers(&case.headers);
    let body = match &case.body {
        Some(body) => {
            let body = body_parts(body);
            quote!(::std::option::Option::Some(#body))
        }
        None => quote!(::std::option::Option::None),
    };
    quote! {
        #head {
            let input = #input;
            let request = crate::protocol_tests::request::sent(#host, async |client| {
                drop(input.send_with(client).await);
            });
            let expected = crate::protocol_tests::request::Expected {
                method: #method,
                host: #authority,
                path: #path,
                headers: #headers,
                required_headers: &[#(#required_headers),*],
                forbidden_headers: &[#(#forbidden_headers),*],
                body: #body,
            };
            expected.check(&request);
        }
    }
}

fn error(case: &ResponseTest) -> TokenStream {
    let variant = ident(&case.expected.path.name);
    let error =
        path(&crate::plan::RustPath::new(&case.operation.module, &format!("{}Error", case.operation.name)));
    response(
        case,
        &quote! {
            let #error::#variant(actual) = answer.expect_err("an error") else {
                panic!("another error");
            };
        },
    )
}

fn response(case: &ResponseTest, actual: &TokenStream) -> TokenStream {
    let head = head(&case.id, &case.name, case.upstream);
    let (status, operation) = (Literal::u16_unsuffixed(case.status), path(&case.operation));
    let (headers, body) = (headers(&case.headers), body_parts(&case.body));
    let expected = (!case.fields.is_empty()).then(|| {
        let expected = structure(&case.expected);
        quote!(let expected = #expected;)
    });
    let actual = if case.fields.is_empty() { unread(actual) } else { actual.clone() };
    let comparisons = case.fields.iter().map(comparison);
    quote! {
        #head {
            let response = crate::protocol_tests::response::response(#status, #headers, #body);
            let answer = #operation::parse_response(&response);
            #actual
            #expected
            #(#comparisons)*
        }
    }
}

/// An output without members has nothing to compare; that it is one is the test.
fn unread(_: &TokenStream) -> TokenStream {
    quote!(answer.expect("an output");)
}

fn comparison(field: &ComparedField) -> TokenStream {
    let name = ident(&field.name);
    if field.float {
        quote!(assert!(actual.#name.float_equals(&expected.#name), "{actual:?}");)
    } else {
        quote!(assert_eq!(actual.#name, expected.#name);)
    }
}

/// The trait by which `NaN` equals itself.
fn float_comparison(cases: &[ResponseTest]) -> Option<TokenStream> {
    let floats = cases.iter().flat_map(|case| &case.fields).any(|field| field.float);
    floats.then(|| {
        quote!(
            use ::aws_smithy_protocol_test::FloatEquals as _;
        )
    })
}

/// A case with a cause upstream must fail, so that it is noticed when it no longer does.
fn head(id: &str, name: &str, upstream: Option<&str>) -> TokenStream {
    let name = ident(name);
    let documentation = doc(&match upstream {
        Some(cause) => format!("`{id}` fails: {cause}."),
        None => format!("`{id}`"),
    });
    let fails = upstream.map(|_| quote!(#[should_panic]));
    quote!(#documentation #[test] #fails fn #name())
}

fn headers(headers: &[(String, String)]) -> TokenStream {
    let headers = headers.iter().map(|(name, value)| quote!((#name, #value)));
    quote!(&[#(#headers),*])
}

fn body_parts(body: &BodyPlan) -> TokenStream {
    let BodyPlan { text, media_type } = body;
    quote!((#text, #media_type))
}

/// `Tag::builder().set_key(Some("owner".to_owned()))`
fn setters(plan: &StructValue) -> TokenStream {
    let path = path(&plan.path);
    let setters = plan.fields.iter().map(|(stem, value)| {
        let (setter, value) = (ident(&format!("set_{}", stem.trim_start_matches('_'))), expression(value));
        quote!(.#setter(::std::option::Option::Some(#value)))
    });
    quote!(#path::builder() #(#setters)*)
}

fn structure(plan: &StructValue) -> TokenStream {
    let setters = setters(plan);
    let build =
        if plan.fallible { quote!(.build().expect("all that is required")) } else { quote!(.build()) };
    quote!(#setters #build)
}

fn expression(plan: &ValuePlan) -> TokenStream {
    match plan {
        ValuePlan::Bool(flag) => quote!(#flag),
        ValuePlan::Integer(number) => {
            let number = Literal::i64_unsuffixed(*number);
            quote!(#number)
        }
        ValuePlan::Float(number) => float(*number),
        ValuePlan::Text(text) => quote!(#text.to_owned()),
        ValuePlan::Digits(digits) => quote!(#digits.parse().expect("a number")),
        ValuePlan::Blob(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(::aws_smithy_types::Blob::new(#bytes))
        }
        ValuePlan::Time(seconds, nanos) => {
            let (seconds, nanos) = (Literal::i64_unsuffixed(*seconds), Literal::u32_unsuffixed(*nanos));
            quote!(::aws_smithy_types::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        ValuePlan::Document(value) => document(value),
        ValuePlan::List(elements, sparse) => {
            let elements = elements.iter().map(|element| item(element.as_ref(), *sparse));
            quote!(::std::vec![#(#elements),*])
        }
        ValuePlan::Map(entries, sparse) => {
            let keys = entries.keys();
            let values = entries.values().map(|value| item(value.as_ref(), *sparse));
            quote!(::std::collections::HashMap::from([#((#keys.to_owned(), #values)),*]))
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

fn item(value: Option<&ValuePlan>, sparse: bool) -> TokenStream {
    let Some(value) = value else { return quote!(::std::option::Option::None) };
    let value = expression(value);
    if sparse { quote!(::std::option::Option::Some(#value)) } else { value }
}

/// The type is the field's, `f32` or `f64`, and follows from where the value goes.
fn float(number: f64) -> TokenStream {
    if number.is_finite() {
        let number = Literal::f64_unsuffixed(number);
        return quote!(#number);
    }
    let text = number.to_string();
    quote!(#text.parse().expect("a number"))
}

fn document(value: &serde_json::Value) -> TokenStream {
    let of = quote!(::aws_smithy_types::Document);
    match value {
        serde_json::Value::Null => quote!(#of::Null),
        serde_json::Value::Bool(flag) => quote!(#of::from(#flag)),
        serde_json::Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => quote!(#of::from(#number)),
            (None, Some(number), _) => quote!(#of::from(#number)),
            (None, None, number) => {
                let number = Literal::f64_suffixed(number.unwrap_or_default());
                quote!(#of::from(#number))
            }
        },
        serde_json::Value::String(text) => quote!(#of::from(#text)),
        serde_json::Value::Array(elements) => {
            let elements = elements.iter().map(document);
            quote!(#of::Array(::std::vec![#(#elements),*]))
        }
        serde_json::Value::Object(entries) => {
            let entries: BTreeMap<_, _> = entries.iter().collect();
            let (keys, values) = (entries.keys(), entries.values().copied().map(document));
            quote!(#of::Object(::std::collections::HashMap::from([#((#keys.to_owned(), #values)),*])))
        }
    }
}
