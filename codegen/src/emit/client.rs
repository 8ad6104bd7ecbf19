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
    let mut sections = vec![plan.doc.clone(), format!("# Example\n\n{}", examples(plan, &library))];
    sections.extend(
        example_of_pages(plan, &library).map(|example| format!("# Pages\n\n{}\n\n{example}", pages(plan))),
    );
    sections.extend(super::operation::errors_doc(plan, |error| error.path.to_string()));
    sections.join("\n\n")
}

fn pages(plan: &OperationPlan) -> String {
    let fluent = format!("crate::operation::{}::builders::{}FluentBuilder", plan.module, plan.name);
    format!("The answer comes in pages. [`into_paginator`]({fluent}::into_paginator) reads all of them.")
}

/// Reading all pages, or all items of all pages.
pub(super) fn example_of_pages(plan: &OperationPlan, library: &str) -> Option<String> {
    let paginator = plan.paginator.as_ref()?;
    let mut chain = Chain::required(plan, "client".to_owned());
    chain.calls.insert(0, format!(".{}()", plan.module));
    chain.calls.push(".into_paginator()".to_owned());
    chain.calls.extend(paginator.items.as_ref().map(|_| ".items()".to_owned()));
    chain.calls.push(".send()".to_owned());
    let (stream, one) = if paginator.items.is_some() { ("items", "item") } else { ("pages", "page") };
    let statement = chain.statement(&format!("let mut {stream} = "), ";");
    Some(format!(
        "```no_run\n# #[cfg(feature = \"client\")]\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n{statement}\n\
         while let Some({one}) = {stream}.next().await {{\n    println!(\"{{:?}}\", {one}?);\n}}\n# Ok(())\n# }}\n```"
    ))
}

/// The examples of the model, or else the shortest call.
fn examples(plan: &OperationPlan, library: &str) -> String {
    if plan.examples.is_empty() {
        return format!(
            "```no_run\n# async fn example(client: &{library}::Client) -> Result<(), {library}::Error> {{\n{}\n# Ok(())\n# }}\n```",
            example_statements(plan, library),
        );
    }
    let examples = plan.examples.iter().map(|example| super::example::example(example, plan, library));
    examples.collect::<Vec<_>>().join("\n\n")
}

/// A call and what comes of it: the first example of the model, or the shortest call.
pub(super) fn example_statements(plan: &OperationPlan, library: &str) -> String {
    match plan.examples.first() {
        Some(example) => super::example::statements(example, plan, library),
        None => {
            let call = Chain::call(plan, "client").statement("let output = ", ".await?;");
            format!("{call}\nprintln!(\"{{output:?}}\");")
        }
    }
}

/// Calls of methods, one after the other, in documentation.
pub(super) struct Chain {
    start: String,
    pub(super) calls: Vec<String>,
}

impl Chain {
    /// The longest chain that stays on one line, as rustfmt has it.
    const WIDTH: usize = 60;

    /// Setters for the required members that are text.
    pub(super) fn required(plan: &OperationPlan, start: String) -> Self {
        let required = plan
            .input
            .fields
            .iter()
            .filter(|field| field.required_input || field.presence == Presence::Required);
        let texts = required.filter(|field| field.ty == crate::plan::RustType::String);
        Self { start, calls: texts.map(|field| format!(".{}(\"...\")", field.name)).collect() }
    }

    /// A call of the operation by a client, with what it requires.
    pub(super) fn call(plan: &OperationPlan, client: &str) -> Self {
        let mut chain = Self::required(plan, client.to_owned());
        chain.calls.insert(0, format!(".{}()", plan.module));
        chain.calls.push(".send()".to_owned());
        chain
    }

    /// The chain between `before` and `after`, whose first call ends it.
    pub(super) fn statement(&self, before: &str, after: &str) -> String {
        let one_line = format!("{}{}", self.start, self.calls.concat());
        if one_line.len() + after.trim_end_matches(';').len() <= Self::WIDTH {
            return format!("{before}{one_line}{after}");
        }
        let lines = self.calls.join("\n    ");
        let after = if after.starts_with('.') { format!("\n    {after}") } else { after.to_owned() };
        format!("{before}{}\n    {lines}{after}", self.start)
    }
}

/// The fluent builder.
fn call(plan: &OperationPlan) -> TokenStream {
    let documentation = doc(&format!(
        "Sets the members of a call of `{}` and sends it.\n\n[What it does, how it is called, and its errors](crate::client::Client::{}).",
        plan.name, plan.module
    ));
    let (fluent, builder) = (ident(&format!("{}FluentBuilder", plan.name)), ident(&plan.input.builder));
    let (name, module) = (ident(&plan.name), ident(&plan.module));
    let (output, error) = (path(&plan.output.path), error_path(plan));
    let module_path = quote!(crate::operation::#module);
    let interceptors = behavior::interceptors(plan);
    quote! {
        crate::driver::call! {
            #documentation
            pub struct #fluent => #module_path::#name, #module_path::builders::#builder, #output, #error;
            #(with #interceptors;)*
        }
    }
}
