//! The module of a waiter, with its fluent builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::acceptor::accept;
use super::path_function::path_function;
use crate::emit::token::{deprecated, doc, ident, path};
use crate::plan::OperationPlan;
use crate::plan::waiter::WaiterPlan;

/// Emits the module of a waiter.
pub(in crate::emit) fn waiter(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let fluent_builder = fluent_builder(operation, plan);
    let aliases = aliases(operation, plan);
    let accept = accept(operation, plan);
    let paths = plan.paths.iter().map(|plan| path_function(operation, plan));
    quote!(#fluent_builder #aliases #accept #(#paths)*)
}

/// Emits the fluent builder. Its setters come with those of the input's builder.
fn fluent_builder(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let (documentation, deprecated) = (doc(&plan.doc), deprecated(plan.deprecated.as_ref()));
    let name = ident(&plan.fluent_builder.name);
    let (final_poll, error) = (ident(&plan.final_poll.name), ident(&plan.error.name));
    let (operation, builder) = (path(&operation.path), path(&operation.input.builder));
    let (least, most) = (number(plan.seconds.0), number(plan.seconds.1));
    quote! {
        #documentation
        #deprecated
        #[derive(Clone, Debug)]
        pub struct #name {
            handle: ::std::sync::Arc<::tinsmith_runtime::client::Handle>,
            pub(crate) inner: #builder,
        }
        impl #name {
            #[inline]
            pub(crate) fn new(handle: ::std::sync::Arc<::tinsmith_runtime::client::Handle>) -> Self {
                Self { handle, inner: ::std::default::Default::default() }
            }
            #[doc = " Returns the members that are set."]
            #[inline]
            pub fn as_input(&self) -> &#builder {
                &self.inner
            }
            #[doc = " Waits, for at most `max_wait`."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Returns an error if a required member is not set, the state can no longer be reached, a call fails, or"]
            #[doc = " `max_wait` is over."]
            pub async fn wait(
                self,
                max_wait: ::std::time::Duration,
            ) -> ::std::result::Result<#final_poll, #error> {
                let input = self
                    .inner
                    .build()
                    .map_err(::aws_smithy_runtime_api::client::waiters::error::WaiterError::construction_failure)?;
                ::tinsmith_runtime::client::waiter::wait::<#operation>(
                    &self.handle,
                    input,
                    #least..=#most,
                    max_wait,
                    accept,
                )
                .await
            }
        }
    }
}

fn aliases(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let (final_poll, error_name) = (ident(&plan.final_poll.name), ident(&plan.error.name));
    let fluent = &plan.fluent_builder.name;
    let (output, error) = (path(&operation.output.path), path(&operation.error));
    let final_poll_doc = doc(&format!("Result of the last call, if [`{fluent}::wait`] succeeds."));
    let error_doc = doc(&format!("Error of [`{fluent}::wait`]."));
    quote! {
        #final_poll_doc
        pub type #final_poll = ::aws_smithy_runtime_api::client::waiters::FinalPoll<
            #output,
            ::aws_smithy_runtime_api::client::result::SdkError<
                #error,
                ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
        >;
        #error_doc
        pub type #error_name = ::aws_smithy_runtime_api::client::waiters::error::WaiterError<#output, #error>;
    }
}

fn number(value: u64) -> proc_macro2::Literal {
    proc_macro2::Literal::u64_unsuffixed(value)
}
