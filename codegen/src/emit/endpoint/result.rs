//! The functions with which rules end.

use proc_macro2::TokenStream;
use quote::quote;

use super::rule;
use super::ty::result_ty;
use crate::plan::endpoint::{EndpointPlan, Outcome};

/// Emits the functions with which rules end, as far as they are used.
pub(super) fn results(plan: &EndpointPlan) -> TokenStream {
    let outcomes: Vec<_> = plan.rules().map(|rule| &rule.outcome).collect();
    let any = |fits: fn(&Outcome) -> bool| outcomes.iter().any(|outcome| fits(outcome));
    let found = any(|outcome| matches!(outcome, Outcome::Endpoint(it) if it.is_plain())).then(found);
    let at = any(|outcome| matches!(outcome, Outcome::Endpoint(_))).then(at);
    let fails = any(|outcome| matches!(outcome, Outcome::Error(_)))
        || plan.functions.iter().any(|function| rule::is_open(&function.rules))
        || plan.rules().any(|rule| matches!(&rule.outcome, Outcome::Rules(inner) if rule::is_open(inner)));
    let failed = fails.then(failed);
    quote!(#found #at #failed)
}

fn found() -> TokenStream {
    let result = result_ty();
    quote! {
        fn found(url: impl ::std::convert::Into<::std::string::String>) -> #result {
            ::std::result::Result::Ok(at(url)?.build())
        }
    }
}

/// Emits the function that begins an endpoint. The builder of the runtime panics without a URL, and a URL may come from the caller.
fn at() -> TokenStream {
    quote! {
        fn at(
            url: impl ::std::convert::Into<::std::string::String>,
        ) -> ::std::result::Result<
            ::aws_smithy_types::endpoint::Builder,
            ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError,
        > {
            let url = url.into();
            if url.is_empty() {
                return ::std::result::Result::Err(
                    ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError::message(
                        "the URL of the endpoint is empty",
                    ),
                );
            }
            ::std::result::Result::Ok(::aws_smithy_types::endpoint::Endpoint::builder().url(url))
        }
    }
}

fn failed() -> TokenStream {
    let result = result_ty();
    quote! {
        fn failed(message: &str) -> #result {
            ::std::result::Result::Err(
                ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError::message(message),
            )
        }
    }
}
