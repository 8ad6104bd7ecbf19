//! Builders of structures: one line for each member; `support/src/builder.rs` says what becomes of it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::structure;
use super::token::{deprecated, derives, doc, ident, item_ty, or_else, prefixed, summary, ty};
use crate::plan::{FieldPlan, Presence, RustType, StructPlan, StructRole};

/// The builder of a structure, and the accessors of the structure itself.
///
/// The members of an input are set through `fluent` too, a builder below the module of the operation.
pub(super) fn builder(plan: &StructPlan, fluent: Option<&TokenStream>) -> TokenStream {
    let (name, target) = (ident(&plan.builder), ident(&plan.path.name));
    let documentation = doc(&format!("Builds a [`{}`]({}).", plan.path.name, plan.path));
    let derives = derives(plan.derives, !plan.redacted(), true);
    let fluent = fluent.map(|fluent| quote!(#[fluent(#fluent)]));
    let result = result(plan);
    let extra = extra(plan);
    let with = extra.as_ref().map(|name| quote!(with #name));
    let members = plan.fields.iter().map(member);
    let debug = structure::debug(plan, &plan.builder, extra.as_ref());
    quote! {
        crate::builder::builder! {
            #documentation
            #derives
            #fluent
            pub struct #name => #result #target #with {
                #(#members)*
            }
        }
        #debug
    }
}

/// How `build` returns the structure.
fn result(plan: &StructPlan) -> Ident {
    ident(match plan.role {
        _ if plan.fallible() => "fallible",
        StructRole::Input => "input",
        _ => "always",
    })
}

/// The field beside the members.
fn extra(plan: &StructPlan) -> Option<Ident> {
    structure::extra_field(plan).map(|(name, _)| name)
}

/// `key: required Text, set_key, get_key;`
fn member(plan: &FieldPlan) -> TokenStream {
    let documentation = summary(plan);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let (name, set, get) = (ident(&plan.name), prefixed("set", plan), prefixed("get", plan));
    let (presence, kind) = (presence(plan), kind(&plan.ty));
    quote!(#documentation #deprecated #name: #presence #kind, #set, #get;)
}

fn presence(plan: &FieldPlan) -> TokenStream {
    match &plan.presence {
        Presence::Optional => quote!(optional),
        Presence::Required => quote!(required),
        Presence::Default { value, .. } => match or_else(value, &plan.ty) {
            Some(value) => quote!(or(#value)),
            None => quote!(default),
        },
    }
}

fn kind(plan: &RustType) -> TokenStream {
    match plan {
        RustType::String => quote!(Text),
        RustType::List { element, sparse: false } if **element == RustType::String => quote!(Texts),
        RustType::List { element, sparse } => {
            let element = item_ty(element, *sparse);
            quote!(List<#element>)
        }
        RustType::Map { value, sparse: false } if **value == RustType::String => quote!(TextMap),
        RustType::Map { value, sparse } => {
            let value = item_ty(value, *sparse);
            quote!(Map<#value>)
        }
        RustType::Boxed(inner) => {
            let inner = ty(inner);
            quote!(Boxed<#inner>)
        }
        scalar if scalar.is_copy() => {
            let scalar = ty(scalar);
            quote!(Scalar<#scalar>)
        }
        other => {
            let other = ty(other);
            quote!(Value<#other>)
        }
    }
}
