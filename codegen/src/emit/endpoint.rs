//! Endpoint rules as plain Rust, their parameters, where these come from, and tests from the model.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::module_doc;
use crate::plan::{EndpointPlan, OperationPlan, Outcome};

mod binding;
mod config;
mod expression;
mod outcome;
mod params;
mod rule;
mod test;

pub(super) use binding::operation_params;
pub(super) use config::{from_config, has_settings, settings};
pub(super) use test::tests;

/// The module `service::endpoint`.
pub(super) fn endpoint(plan: &EndpointPlan, operations: &[OperationPlan]) -> TokenStream {
    let resolver_params = config::resolver_functions(operations).into_iter().map(super::token::ident);
    let documentation = module_doc("The endpoint rules of the service and their parameters.");
    let settings = config::has_settings(plan).then(|| {
        quote!(
            #[cfg(feature = "client")]
            mod settings;
        )
    });
    let params = params::params(plan);
    let functions = plan.functions.iter().enumerate().map(|(index, it)| rule::function(it, index == 0));
    let results = results(plan);
    quote! {
        #documentation
        #[cfg(feature = "client")]
        mod from_config;
        #settings
        #[cfg(feature = "client")]
        pub(crate) use self::from_config::{finalize #(, #resolver_params)*};
        #params
        #(#functions)*
        #results
    }
}

/// The functions with which rules end, those that are used.
fn results(plan: &EndpointPlan) -> TokenStream {
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

/// The type of what rules end with.
fn result_ty() -> TokenStream {
    quote! {
        ::std::result::Result<
            ::aws_smithy_types::endpoint::Endpoint,
            ::aws_smithy_runtime_api::client::endpoint::error::ResolveEndpointError,
        >
    }
}

fn found() -> TokenStream {
    let result = result_ty();
    quote! {
        fn found(url: impl ::std::convert::Into<::std::string::String>) -> #result {
            ::std::result::Result::Ok(at(url)?.build())
        }
    }
}

/// The builder of the runtime panics without a URL, and a URL may come from the caller.
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
