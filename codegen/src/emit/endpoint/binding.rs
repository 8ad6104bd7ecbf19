//! The endpoint parameters that an operation sets.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use crate::plan::endpoint::ParameterValue;
use crate::plan::{Binding, OperationPlan, Taken, Visit};

/// Emits `endpoint_params` of an operation; nothing where it sets none.
pub(in crate::emit) fn operation_params(plan: &OperationPlan) -> TokenStream {
    if plan.bindings.is_empty() {
        return TokenStream::new();
    }
    let input_ty = path(&plan.input.path);
    let visits: Vec<_> = plan.bindings.iter().filter_map(from_input).collect();
    let fixed = plan.bindings.iter().filter_map(fixed_call);
    let (input, params) = match visits[..] {
        [] => (quote!(_input), quote!(params)),
        _ => (quote!(input), quote!(mut params)),
    };
    quote! {
        #[doc = " The endpoint parameters with those that this operation sets."]
        pub fn endpoint_params(
            #input: &#input_ty,
            #params: crate::config::endpoint::ParamsBuilder,
        ) -> crate::config::endpoint::ParamsBuilder {
            #(#visits)*
            params #(#fixed)*
        }
    }
}

fn from_input(plan: &Binding) -> Option<TokenStream> {
    match plan {
        Binding::Input(visit) => Some(self::visit(visit)),
        Binding::Fixed { .. } => None,
    }
}

/// Emits the calls that set fixed values. They override all others, so they are set last.
fn fixed_call(plan: &Binding) -> Option<TokenStream> {
    let Binding::Fixed { parameter, value } = plan else { return None };
    let (parameter, value) = (ident(parameter), fixed(value));
    Some(quote!(.#parameter(#value)))
}

/// Emits a value that a setter takes.
pub(super) fn fixed(value: &ParameterValue) -> TokenStream {
    match value {
        ParameterValue::String(text) => quote!(#text),
        ParameterValue::Boolean(value) => quote!(#value),
        ParameterValue::StringArray(texts) if texts.is_empty() => {
            quote!(::std::vec::Vec::<::std::string::String>::new())
        }
        ParameterValue::StringArray(texts) => quote!(vec![#(#texts.to_owned()),*]),
    }
}

fn visit(plan: &Visit) -> TokenStream {
    let (tests, rest) = chain(plan);
    let body = rest.iter().map(|visit| statement(visit));
    if tests.is_empty() { quote!(#(#body)*) } else { quote!(if #(#tests)&&* { #(#body)* }) }
}

/// Emits the tests that one `if` can have, and the code that runs when they hold.
fn chain(plan: &Visit) -> (Vec<TokenStream>, Vec<&Visit>) {
    let mut tests = Vec::new();
    let mut rest = vec![plan];
    while let [only] = rest[..]
        && let Some((test, inner)) = test(only)
    {
        tests.push(test);
        rest = inner.iter().collect();
    }
    (tests, rest)
}

/// Emits a step that may lead nowhere.
fn test(plan: &Visit) -> Option<(TokenStream, &[Visit])> {
    match plan {
        Visit::Field { from, field, is_optional: true, name, inner } => {
            let (from, field, name) = (ident(from), ident(field), ident(name));
            Some((quote!(let ::std::option::Option::Some(#name) = &#from.#field), inner))
        }
        Visit::Variant { from, union, variant, name, inner } => {
            let (from, union, variant, name) = (ident(from), path(union), ident(variant), ident(name));
            Some((quote!(let #union::#variant(#name) = #from), inner))
        }
        _ => None,
    }
}

fn statement(plan: &Visit) -> TokenStream {
    match plan {
        Visit::Field { is_optional: true, .. } | Visit::Variant { .. } => visit(plan),
        Visit::Field { from, field, name, inner, .. } => {
            let (from, field, name) = (ident(from), ident(field), ident(name));
            let inner = inner.iter().map(visit);
            quote!(let #name = &#from.#field; #(#inner)*)
        }
        Visit::Each { from, is_map, sparse, name, inner } => {
            let (from, name) = (ident(from), ident(name));
            let values = match (is_map, sparse) {
                (true, true) => quote!(#from.values().flatten()),
                (true, false) => quote!(#from.values()),
                (false, true) => quote!(#from.iter().flatten()),
                (false, false) => quote!(#from),
            };
            let inner = inner.iter().map(visit);
            quote!(for #name in #values { #(#inner)* })
        }
        Visit::Collect { list, parameter, inner } => {
            let (list, parameter) = (ident(list), ident(parameter));
            let inner = inner.iter().map(visit);
            quote! {
                let mut #list = ::std::vec::Vec::new();
                #(#inner)*
                params = params.#parameter(#list);
            }
        }
        Visit::Push { list, from, is_enum } => {
            let (list, from) = (ident(list), ident(from));
            let text = if *is_enum { quote!(#from.as_str().to_owned()) } else { quote!(#from.clone()) };
            quote!(#list.push(#text);)
        }
        Visit::Set { parameter, from, source } => {
            let (parameter, value) = (ident(parameter), taken(from, *source));
            quote!(params = params.#parameter(#value);)
        }
    }
}

fn taken(from: &str, source: Taken) -> TokenStream {
    let from = ident(from);
    match source {
        Taken::String => quote!(#from),
        Taken::Enum => quote!(#from.as_str()),
        Taken::Boolean => quote!(*#from),
        Taken::StringArray => quote!(#from.clone()),
        Taken::Keys => {
            quote!(#from.keys().map(|key| key.as_str().to_owned()).collect::<::std::vec::Vec<_>>())
        }
    }
}
