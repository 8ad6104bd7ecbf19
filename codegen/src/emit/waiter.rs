//! Waiters: their fluent builders, and the acceptors that evaluate the results of calls.

use proc_macro2::TokenStream;
use quote::quote;

use super::call::Chain;
use super::token::{deprecated, doc, ident, module_doc, path};
use crate::plan::waiter::{AcceptorPlan, Expected, Matcher, PathPlan, State, ValueType, WaiterPlan};
use crate::plan::{CratePlan, OperationPlan};

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

/// `waiters.rs`: the modules, and the methods of the client.
pub(super) fn root(plan: &CratePlan) -> TokenStream {
    let waiters = all(plan);
    let example =
        waiters.first().map(|(operation, waiter)| example(operation, waiter, &plan.name.replace('-', "_")));
    let documentation = module_doc(&format!(
        "Waiting for states. Bring [`Waiters`] into scope to call `wait_until_...` on a client.\n\n{}",
        example.unwrap_or_default()
    ));
    let modules = waiters.iter().map(|(_, waiter)| {
        let (name, documentation) = (ident(&waiter.module), doc(&waiter.summary));
        quote!(#documentation pub mod #name;)
    });
    let declared = waiters.iter().map(|(_, waiter)| {
        let (documentation, head) = (doc(&waiter.doc), head(waiter));
        let deprecated = deprecated(waiter.deprecated.as_ref());
        quote!(#documentation #deprecated #head;)
    });
    let defined = waiters.iter().map(|(_, waiter)| {
        let (head, fluent) = (head(waiter), path(&waiter.fluent_builder));
        quote!(#[inline] #head { #fluent::new(self.handle.clone()) })
    });
    quote! {
        #documentation
        #(#modules)*
        /// Methods of the client that wait. The trait is sealed, so that a newer model can add methods.
        pub trait Waiters: sealed::Sealed {
            #(#declared)*
        }
        impl Waiters for crate::client::Client {
            #(#defined)*
        }
        mod sealed {
            pub trait Sealed {}
        }
        impl sealed::Sealed for crate::client::Client {}
    }
}

/// Waiting, as a program has it.
pub(super) fn example(operation: &OperationPlan, waiter: &WaiterPlan, library: &str) -> String {
    let mut chain = Chain::required(operation, "client".to_owned());
    chain.calls.insert(0, format!(".{}()", waiter.method));
    chain.calls.push(".wait(Duration::from_secs(600))".to_owned());
    let wait = chain.statement("", ".await?;");
    format!(
        "```no_run\n# #[cfg(feature = \"client\")]\nuse {library}::waiters::Waiters;\nuse std::time::Duration;\n\n\
         # #[cfg(feature = \"client\")]\n\
         # async fn example(client: &{library}::Client) -> Result<(), Box<dyn std::error::Error>> {{\n{wait}\n\
         # Ok(())\n# }}\n```"
    )
}

/// `fn wait_until_connection_available(&self) -> ...`
fn head(waiter: &WaiterPlan) -> TokenStream {
    let (name, fluent) = (ident(&waiter.method), path(&waiter.fluent_builder));
    quote!(fn #name(&self) -> #fluent)
}

/// The module of a waiter.
pub(super) fn waiter(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let fluent_builder = fluent_builder(operation, plan);
    let aliases = aliases(operation, plan);
    let accept = accept(operation, plan);
    let paths = plan.paths.iter().map(|plan| path_function(operation, plan));
    quote!(#fluent_builder #aliases #accept #(#paths)*)
}

/// The fluent builder. Its setters come with those of the input's builder.
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

/// The side of a result that an acceptor looks at.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Output,
    Error,
}

/// A condition of an acceptor, and the state if it holds.
struct Case {
    side: Side,
    /// `None` if every result of the side matches.
    condition: Option<TokenStream>,
    state: TokenStream,
}

/// The function that evaluates the acceptors. The first one that matches decides.
fn accept(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let (input, output, error) =
        (path(&operation.input.path), path(&operation.output.path), path(&operation.error));
    let cases: Vec<Case> = plan.acceptors.iter().map(|acceptor| case(operation, plan, acceptor)).collect();
    let (on_output, output_name) = decision(&cases, Side::Output);
    let (on_error, error_name) = decision(&cases, Side::Error);
    let reads_input = plan.acceptors.iter().any(|acceptor| match &acceptor.matcher {
        Matcher::Path { path, .. } => plan.paths.get(*path).is_some_and(|path| path.input),
        _ => false,
    });
    let input_name = if reads_input { quote!(input) } else { quote!(_) };
    quote! {
        fn accept(
            #input_name: &#input,
            result: ::std::result::Result<&#output, &#error>,
        ) -> ::aws_smithy_runtime::client::waiters::AcceptorState {
            match result {
                ::std::result::Result::Ok(#output_name) => #on_output,
                ::std::result::Result::Err(#error_name) => #on_error,
            }
        }
    }
}

/// The state for one side of a result, and the name under which the conditions use it.
fn decision(cases: &[Case], side: Side) -> (TokenStream, TokenStream) {
    let mut cases = cases.iter().filter(|case| case.side == side);
    let mut conditions = Vec::new();
    let mut otherwise = quote!(::aws_smithy_runtime::client::waiters::AcceptorState::NoAcceptorsMatched);
    for case in &mut cases {
        let state = &case.state;
        match &case.condition {
            Some(condition) => conditions.push((condition, state)),
            None => {
                otherwise = quote!(#state);
                break;
            }
        }
    }
    let name = match (side, conditions.is_empty()) {
        (_, true) => quote!(_),
        (Side::Output, false) => quote!(output),
        (Side::Error, false) => quote!(error),
    };
    let decision =
        conditions.into_iter().rev().fold(None, |rest: Option<TokenStream>, (condition, state)| {
            Some(match rest {
                None => quote!(if #condition { #state } else { #otherwise }),
                Some(rest) => quote!(if #condition { #state } else #rest),
            })
        });
    (decision.unwrap_or(otherwise), name)
}

fn case(operation: &OperationPlan, waiter: &WaiterPlan, plan: &AcceptorPlan) -> Case {
    let state = match plan.state {
        State::Success => quote!(Success),
        State::Failure => quote!(Failure),
        State::Retry => quote!(Retry),
    };
    let state = quote!(::aws_smithy_runtime::client::waiters::AcceptorState::#state);
    let error = path(&operation.error);
    let (side, condition) = match &plan.matcher {
        Matcher::Output => (Side::Output, None),
        Matcher::AnyError => (Side::Error, None),
        Matcher::Variant(variant) => {
            let variant = ident(variant);
            (Side::Error, Some(quote!(matches!(error, #error::#variant(_)))))
        }
        Matcher::Code(code) => {
            let found = quote!(::aws_smithy_types::error::metadata::ProvideErrorMetadata::code(error));
            (Side::Error, Some(quote!(#found == ::std::option::Option::Some(#code))))
        }
        Matcher::Path { path, expected } => {
            (Side::Output, waiter.paths.get(*path).map(|path| condition(path, expected)))
        }
    };
    Case { side, condition, state }
}

fn condition(plan: &PathPlan, expected: &Expected) -> TokenStream {
    let name = ident(&plan.name);
    let found = if plan.input { quote!(#name(input, output)) } else { quote!(#name(output)) };
    match expected {
        Expected::String(text) => quote!(#found == ::std::option::Option::Some(#text)),
        Expected::All(text) => quote!(::tinsmith_runtime::client::waiter::all_equal(#found, #text)),
        Expected::Any(text) => quote!(::tinsmith_runtime::client::waiter::any_equals(#found, #text)),
        Expected::Boolean(flag) => match (plan.ty == ValueType::Condition, flag) {
            (true, true) => found,
            (true, false) => quote!(!#found),
            (false, flag) => quote!(#found == ::std::option::Option::Some(#flag)),
        },
    }
}

/// The function that finds what acceptors look at.
fn path_function(operation: &OperationPlan, plan: &PathPlan) -> TokenStream {
    let (input, output) = (path(&operation.input.path), path(&operation.output.path));
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
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
