//! The client's method for an operation, and its fluent builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{deprecated, doc, ident};
use crate::plan::{CratePlan, OperationPlan, Presence};

/// Everything of an operation that needs the feature `client`.
pub(super) fn client(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let method = method(plan, krate);
    let definition = definition(plan);
    let sending = sending(plan);
    let fluent = ident(&format!("{}FluentBuilder", plan.name));
    let customizable = customizable(plan);
    let plugin = plugin(plan);
    quote! {
        #method
        #definition
        impl #fluent {
            #sending
        }
        #customizable
        #plugin
    }
}

fn method(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let (method, fluent) = (ident(&plan.module), ident(&format!("{}FluentBuilder", plan.name)));
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
                    config_override: ::std::option::Option::None,
                }
            }
        }
    }
}

/// What the operation does, a call, and its errors.
fn method_doc(plan: &OperationPlan, krate: &CratePlan) -> String {
    let library = krate.name.replace('-', "_");
    let errors: Vec<_> = plan
        .errors
        .iter()
        .map(|error| format!("- [`{}`]({}): {}", error.path.name, error.path, error.doc.replace('\n', " ")))
        .collect();
    let errors = if errors.is_empty() {
        String::new()
    } else {
        format!("\n\n# Errors of the service\n\n{}", errors.join("\n"))
    };
    format!(
        "{}\n\n# Example\n\n```no_run\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\nlet output = client{}.send().await?;\nprintln!(\"{{output:?}}\");\n# Ok(())\n# }}\n```{errors}",
        plan.doc,
        example_call(plan),
    )
}

/// A call with setters for the required members that are text, for examples in documentation.
pub(super) fn example_call(plan: &OperationPlan) -> String {
    let required =
        plan.input.fields.iter().filter(|field| field.required_input || field.presence == Presence::Required);
    let texts = required.filter(|field| field.ty == crate::plan::RustType::String);
    let start = format!(".{}()", plan.module);
    texts.fold(start, |call, field| call + &format!(".{}(\"...\")", field.name))
}

fn definition(plan: &OperationPlan) -> TokenStream {
    let fluent = ident(&format!("{}FluentBuilder", plan.name));
    let inner = ident(&plan.input.builder);
    let module = ident(&plan.module);
    let documentation = doc(&format!("Sets the members of a call of `{}` and sends it.", plan.name));
    quote! {
        #documentation
        #[derive(Clone, Debug)]
        pub struct #fluent {
            handle: ::std::sync::Arc<crate::client::Handle>,
            pub(super) inner: crate::operation::#module::builders::#inner,
            config_override: ::std::option::Option<crate::config::Builder>,
        }
    }
}

/// The result of a call.
fn send_result(plan: &OperationPlan) -> TokenStream {
    let (output, error) = (ident(&plan.output.path.name), ident(&format!("{}Error", plan.name)));
    let module = ident(&plan.module);
    quote! {
        ::std::result::Result<
            crate::operation::#module::#output,
            ::aws_smithy_runtime_api::client::result::SdkError<
                crate::operation::#module::#error,
                ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
        >
    }
}

fn sending(plan: &OperationPlan) -> TokenStream {
    let (name, module) = (ident(&plan.name), ident(&plan.module));
    let inner = ident(&plan.input.builder);
    let (output, error) = (ident(&plan.output.path.name), ident(&format!("{}Error", plan.name)));
    let result = send_result(plan);
    quote! {
        #[doc = " What has been set so far."]
        pub fn as_input(&self) -> &crate::operation::#module::builders::#inner { &self.inner }
        #[doc = " Sends the request and waits for the answer."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " When a required member has no value, the service cannot be reached, it answers with an error, or"]
        #[doc = " its answer cannot be read."]
        pub async fn send(self) -> #result {
            let input = self
                .inner
                .build()
                .map_err(::aws_smithy_runtime_api::client::result::SdkError::construction_failure)?;
            crate::driver::send::<crate::operation::#module::#name>(&self.handle, input, self.config_override).await
        }
        #[doc = " Changes how this one request is sent, in ways that the client's configuration does not allow for."]
        pub fn customize(
            self,
        ) -> crate::client::customize::CustomizableOperation<
            crate::operation::#module::#output,
            crate::operation::#module::#error,
            Self,
        > {
            crate::client::customize::CustomizableOperation::new(self)
        }
    }
}

/// `customize()` and `send_with()`.
fn customizable(plan: &OperationPlan) -> TokenStream {
    let (fluent, module) = (ident(&format!("{}FluentBuilder", plan.name)), ident(&plan.module));
    let (output, error) = (ident(&plan.output.path.name), ident(&format!("{}Error", plan.name)));
    let inner = ident(&plan.input.builder);
    let result = send_result(plan);
    let output = quote!(crate::operation::#module::#output);
    let error = quote!(crate::operation::#module::#error);
    quote! {
        impl crate::client::customize::internal::CustomizableSend<#output, #error> for #fluent {
            #[inline]
            fn send(
                mut self,
                config_override: crate::config::Builder,
            ) -> crate::client::customize::internal::BoxFuture<
                crate::client::customize::internal::SendResult<#output, #error>,
            > {
                self.config_override = ::std::option::Option::Some(config_override);
                ::std::boxed::Box::pin(#fluent::send(self))
            }
        }
        impl crate::operation::#module::builders::#inner {
            #[doc = " Sends the request with a client and waits for the answer."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " As `send()` of the client's own method."]
            pub async fn send_with(self, client: &crate::client::Client) -> #result {
                let mut call = client.#module();
                call.inner = self;
                call.send().await
            }
        }
    }
}

/// The operation as a plugin of the runtime, frozen once.
fn plugin(plan: &OperationPlan) -> TokenStream {
    let (name, module) = (ident(&plan.name), ident(&plan.module));
    let operation = quote!(crate::operation::#module::#name);
    quote! {
        static PLUGIN: ::std::sync::LazyLock<crate::driver::OperationPlugin> =
            ::std::sync::LazyLock::new(crate::driver::OperationPlugin::new::<#operation>);
        impl crate::driver::Plugged for #operation {
            fn plugin() -> &'static crate::driver::OperationPlugin { &PLUGIN }
        }
        impl ::aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin for #operation {
            fn config(&self) -> ::std::option::Option<::aws_smithy_types::config_bag::FrozenLayer> {
                PLUGIN.config()
            }
            fn runtime_components(
                &self,
                current: &::aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder,
            ) -> ::std::borrow::Cow<'_, ::aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder> {
                PLUGIN.runtime_components(current)
            }
        }
    }
}
