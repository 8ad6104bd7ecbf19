//! The protocol tests of the model, as tests of the crate.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::token::{doc, ident, module_doc, path};
use super::value::{setters, structure};
use crate::plan::{
    BodyPlan, ComparedField, Comparison, EventExpectation, ProtocolTests, QueryTest, RequestTest,
    ResponseTest,
};

/// The idempotency token of test cases. Source: Smithy specification, "HTTP protocol compliance tests".
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// Emits the module `protocol_tests`.
pub(super) fn root(plan: &ProtocolTests) -> TokenStream {
    let documentation = module_doc("The protocol tests that the model carries.");
    let cases = parts(plan).into_iter().filter(|(_, cases)| *cases > 0).map(|(name, _)| name);
    let modules = protocol_test_support(plan).into_iter().chain(cases).map(ident);
    quote!(#documentation #(mod #modules;)*)
}

/// Returns the template files that the cases use.
pub(crate) fn protocol_test_support(plan: &ProtocolTests) -> Vec<&'static str> {
    let heads = || plan.events.iter().flat_map(|test| &test.expectations);
    let sends = heads().any(|it| matches!(it, EventExpectation::Request(_)));
    let reads = heads().any(|it| {
        matches!(
            it,
            EventExpectation::Output(_) | EventExpectation::Error(_) | EventExpectation::Unhandled(_)
        )
    });
    let request = (sends || !plan.requests.is_empty()).then_some("request");
    let is_response = reads || !plan.responses.is_empty() || !plan.errors.is_empty();
    let response = is_response.then_some("response");
    let message = (!plan.events.is_empty()).then_some("message");
    [request, response, message].into_iter().flatten().collect()
}

/// Returns the files of the module and how many cases each has.
pub(super) fn parts(plan: &ProtocolTests) -> [(&'static str, usize); 4] {
    [
        ("requests", plan.requests.len()),
        ("responses", plan.responses.len()),
        ("errors", plan.errors.len()),
        ("events", plan.events.len()),
    ]
}

/// Emits requests that operations must send.
pub(super) fn requests(cases: &[RequestTest]) -> TokenStream {
    let documentation = module_doc("Requests that operations must send.");
    let cases = cases.iter().map(request);
    quote!(#documentation #(#cases)*)
}

/// Emits responses that are outputs.
pub(super) fn responses(cases: &[ResponseTest]) -> TokenStream {
    let documentation = module_doc("Responses and the outputs that they mean.");
    let floats = float_comparison(cases);
    let cases = cases.iter().map(output);
    quote!(#documentation #floats #(#cases)*)
}

/// Emits responses that are errors.
pub(super) fn errors(cases: &[ResponseTest]) -> TokenStream {
    let documentation = module_doc("Responses and the errors that they mean.");
    let floats = float_comparison(cases);
    let cases = cases.iter().map(error);
    quote!(#documentation #floats #(#cases)*)
}

fn request(case: &RequestTest) -> TokenStream {
    let head = head(&case.doc, &case.name, case.must_panic);
    let body = request_body(case);
    quote!(#head { #body })
}

/// Emits the body of the test of a request.
pub(super) fn request_body(case: &RequestTest) -> TokenStream {
    let RequestTest { host, method, path, required_headers, forbidden_headers, .. } = case;
    let authority = case.resolved_host.as_ref().unwrap_or(host);
    let authority = authority.split('/').next().unwrap_or_default();
    let input = setters(&case.input);
    let token = case.has_token.then(|| quote!(.idempotency_token_provider(#TOKEN)));
    let QueryTest { expected, required, forbidden } = &case.query;
    let headers = headers(&case.headers);
    let body = match &case.body {
        Some(body) => {
            let body = body_parts(body);
            quote!(::std::option::Option::Some(#body))
        }
        None => quote!(::std::option::Option::None),
    };
    quote! {
        let input = #input;
        let config = crate::protocol_tests::request::config(#host) #token;
        let request = crate::protocol_tests::request::sent(config, async |client| {
            drop(input.send_with(client).await);
        });
        let expected = crate::protocol_tests::request::Expected {
            method: #method,
            host: #authority,
            path: #path,
            query: &[#(#expected),*],
            required_query: &[#(#required),*],
            forbidden_query: &[#(#forbidden),*],
            headers: #headers,
            required_headers: &[#(#required_headers),*],
            forbidden_headers: &[#(#forbidden_headers),*],
            body: #body,
        };
        expected.check(&request);
    }
}

/// Emits the case of an output. Without fields there is nothing to compare: the case tests that the response is an output.
fn output(case: &ResponseTest) -> TokenStream {
    test(case, &output_body(case))
}

/// Emits the body of the test of an output.
pub(super) fn output_body(case: &ResponseTest) -> TokenStream {
    let actual = (!case.fields.is_empty()).then(|| quote!(let actual =));
    response(case, &quote!(#actual answer.expect("an output");))
}

fn error(case: &ResponseTest) -> TokenStream {
    test(case, &error_body(case))
}

fn test(case: &ResponseTest, body: &TokenStream) -> TokenStream {
    let head = head(&case.doc, &case.name, case.must_panic);
    quote!(#head { #body })
}

/// Emits the body of the test of a modelled error.
pub(super) fn error_body(case: &ResponseTest) -> TokenStream {
    let variant = ident(&case.expected.path.name);
    let error = path(&case.error);
    let actual = if case.fields.is_empty() { quote!(_) } else { quote!(actual) };
    response(
        case,
        &quote! {
            let #error::#variant(#actual) = answer.expect_err("an error") else {
                panic!("another error");
            };
        },
    )
}

/// Emits the body of the test of a response.
pub(super) fn response(case: &ResponseTest, actual: &TokenStream) -> TokenStream {
    let (status, operation) = (Literal::u16_unsuffixed(case.status), path(&case.operation));
    let (headers, body) = (headers(&case.headers), body_parts(&case.body));
    let expected = (!case.fields.is_empty()).then(|| {
        let expected = structure(&case.expected);
        quote!(let expected = #expected;)
    });
    let comparisons = case.fields.iter().map(comparison);
    let response = if case.is_streaming {
        quote!(response.map(::aws_smithy_types::byte_stream::ByteStream::from))
    } else {
        quote!(&response)
    };
    quote! {
        let response = crate::protocol_tests::response::response(#status, #headers, #body);
        let answer = #operation::parse_response(#response);
        #actual
        #expected
        #(#comparisons)*
    }
}

fn comparison(field: &ComparedField) -> TokenStream {
    let name = ident(&field.name);
    match field.comparison {
        Comparison::Equal => quote!(assert_eq!(actual.#name, expected.#name);),
        Comparison::Float => {
            quote!(assert!(actual.#name.float_equals(&expected.#name), "{actual:?}");)
        }
        Comparison::Stream => quote!(assert_eq!(actual.#name.bytes(), expected.#name.bytes());),
    }
}

/// Emits the trait by which `NaN` equals itself.
fn float_comparison(cases: &[ResponseTest]) -> Option<TokenStream> {
    let floats =
        cases.iter().flat_map(|case| &case.fields).any(|field| field.comparison == Comparison::Float);
    floats.then(|| {
        quote!(
            use ::aws_smithy_protocol_test::FloatEquals as _;
        )
    })
}

/// Emits the head of a test function.
pub(super) fn head(documentation: &str, name: &str, must_panic: bool) -> TokenStream {
    let (documentation, name) = (doc(documentation), ident(name));
    let should_panic = must_panic.then(|| quote!(#[should_panic]));
    quote!(#documentation #[test] #should_panic fn #name())
}

fn headers(headers: &[(String, String)]) -> TokenStream {
    let headers = headers.iter().map(|(name, value)| quote!((#name, #value)));
    quote!(&[#(#headers),*])
}

fn body_parts(body: &BodyPlan) -> TokenStream {
    let BodyPlan { text, media_type } = body;
    quote!((#text, #media_type))
}
