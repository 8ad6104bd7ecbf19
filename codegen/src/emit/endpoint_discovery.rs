//! Endpoint discovery: a client whose endpoint the service assigns.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, module_doc};
use crate::plan::EndpointDiscoveryPlan;

/// Emits the module `endpoint_discovery`.
pub(super) fn endpoint_discovery(plan: &EndpointDiscoveryPlan) -> TokenStream {
    let documentation = module_doc("Clients whose endpoint the service assigns (endpoint discovery).");
    let method_doc = doc(&method_doc(plan));
    let (method, endpoints) = (ident(&plan.method), ident(&plan.endpoints));
    let (address, minutes) = (ident(&plan.address), ident(&plan.minutes));
    quote! {
        #documentation
        pub use ::tinsmith_runtime::client::endpoint_discovery::ReloadEndpoint;
        impl crate::client::Client {
            #method_doc
            pub async fn with_endpoint_discovery_enabled(
                self,
            ) -> ::std::result::Result<(Self, ReloadEndpoint), ::aws_smithy_runtime_api::box_error::BoxError> {
                let config = self.config();
                let sleep = config.sleep_impl().or_else(::aws_smithy_async::rt::sleep::default_async_sleep);
                let sleep = sleep.ok_or("endpoint discovery requires a `sleep_impl`")?;
                let time = config.time_source().unwrap_or_default();
                let mut builder = config.to_builder();
                let (resolver, reload) = ::tinsmith_runtime::client::endpoint_discovery::discover(
                    move || ::std::boxed::Box::pin(assigned_endpoint(self.clone())),
                    sleep,
                    time,
                )
                .await?;
                builder.set_endpoint_resolver(::std::option::Option::Some(resolver));
                ::std::result::Result::Ok((Self::from_conf(builder.build()), reload))
            }
        }
        async fn assigned_endpoint(
            client: crate::client::Client,
        ) -> ::std::result::Result<
            ::tinsmith_runtime::client::endpoint_discovery::AssignedEndpoint,
            ::aws_smithy_runtime_api::box_error::BoxError,
        > {
            let output = client.#method().send().await?;
            let endpoint = ::tinsmith_runtime::client::endpoint_discovery::AssignedEndpoint::first(output.#endpoints)?;
            ::tinsmith_runtime::client::endpoint_discovery::AssignedEndpoint::new(endpoint.#address, endpoint.#minutes)
        }
    }
}

fn method_doc(plan: &EndpointDiscoveryPlan) -> String {
    let need = if plan.is_required {
        "Operations of this service need an endpoint that it assigns"
    } else {
        "The service can assign an endpoint"
    };
    format!(
        "Returns a client for the endpoint that the service assigns, and what requests it again before it expires.\n\n\
         {need}. Spawn\n[`ReloadEndpoint::reload_task`], which ends when the client and its clones are dropped.\n\n\
         # Errors\n\n\
         Returns an error if the service assigns no endpoint, or if there is no `sleep_impl`, which the feature\n\
         `rt-tokio` provides."
    )
}
