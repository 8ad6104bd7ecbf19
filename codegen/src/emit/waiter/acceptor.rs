//! The function that evaluates the acceptors of a waiter.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::token::{ident, path};
use crate::plan::OperationPlan;
use crate::plan::waiter::{AcceptorPlan, Expected, Matcher, PathPlan, State, ValueType, WaiterPlan};

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

/// Emits the function that evaluates the acceptors. The first one that matches decides.
pub(super) fn accept(operation: &OperationPlan, plan: &WaiterPlan) -> TokenStream {
    let (input, output, error) =
        (path(&operation.input.path), path(&operation.output.path), path(&operation.error));
    let cases: Vec<Case> = plan.acceptors.iter().map(|acceptor| case(operation, plan, acceptor)).collect();
    let (on_output, output_name) = decision(&cases, Side::Output);
    let (on_error, error_name) = decision(&cases, Side::Error);
    let reads_input = plan.acceptors.iter().any(|acceptor| match &acceptor.matcher {
        Matcher::Path { path, .. } => plan.paths.get(*path).is_some_and(|path| path.uses_input),
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

/// Emits the state for one side of a result, and the name under which the conditions use it.
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
        Matcher::Status(status) => {
            let status = Literal::u16_unsuffixed(*status);
            (Side::Error, Some(quote!(::tinsmith_runtime::client::waiter::has_status(error, #status))))
        }
        Matcher::Path { path, expected } => {
            (Side::Output, waiter.paths.get(*path).map(|path| condition(path, expected)))
        }
    };
    Case { side, condition, state }
}

fn condition(plan: &PathPlan, expected: &Expected) -> TokenStream {
    let name = ident(&plan.name);
    let found = if plan.uses_input { quote!(#name(input, output)) } else { quote!(#name(output)) };
    match expected {
        Expected::String(text) => quote!(#found == ::std::option::Option::Some(#text)),
        Expected::All(text) => quote!(::tinsmith_runtime::client::waiter::all_equal(#found, #text)),
        Expected::Any(text) => quote!(::tinsmith_runtime::client::waiter::any_equals(#found, #text)),
        Expected::Boolean(value) => match (plan.ty == ValueType::Condition, value) {
            (true, true) => found,
            (true, false) => quote!(!#found),
            (false, value) => quote!(#found == ::std::option::Option::Some(#value)),
        },
    }
}
