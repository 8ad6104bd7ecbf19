//! The functions that evaluate the paths of acceptors.

use proc_macro2::TokenStream;
use quote::quote;

use super::value;
use crate::emit::token::{doc, ident, path};
use crate::plan::OperationPlan;
use crate::plan::waiter::{PathPlan, ValueType};

/// Emits the function that evaluates a path.
pub(super) fn path_function(operation: &OperationPlan, plan: &PathPlan) -> TokenStream {
    let (input, output) = (path(&operation.input.path), path(&operation.output.path));
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    let lifetime = plan.uses_input.then(|| quote!('a));
    let borrowed = if plan.uses_input { quote!(&'a str) } else { quote!(&str) };
    let (ty, value) = match plan.ty {
        ValueType::String => (quote!(::std::option::Option<#borrowed>), value::optional(&plan.value)),
        ValueType::Strings => {
            (quote!(::std::option::Option<::std::vec::Vec<#borrowed>>), value::optional(&plan.value))
        }
        ValueType::Boolean => (quote!(::std::option::Option<bool>), value::optional(&plan.value)),
        ValueType::Condition => (quote!(bool), value::certain(&plan.value)),
    };
    if !plan.uses_input {
        return quote!(#documentation fn #name(output: &#output) -> #ty { #value });
    }
    let generic = matches!(plan.ty, ValueType::String | ValueType::Strings);
    let (generics, lifetime) = if generic { (Some(quote!(<'a>)), lifetime) } else { (None, None) };
    let output_name = if plan.value.mentions("output") { quote!(output) } else { quote!(_) };
    quote! {
        #documentation
        fn #name #generics(input: &#lifetime #input, #output_name: &#lifetime #output) -> #ty { #value }
    }
}
