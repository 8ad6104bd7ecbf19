//! `Params` and its builder.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::super::token::{doc, ident};
use crate::plan::endpoint::{EndpointPlan, Parameter, ParameterType, ParameterValue};

/// Emits the parameters of the rules, and their builder.
pub(super) fn params(plan: &EndpointPlan) -> TokenStream {
    let definition = definition(plan);
    let builder = builder(plan);
    quote!(#definition #builder)
}

fn definition(plan: &EndpointPlan) -> TokenStream {
    let fields = plan.parameters.iter().map(|parameter| {
        let (name, ty) = (ident(&parameter.field), parameter_ty(parameter));
        let ty = if parameter.is_optional() { quote!(::std::option::Option<#ty>) } else { ty };
        quote!(pub(crate) #name: #ty)
    });
    let accessors = plan.parameters.iter().map(accessor);
    quote! {
        #[doc = " Parameters of the endpoint rules."]
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Params { #(#fields,)* }
        impl Params {
            #[doc = " Starts a [`ParamsBuilder`]."]
            pub fn builder() -> ParamsBuilder { ParamsBuilder::default() }
            #(#accessors)*
        }
    }
}

/// Emits `set_region`.
pub(super) fn set_name(plan: &Parameter) -> Ident {
    ident(&format!("set_{}", plan.stem.trim_start_matches('_')))
}

pub(super) fn parameter_ty(plan: &Parameter) -> TokenStream {
    match plan.ty {
        ParameterType::String => quote!(::std::string::String),
        ParameterType::Boolean => quote!(bool),
        ParameterType::StringArray => quote!(::std::vec::Vec<::std::string::String>),
    }
}

fn accessor(plan: &Parameter) -> TokenStream {
    let name = ident(&plan.field);
    let documentation = doc(&plan.doc);
    let ty = match plan.ty {
        ParameterType::String => quote!(&str),
        ParameterType::Boolean => quote!(bool),
        ParameterType::StringArray => quote!(&[::std::string::String]),
    };
    let value = match (plan.ty, plan.is_optional()) {
        (ParameterType::Boolean, true) => quote!(self.#name),
        (ParameterType::Boolean, false) => quote!(::std::option::Option::Some(self.#name)),
        (_, true) => quote!(self.#name.as_deref()),
        (_, false) => quote!(::std::option::Option::Some(&self.#name)),
    };
    quote! {
        #documentation
        pub fn #name(&self) -> ::std::option::Option<#ty> { #value }
    }
}

fn builder(plan: &EndpointPlan) -> TokenStream {
    let fields = plan.parameters.iter().map(|parameter| {
        let (name, ty) = (ident(&parameter.field), parameter_ty(parameter));
        quote!(#name: ::std::option::Option<#ty>)
    });
    let setters = plan.parameters.iter().map(setters);
    let built = plan.parameters.iter().map(built);
    let validation = plan.parameters.iter().find(|parameter| parameter.is_region).map(region_validation);
    quote! {
        #[doc = " Builder of [`Params`]."]
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct ParamsBuilder { #(#fields,)* }
        impl ParamsBuilder {
            #(#setters)*
            #[doc = " Builds the [`Params`]."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Returns an error if a required parameter is not set, or if the region cannot be a part of a host name."]
            pub fn build(self) -> ::std::result::Result<Params, crate::config::endpoint::InvalidParams> {
                #validation
                ::std::result::Result::Ok(Params { #(#built,)* })
            }
        }
    }
}

/// Emits the check of a region, which becomes part of a host name and must not bring in anything else.
fn region_validation(plan: &Parameter) -> TokenStream {
    let (name, label) = (ident(&plan.field), &plan.stem);
    quote! {
        if let ::std::option::Option::Some(region) = &self.#name
            && !::tinsmith_runtime::rules::host_label::is_valid_host_label(region, true)
        {
            return ::std::result::Result::Err(crate::config::endpoint::InvalidParams::new(
                #label,
                "must be a valid host label",
            ));
        }
    }
}

fn setters(plan: &Parameter) -> TokenStream {
    let (name, set) = (ident(&plan.field), set_name(plan));
    let (documentation, ty) = (doc(&plan.doc), parameter_ty(plan));
    let set_doc = doc(&format!("Sets or clears `{}`.", plan.stem));
    quote! {
        #documentation
        pub fn #name(mut self, value: impl ::std::convert::Into<#ty>) -> Self {
            self.#name = ::std::option::Option::Some(value.into());
            self
        }
        #set_doc
        pub fn #set(mut self, value: ::std::option::Option<#ty>) -> Self {
            self.#name = value;
            self
        }
    }
}

fn built(plan: &Parameter) -> TokenStream {
    let (name, label) = (ident(&plan.field), &plan.stem);
    match &plan.default {
        Some(ParameterValue::Boolean(false)) => quote!(#name: self.#name.unwrap_or_default()),
        Some(ParameterValue::Boolean(true)) => quote!(#name: self.#name.unwrap_or(true)),
        Some(ParameterValue::String(text)) if text.is_empty() => {
            quote!(#name: self.#name.unwrap_or_default())
        }
        Some(ParameterValue::String(text)) => quote!(#name: self.#name.unwrap_or_else(|| #text.to_owned())),
        Some(ParameterValue::StringArray(texts)) if texts.is_empty() => {
            quote!(#name: self.#name.unwrap_or_default())
        }
        Some(ParameterValue::StringArray(texts)) => {
            quote!(#name: self.#name.unwrap_or_else(|| vec![#(#texts.to_owned()),*]))
        }
        None if plan.is_required => {
            quote! {
                #name: self.#name.ok_or_else(|| {
                    crate::config::endpoint::InvalidParams::new(#label, "must have a value")
                })?
            }
        }
        None => quote!(#name: self.#name),
    }
}
