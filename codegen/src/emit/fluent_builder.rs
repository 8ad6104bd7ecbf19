//! The fluent builder of an operation, and the client's method that returns it.

use proc_macro2::TokenStream;
use quote::quote;

use super::call::{example_of_pages, examples};
use super::operation::errors_doc;
use super::token::{deprecated, doc, ident, module_doc, path};
use super::{customization, paginator, presigning, request_features, transfer};
use crate::plan::{CratePlan, OperationPlan};

/// Emits everything of an operation that needs the feature `client`.
pub(super) fn fluent_builder(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let documentation = module_doc(&format!(
        "Fluent builder of `{}`, and the method of `Client` that returns it.\n\n\
         `structure!` in `input.rs` implements its setters.",
        plan.name
    ));
    let method = method(plan, krate);
    let definition = definition(plan, krate);
    let customizable = customizable(plan);
    let presignable = presigning::customizable(plan);
    let send_with = send_with(plan);
    let plugin = plugin(plan);
    let session = customization::session(plan);
    quote!(#documentation #method #definition #customizable #presignable #send_with #plugin #session)
}

fn method(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let (method, fluent) = (ident(&plan.module), ident(&plan.fluent_builder.name));
    let documentation = doc(&method_doc(plan, krate));
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        impl crate::client::Client {
            #documentation
            #deprecated
            pub fn #method(&self) -> #fluent {
                #fluent {
                    handle: self.handle.clone(),
                    inner: ::std::default::Default::default(),
                }
            }
        }
    }
}

/// Returns the documentation of the operation, a call, and its errors.
fn method_doc(plan: &OperationPlan, krate: &CratePlan) -> String {
    let library = krate.name.replace('-', "_");
    let mut sections = vec![plan.doc.clone(), format!("# Example\n\n{}", examples(plan, &library))];
    sections.extend(
        example_of_pages(plan, &library).map(|example| format!("# Pages\n\n{}\n\n{example}", pages(plan))),
    );
    sections.extend(errors_doc(plan, |error| error.path.to_string()));
    sections.join("\n\n")
}

fn pages(plan: &OperationPlan) -> String {
    let fluent = &plan.fluent_builder;
    format!("The output comes in pages. [`into_paginator`]({fluent}::into_paginator) reads all of them.")
}

/// `Result<Output, SdkError<Error, HttpResponse>>`
pub(super) fn send_result(plan: &OperationPlan) -> TokenStream {
    let (output, error) = (path(&plan.output.path), path(&plan.error));
    quote! {
        ::std::result::Result<
            #output,
            ::aws_smithy_runtime_api::client::result::SdkError<
                #error,
                ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
        >
    }
}

const SEND_DOC: &str = "\
Sends the request and returns the output.

Connection errors, throttling and server errors are retried: by default, there are up to three attempts.
Connecting times out after 3.1 seconds; the call as a whole has no time limit. Change this with
[`retry_config`](crate::config::Builder::retry_config) and
[`timeout_config`](crate::config::Builder::timeout_config), for a call with [`customize`](Self::customize).

# Errors

Returns an error if a required member is not set, the service cannot be reached or responds with an
error, or the response cannot be read.";

const CUSTOMIZE_DOC: &str = "\
Customizes this call: interceptors, changes of the request, and settings that override those of the
client.";

const SEND_WITH_DOC: &str = "\
Sends the request with `client` and returns the output.

# Errors

Returns the same errors as `send` of the fluent builder.";

/// Emits the fluent builder. Its setters come with those of the input's builder.
fn definition(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let documentation = doc(&format!(
        "Fluent builder of a call of `{}`.\n\n[`Client::{1}`](crate::client::Client::{1}) documents the operation and its errors.\n\n\
         Its setters are those of [`{2}`](crate::operation::{1}::builders::{2}).",
        plan.name, plan.module, plan.input.builder.name
    ));
    let (fluent, builder) = (ident(&plan.fluent_builder.name), path(&plan.input.builder));
    let operation = path(&plan.path);
    let (output, error) = (path(&plan.output.path), path(&plan.error));
    let result = send_result(plan);
    let paginator = plan.paginator.as_ref().map(paginator::entry);
    let (presigned, post) = (presigning::method(plan), presigning::post_method(plan));
    let transfers = transfer::methods(plan, krate);
    let clone = (!plan.input.derives.holds_stream).then(|| quote!(Clone,));
    let (send_doc, customize_doc) = (doc(SEND_DOC), doc(CUSTOMIZE_DOC));
    quote! {
        #documentation
        #[must_use = "a call does nothing until it is sent"]
        #[derive(#clone Debug)]
        pub struct #fluent {
            handle: ::std::sync::Arc<::tinsmith_runtime::client::Handle>,
            pub(super) inner: #builder,
        }
        impl #fluent {
            #[doc = " Returns the members that are set."]
            #[inline]
            pub fn as_input(&self) -> &#builder {
                &self.inner
            }
            #send_doc
            pub async fn send(self) -> #result {
                ::tinsmith_runtime::orchestrator::send::<#operation>(
                    self.handle,
                    self.inner.build(),
                    ::std::option::Option::None,
                )
                .await
            }
            #customize_doc
            #[inline]
            pub fn customize(self) -> crate::client::customize::CustomizableOperation<#output, #error, Self> {
                crate::client::customize::CustomizableOperation::new(self)
            }
            #paginator
            #presigned
            #post
            #transfers
        }
    }
}

/// Emits the fluent builder as a call that can be customized.
fn customizable(plan: &OperationPlan) -> TokenStream {
    let (fluent, operation) = (ident(&plan.fluent_builder.name), path(&plan.path));
    let (output, error) = (path(&plan.output.path), path(&plan.error));
    quote! {
        impl crate::client::customize::internal::CustomizableSend<#output, #error> for #fluent {
            #[inline]
            fn send(
                self,
                config_override: crate::config::Builder,
            ) -> ::tinsmith_runtime::orchestrator::BoxFuture<
                ::tinsmith_runtime::orchestrator::SendResult<#output, #error>,
            > {
                ::tinsmith_runtime::orchestrator::send::<#operation>(
                    self.handle,
                    self.inner.build(),
                    ::std::option::Option::Some(config_override.settings),
                )
            }
        }
    }
}

/// Emits `send_with` of the input's builder.
fn send_with(plan: &OperationPlan) -> TokenStream {
    let (operation, builder) = (path(&plan.path), path(&plan.input.builder));
    let (documentation, result) = (doc(SEND_WITH_DOC), send_result(plan));
    quote! {
        impl #builder {
            #documentation
            pub async fn send_with(self, client: &crate::client::Client) -> #result {
                ::tinsmith_runtime::orchestrator::send::<#operation>(
                    client.handle.clone(),
                    self.build(),
                    ::std::option::Option::None,
                )
                .await
            }
        }
    }
}

/// Emits the operation as a runtime plugin.
fn plugin(plan: &OperationPlan) -> TokenStream {
    let operation = path(&plan.path);
    let endpoint_params = (!plan.bindings.is_empty()).then(|| endpoint_params(plan));
    let params = match endpoint_params {
        Some(_) => quote!(endpoint_params),
        None => quote!(crate::service::endpoint::endpoint_params),
    };
    let interceptors = request_features::interceptors(plan);
    let auth_schemes = customization::auth_schemes(plan);
    quote! {
        #endpoint_params
        ::tinsmith_runtime::operation_plugin!(#operation, #params, [#(#interceptors),*] #auth_schemes);
    }
}

/// Emits the endpoint parameters of an operation that sets some itself.
fn endpoint_params(plan: &OperationPlan) -> TokenStream {
    let (operation, input) = (path(&plan.path), path(&plan.input.path));
    quote! {
        fn endpoint_params(
            input: &::aws_smithy_runtime_api::client::interceptors::context::Input,
            config: &::aws_smithy_types::config_bag::ConfigBag,
        ) -> ::std::result::Result<
            ::aws_smithy_runtime_api::client::endpoint::EndpointResolverParams,
            ::aws_smithy_runtime_api::box_error::BoxError,
        > {
            crate::service::endpoint::endpoint_params_with(config, |params| {
                match input.downcast_ref::<#input>() {
                    ::std::option::Option::Some(input) => {
                        #operation::endpoint_params(input, params)
                    }
                    ::std::option::Option::None => params,
                }
            })
        }
    }
}
