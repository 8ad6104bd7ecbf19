//! The endpoint tests of the model, as an integration test.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{doc, ident, module_doc};
use super::binding::fixed;
use super::outcome::extras;
use crate::name;
use crate::plan::endpoint::{EndpointPlan, EndpointTest, ExpectedOutcome, Expression};

/// The maximum length of a test name.
const MAX_NAME: usize = 90;

/// Emits the endpoint tests of the model.
pub(in crate::emit) fn tests(plan: &EndpointPlan, crate_name: &str) -> TokenStream {
    let library = ident(&crate_name.replace('-', "_"));
    let documentation = module_doc(&module_text(plan));
    let cases = plan.tests.iter().map(test);
    let endpoints = plan.tests.iter().any(|case| matches!(case.expected, ExpectedOutcome::Endpoint(_)));
    let at = endpoints.then(|| {
        quote! {
            fn at(url: &str) -> ::aws_smithy_types::endpoint::Builder {
                ::aws_smithy_types::endpoint::Endpoint::builder().url(url.to_owned())
            }
        }
    });
    let harness = (!plan.tests.is_empty()).then(|| quote! {
        fn resolve(
            params: #library::config::endpoint::ParamsBuilder,
        ) -> ::std::result::Result<::aws_smithy_types::endpoint::Endpoint, ::std::string::String> {
            let params = params.build().map_err(|error| error.to_string())?;
            #library::config::endpoint::DefaultResolver::new().resolve(&params).map_err(|error| error.to_string())
        }
        fn params() -> #library::config::endpoint::ParamsBuilder {
            #library::config::endpoint::Params::builder()
        }
        #at
    });
    quote! {
        #documentation
        #harness
        #(#cases)*
    }
}

fn module_text(plan: &EndpointPlan) -> String {
    let mut text = "The endpoint tests that the model carries.".to_owned();
    if !plan.left_out.is_empty() {
        text.push_str(&format!(
            "\n\nLeft out ({}), because they cannot be expressed:\n",
            plan.left_out.len()
        ));
        plan.left_out.iter().for_each(|case| text.push_str(&format!("\n- {}", case.replace('\n', " "))));
    }
    text
}

fn test(case: &EndpointTest) -> TokenStream {
    let name = format!("case_{:03}_{}", case.number, name::snake(&case.description));
    let name = ident(name.chars().take(MAX_NAME).collect::<String>().trim_end_matches('_'));
    let setters = case.parameters.iter().map(|(field, value)| {
        let (field, value) = (ident(field), fixed(value));
        quote!(.#field(#value))
    });
    let expected = expected(&case.expected);
    let documentation = doc(case.superseded.unwrap_or_default());
    let should_panic = case.superseded.map(|_| quote!(#[should_panic]));
    quote! {
        #documentation
        #[test]
        #should_panic
        fn #name() {
            let found = resolve(params() #(#setters)*);
            let expected = #expected;
            assert_eq!(found, expected);
        }
    }
}

fn expected(plan: &ExpectedOutcome) -> TokenStream {
    match plan {
        ExpectedOutcome::Error(error) => quote!(::std::result::Result::Err(#error.to_owned())),
        ExpectedOutcome::Endpoint(endpoint) => {
            let url = if let Expression::String(url) = &endpoint.url { url.as_str() } else { "" };
            let extras = extras(endpoint);
            quote!(::std::result::Result::Ok(at(#url) #extras .build()))
        }
    }
}
