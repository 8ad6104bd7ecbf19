//! Waiters: what their answers mean; `support/src/client/waiter.rs` does the rest.

use proc_macro2::TokenStream;
use quote::quote;

use super::client::Chain;
use super::operation::error_path;
use super::token::{deprecated, doc, ident, module_doc, path};
use crate::doc::code_span;
use crate::plan::{
    AcceptorPlan, CratePlan, Expected, Matcher, OperationPlan, PathPlan, ValueType, WaiterPlan, WaiterState,
};

mod value;

/// The waiters of a crate with the operations that they call, in the order of their names.
pub(super) fn all(plan: &CratePlan) -> Vec<(&OperationPlan, &WaiterPlan)> {
    let operations = plan.operations.iter();
    let each =
        operations.flat_map(|operation| operation.waiters.iter().map(move |waiter| (operation, waiter)));
    let mut waiters: Vec<_> = each.collect();
    waiters.sort_by(|left, right| left.1.module.cmp(&right.1.module));
    waiters
}

/// The path of a waiter's fluent builder in the crate.
pub(super) fn fluent(waiter: &WaiterPlan) -> TokenStream {
    let (module, name) = (ident(&waiter.module), fluent_name(waiter));
    quote!(waiters::#module::#name)
}

fn fluent_name(waiter: &WaiterPlan) -> proc_macro2::Ident {
    ident(&format!("{}FluentBuilder", waiter.name))
}

/// `waiters.rs`: the modules, and the methods of the client.
pub(super) fn face(plan: &CratePlan) -> TokenStream {
    let waiters = all(plan);
    let example =
        waiters.first().map(|(operation, waiter)| example(operation, waiter, &plan.name.replace('-', "_")));
    let documentation = module_doc(&format!(
        "Waiting for states. Bring [`Waiters`] into scope to call `wait_until_...` on a client.\n\n{}",
        example.unwrap_or_default()
    ));
    let modules = waiters.iter().map(|(_, waiter)| {
        let summary = crate::doc::summary(&waiter.doc).replace('\n', " ");
        // What begins with code has no first sentence.
        let summary = if summary.is_empty() { format!("The waiter `{}`.", waiter.name) } else { summary };
        let (name, documentation) = (ident(&waiter.module), doc(&summary));
        quote!(#documentation pub mod #name;)
    });
    let declared = waiters.iter().map(|(_, waiter)| {
        let (documentation, head) = (doc(&waiter.doc), head(waiter));
        let deprecated = deprecated(waiter.deprecated.as_ref());
        quote!(#documentation #deprecated #head;)
    });
    let defined = waiters.iter().map(|(_, waiter)| {
        let (head, fluent) = (head(waiter), fluent(waiter));
        quote!(#[inline] #head { crate::#fluent::new(self.handle.clone()) })
    });
    quote! {
        #documentation
        #(#modules)*
        /// A method of the client for each waiter. Nothing else implements it, so that a newer model may add methods.
        pub trait Waiters: crate::client::waiter::Sealed {
            #(#declared)*
        }
        impl Waiters for crate::client::Client {
            #(#defined)*
        }
    }
}

/// Waiting, as a program has it.
pub(super) fn example(operation: &OperationPlan, waiter: &WaiterPlan, library: &str) -> String {
    let mut chain = Chain::required(operation, "client".to_owned());
    chain.calls.insert(0, format!(".{}()", method(waiter)));
    chain.calls.push(".wait(Duration::from_secs(600))".to_owned());
    let wait = chain.statement("", ".await?;");
    format!(
        "```no_run\n# #[cfg(feature = \"client\")]\nuse {library}::waiters::Waiters;\nuse std::time::Duration;\n\n\
         # #[cfg(feature = \"client\")]\n\
         # async fn example(client: &{library}::Client) -> Result<(), Box<dyn std::error::Error>> {{\n{wait}\n\
         # Ok(())\n# }}\n```"
    )
}

/// `wait_until_connection_available`
fn method(waiter: &WaiterPlan) -> String {
    format!("wait_until_{}", waiter.module.trim_start_matches('_'))
}

/// `fn wait_until_connection_available(&self) -> ...`
fn head(waiter: &WaiterPlan) -> TokenStream {
    let name = ident(&method(waiter));
    let fluent = fluent(waiter);
    quote!(fn #name(&self) -> crate::#fluent)
}

/// The module of a waiter.
pub(super) fn waiter(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let (documentation, deprecated) = (doc(&plan.doc), deprecated(plan.deprecated.as_ref()));
    let (name, module) = (fluent_name(plan), ident(&operation.module));
    let final_poll = ident(&format!("{}FinalPoll", plan.name));
    let error_name = ident(&format!("WaitUntil{}Error", plan.name));
    let (operation_name, builder) = (ident(&operation.name), ident(&operation.input.builder));
    let (output, error) = (path(&operation.output.path), error_path(operation));
    let (least, most) = (number(plan.seconds.0), number(plan.seconds.1));
    let acceptors = plan.acceptors.iter().map(|acceptor_plan| acceptor(plan, acceptor_plan));
    let looks = plan.paths.iter().map(|plan| look(operation, plan));
    let home = quote!(crate::operation::#module);
    quote! {
        crate::client::waiter::waiter! {
            #documentation
            #deprecated
            pub struct #name => #home::#operation_name, #home::builders::#builder, #output, #error;
            pub type #final_poll;
            pub type #error_name;
            seconds #least to #most;
            #(#acceptors)*
        }
        #(#looks)*
    }
}

fn number(value: u64) -> proc_macro2::Literal {
    proc_macro2::Literal::u64_unsuffixed(value)
}

/// `Success if all connection_state == "available";`
fn acceptor(waiter: &WaiterPlan, plan: &AcceptorPlan) -> TokenStream {
    let state = ident(match plan.state {
        WaiterState::Success => "Success",
        WaiterState::Failure => "Failure",
        WaiterState::Retry => "Retry",
    });
    let question = match &plan.matcher {
        Matcher::Output => quote!(output),
        Matcher::AnyError => quote!(failed),
        Matcher::Variant(variant) => {
            let variant = ident(variant);
            quote!(error #variant)
        }
        Matcher::Code(code) => quote!(code == #code),
        Matcher::Path { path, expected } => question(waiter.paths.get(*path), expected),
    };
    quote!(#state if #question;)
}

fn question(look: Option<&PathPlan>, wanted: &Expected) -> TokenStream {
    let name = look.map(|look| ident(&look.name));
    let both = look.filter(|look| look.input).map(|_| quote!(both));
    match wanted {
        Expected::String(text) => quote!(text #both #name == #text),
        Expected::All(text) => quote!(all #both #name == #text),
        Expected::Any(text) => quote!(any #both #name == #text),
        Expected::Boolean(flag) if look.is_some_and(|look| look.ty == ValueType::Condition) => {
            quote!(truth #both #name == #flag)
        }
        Expected::Boolean(flag) => quote!(flag #both #name == #flag),
    }
}

/// The function that finds what acceptors look at.
fn look(operation: &OperationPlan, plan: &PathPlan) -> TokenStream {
    let (input, output) = (path(&operation.input.path), path(&operation.output.path));
    let name = ident(&plan.name);
    let documentation = doc(&format!("What the path {} leads to.", code_span(&plan.path)));
    let lifetime = plan.input.then(|| quote!('a));
    let borrowed = if plan.input { quote!(&'a str) } else { quote!(&str) };
    let (ty, value) = match plan.ty {
        ValueType::String => (quote!(::std::option::Option<#borrowed>), value::optional(&plan.value)),
        ValueType::Strings => {
            (quote!(::std::option::Option<::std::vec::Vec<#borrowed>>), value::optional(&plan.value))
        }
        ValueType::Boolean => (quote!(::std::option::Option<bool>), value::optional(&plan.value)),
        ValueType::Condition => (quote!(bool), value::certain(&plan.value)),
    };
    if !plan.input {
        return quote!(#documentation fn #name(output: &#output) -> #ty { #value });
    }
    let generic = matches!(plan.ty, ValueType::String | ValueType::Strings);
    let (generics, lifetime) = if generic { (Some(quote!(<'a>)), lifetime) } else { (None, None) };
    let answer = if plan.value.mentions("output") { quote!(output) } else { quote!(_) };
    quote! {
        #documentation
        fn #name #generics(input: &#lifetime #input, #answer: &#lifetime #output) -> #ty { #value }
    }
}
