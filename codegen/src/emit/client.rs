//! The client's method for an operation, and its fluent builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::operation::error_path;
use super::token::{deprecated, doc, ident, path};
use super::{behavior, paginator};
use crate::plan::{CratePlan, OperationPlan, Presence};

/// Everything of an operation that needs the feature `client`.
pub(super) fn client(plan: &OperationPlan, krate: &CratePlan) -> TokenStream {
    let method = method(plan, krate);
    let call = call(plan);
    let paginator = plan.paginator.as_ref().map(|paginator| paginator::entry(plan, paginator));
    quote!(#method #call #paginator)
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
    let pages = if plan.paginator.is_some() {
        let fluent = format!("crate::operation::{}::builders::{}FluentBuilder", plan.module, plan.name);
        format!(
            "\n\nThe answer comes in pages: [`into_paginator`]({fluent}::into_paginator) reads all of them."
        )
    } else {
        String::new()
    };
    let examples = examples(plan, &library);
    format!("{}{pages}\n\n# Example\n\n{examples}{errors}", plan.doc)
}

/// The examples of the model, or else the shortest call.
fn examples(plan: &OperationPlan, library: &str) -> String {
    if plan.examples.is_empty() {
        return format!(
            "```no_run\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\nlet output = client{}.send().await?;\nprintln!(\"{{output:?}}\");\n# Ok(())\n# }}\n```",
            example_call(plan),
        );
    }
    let examples = plan.examples.iter().map(|example| super::example::example(example, plan, library));
    examples.collect::<Vec<_>>().join("\n\n")
}

/// A call with setters for the required members that are text, for examples in documentation.
pub(super) fn example_call(plan: &OperationPlan) -> String {
    let required =
        plan.input.fields.iter().filter(|field| field.required_input || field.presence == Presence::Required);
    let texts = required.filter(|field| field.ty == crate::plan::RustType::String);
    let start = format!(".{}()", plan.module);
    texts.fold(start, |call, field| call + &format!(".{}(\"...\")", field.name))
}

/// The fluent builder.
fn call(plan: &OperationPlan) -> TokenStream {
    let documentation = doc(&format!("Sets the members of a call of `{}` and sends it.", plan.name));
    let (fluent, builder) = (ident(&format!("{}FluentBuilder", plan.name)), ident(&plan.input.builder));
    let (name, module) = (ident(&plan.name), ident(&plan.module));
    let (output, error) = (path(&plan.output.path), error_path(plan));
    let module_path = quote!(crate::operation::#module);
    let interceptors = behavior::interceptors(plan);
    quote! {
        crate::driver::call! {
            #documentation
            pub struct #fluent => #module #module_path::#name, #module_path::builders::#builder, #output, #error;
            #(with #interceptors;)*
        }
    }
}
