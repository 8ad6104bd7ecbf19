//! The module `service::endpoint`.

use proc_macro2::TokenStream;
use quote::quote;

use super::result::results;
use super::{config, params, rule};
use crate::emit::token::{ident, module_doc};
use crate::plan::OperationPlan;
use crate::plan::endpoint::EndpointPlan;

/// Emits the module `service::endpoint`.
pub(in crate::emit) fn endpoint(plan: &EndpointPlan, operations: &[OperationPlan]) -> TokenStream {
    let endpoint_params = config::params_functions(operations).into_iter().map(ident);
    let documentation = module_doc("The endpoint rules of the service and their parameters.");
    let settings = config::has_settings(plan).then(|| {
        quote!(
            #[cfg(feature = "client")]
            pub(crate) mod settings;
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
        pub(crate) use self::from_config::{finalize #(, #endpoint_params)*};
        #params
        #(#functions)*
        #results
    }
}
