//! Builders of structures.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::structure;
use super::token::{
    deprecated, derives, doc, ident, item_ty, prefixed, setter_input, summary, ty, unwrap_or,
};
use crate::plan::{FieldPlan, Presence, RustType, StructPlan, StructRole};

/// The builder of a structure.
pub(super) fn builder(plan: &StructPlan) -> TokenStream {
    let definition = definition(plan);
    let setters = plan.fields.iter().map(setters);
    let extra = extra_setters(plan);
    let build = build(plan);
    let name = ident(&plan.builder);
    let extra_field = extra_field(plan);
    let debug = structure::debug(plan, &plan.builder, extra_field.as_ref());
    quote! {
        #definition
        impl #name {
            #(#setters)*
            #extra
            #build
        }
        #debug
    }
}

fn definition(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.builder);
    let documentation = doc(&format!("Builds a [`{}`]({}).", plan.path.name, plan.path));
    let derives = derives(plan.derives, !plan.redacted(), true);
    let fields = plan.fields.iter().map(|field| {
        let (name, ty) = (ident(&field.name), ty(&field.ty));
        quote!(pub(crate) #name: ::std::option::Option<#ty>)
    });
    let extra = extra_field(plan).map(|(name, ty)| quote!(#name: #ty,));
    quote! {
        #documentation
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #extra
        }
    }
}

fn extra_field(plan: &StructPlan) -> Option<(Ident, TokenStream)> {
    let (name, ty) = structure::extra_field(plan)?;
    match plan.role {
        StructRole::Error { .. } => Some((name, quote!(::std::option::Option<#ty>))),
        _ => Some((name, ty)),
    }
}

/// The three methods of a field: set a value, set or clear, look at it.
fn setters(plan: &FieldPlan) -> TokenStream {
    let set = set(plan);
    let (set_name, get_name, name) = (prefixed("set", plan), prefixed("get", plan), ident(&plan.name));
    let ty = ty(&plan.ty);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let set_doc = doc(&format!("Sets or clears `{}`.", plan.stem));
    let get_doc = doc(&format!("What `{}` has been set to.", plan.stem));
    quote! {
        #set
        #set_doc
        #deprecated
        pub fn #set_name(mut self, input: ::std::option::Option<#ty>) -> Self {
            self.#name = input;
            self
        }
        #get_doc
        #deprecated
        pub fn #get_name(&self) -> &::std::option::Option<#ty> { &self.#name }
    }
}

fn set(plan: &FieldPlan) -> TokenStream {
    let name = ident(&plan.name);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let documentation = summary(plan);
    let SetterShape { parameters, action, note, .. } = SetterShape::of(plan);
    let note = note.map(|note| doc(&format!("\n{note}")));
    quote! {
        #documentation
        #note
        #deprecated
        pub fn #name(mut self, #parameters) -> Self {
            #action
            self
        }
    }
}

/// How a setter looks for the type of its field.
pub(super) struct SetterShape {
    /// Its parameters.
    pub(super) parameters: TokenStream,
    /// The arguments that pass the parameters on.
    pub(super) arguments: TokenStream,
    /// What it does.
    action: TokenStream,
    /// What to know of it beside the field's documentation.
    pub(super) note: Option<String>,
}

impl SetterShape {
    pub(super) fn of(plan: &FieldPlan) -> Self {
        let name = ident(&plan.name);
        match &plan.ty {
            RustType::List { element, sparse } => {
                let (parameter, value) = element_input(element, *sparse);
                Self {
                    parameters: quote!(input: #parameter),
                    arguments: quote!(input),
                    action: quote!(self.#name.get_or_insert_default().push(#value);),
                    note: Some(format!("Appends to `{0}`; `set_{0}` replaces the whole list.", plan.stem)),
                }
            }
            RustType::Map { value, sparse } => {
                let (parameter, value) = element_input(value, *sparse);
                Self {
                    parameters: quote!(key: impl ::std::convert::Into<::std::string::String>, input: #parameter),
                    arguments: quote!(key, input),
                    action: quote!(self.#name.get_or_insert_default().insert(key.into(), #value);),
                    note: Some(format!(
                        "Adds an entry to `{0}`; `set_{0}` replaces the whole map.",
                        plan.stem
                    )),
                }
            }
            other => {
                let (parameter, value) = setter_input(other);
                Self {
                    parameters: quote!(input: #parameter),
                    arguments: quote!(input),
                    action: quote!(self.#name = ::std::option::Option::Some(#value);),
                    note: None,
                }
            }
        }
    }
}

fn element_input(item: &RustType, sparse: bool) -> (TokenStream, TokenStream) {
    if sparse { (item_ty(item, true), quote!(input)) } else { setter_input(item) }
}

/// Setters of a request id or of error metadata.
fn extra_setters(plan: &StructPlan) -> TokenStream {
    match plan.role {
        StructRole::Output => quote! {
            pub(crate) fn _request_id(mut self, request_id: impl ::std::convert::Into<::std::string::String>) -> Self {
                self._request_id = ::std::option::Option::Some(request_id.into());
                self
            }
            pub(crate) fn _set_request_id(&mut self, request_id: ::std::option::Option<::std::string::String>) -> &mut Self {
                self._request_id = request_id;
                self
            }
        },
        StructRole::Error { .. } => quote! {
            #[doc = " Sets the error metadata: code, message and request id."]
            pub fn meta(mut self, meta: ::aws_smithy_types::error::ErrorMetadata) -> Self {
                self.meta = ::std::option::Option::Some(meta);
                self
            }
            #[doc = " Sets or clears the error metadata."]
            pub fn set_meta(&mut self, meta: ::std::option::Option<::aws_smithy_types::error::ErrorMetadata>) -> &mut Self {
                self.meta = meta;
                self
            }
        },
        StructRole::Plain | StructRole::Input => quote!(),
    }
}

fn build(plan: &StructPlan) -> TokenStream {
    let target = ident(&plan.path.name);
    let fallible = plan.fallible();
    let fields = plan.fields.iter().map(|field| built_field(field, &plan.path.name));
    let extra = extra_field(plan).map(|(name, _)| match plan.role {
        StructRole::Error { .. } => quote!(#name: self.#name.unwrap_or_default(),),
        _ => quote!(#name: self.#name,),
    });
    let value = quote!(#target { #(#fields,)* #extra });
    let error = quote!(::aws_smithy_types::error::operation::BuildError);
    let always_result = plan.role == StructRole::Input;
    if fallible || always_result {
        let mut documentation = format!("Makes the [`{}`]({}).", plan.path.name, plan.path);
        if fallible {
            documentation.push_str("\n\n# Errors\n\nWhen a required field has not been set.");
        }
        let documentation = doc(&documentation);
        quote! {
            #documentation
            pub fn build(self) -> ::std::result::Result<#target, #error> { ::std::result::Result::Ok(#value) }
        }
    } else {
        let documentation = doc(&format!("Makes the [`{}`]({}).", plan.path.name, plan.path));
        quote! {
            #documentation
            pub fn build(self) -> #target { #value }
        }
    }
}

fn built_field(plan: &FieldPlan, target: &str) -> TokenStream {
    let name = ident(&plan.name);
    if plan.presence == Presence::Required {
        let label = &plan.stem;
        let details = format!("`{label}` is required to build `{target}`");
        return quote! {
            #name: self.#name.ok_or_else(|| {
                ::aws_smithy_types::error::operation::BuildError::missing_field(#label, #details)
            })?
        };
    }
    let unwrap = unwrap_or(plan);
    quote!(#name: self.#name #unwrap)
}
