//! Member tables: one line for each member, which the runtime's `structure!` expands.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::token::{builder_derives, deprecated, doc, empty, ident, item_ty, or_else, path, prefixed, ty};
use crate::plan::{FieldPlan, Presence, RustType, StructPlan, StructRole};

/// Emits the builder of a structure, and the accessors of the structure itself.
///
/// The members of an input are set through the builders `fluent` too: the operation's and those of its waiters.
pub(super) fn builder(plan: &StructPlan, fluent: &[TokenStream]) -> TokenStream {
    let (name, target) = (ident(&plan.builder.name), ident(&plan.path.name));
    let documentation = doc(&format!("Builder of [`{}`]({}).", plan.path.name, plan.path));
    let derives = builder_derives(&plan.derives, !plan.hides_fields());
    let usage = usage(plan);
    let result = ident(if plan.is_build_fallible() { "fallible" } else { "always" });
    let role = role(plan);
    let members = plan.fields.iter().map(member);
    quote! {
        ::tinsmith_runtime::structure! {
            #documentation
            #derives
            #(
                #[cfg(feature = "client")]
                #[fluent(#fluent)]
            )*
            #usage
            pub struct #name => #result #role #target {
                #(#members)*
            }
        }
    }
}

/// Emits the usage of the structure, with its schema: `#[writable(TAG_SCHEMA)]`.
fn usage(plan: &StructPlan) -> TokenStream {
    let schema = path(&plan.schema);
    let writable = plan.usage.input.then(|| quote!(#[writable(#schema)]));
    let readable = plan.usage.output.then(|| match plan.role {
        StructRole::Error { message, .. } => {
            let message = message.map(|message| {
                let sensitive = message.is_sensitive.then(|| quote!(sensitive));
                quote!(, #sensitive message)
            });
            quote!(#[readable_error(#schema #message)])
        }
        _ => quote!(#[readable(#schema)]),
    });
    quote!(#writable #readable)
}

fn role(plan: &StructPlan) -> Ident {
    ident(match plan.role {
        StructRole::Plain => "structure",
        StructRole::Input => "input",
        StructRole::Output if plan.has_extended_request_id => "extended_output",
        StructRole::Output => "output",
        StructRole::Error { .. } => "error",
    })
}

/// Emits `key: required String, set_key, get_key;`.
fn member(plan: &FieldPlan) -> TokenStream {
    let documentation = doc(&summary(plan));
    let deprecated = deprecated(plan.deprecated.as_ref());
    let (name, set, get) = (ident(&plan.name), prefixed("set", plan), prefixed("get", plan));
    let (presence, kind) = (presence(plan), kind(&plan.ty));
    quote!(#documentation #deprecated #name: #presence #kind, #set, #get;)
}

/// Returns the documentation of the setters.
fn summary(plan: &FieldPlan) -> String {
    let summary = plan.summary.trim_end();
    if !plan.is_checked && plan.presence != Presence::Required {
        return summary.to_owned();
    }
    let stop = if summary.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{summary}{stop} Required.")
}

fn presence(plan: &FieldPlan) -> TokenStream {
    match &plan.presence {
        Presence::Optional => quote!(optional),
        Presence::Required if plan.ty.is_stream() => quote!(stream),
        Presence::Required => match empty(&plan.ty) {
            Some(value) => quote!(required(#value)),
            None => quote!(required),
        },
        Presence::Default { value, is_sent, is_required } => match (or_else(value, &plan.ty), is_sent) {
            (Some(value), true) if *is_required => quote!(or(#value)),
            (Some(value), true) => quote!(optional_or(#value)),
            (Some(value), false) => quote!(skip_if(#value)),
            (None, true) => quote!(default),
            (None, false) => quote!(skip_default),
        },
    }
}

fn kind(plan: &RustType) -> TokenStream {
    match plan {
        RustType::String => quote!(String),
        RustType::List { element, sparse: false } if **element == RustType::String => quote!(Strings),
        RustType::List { element, sparse } => {
            let element = item_ty(element, *sparse);
            quote!(List<#element>)
        }
        RustType::Map { key, value, sparse } => map_kind(key, value, *sparse),
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

fn map_kind(key: &RustType, value: &RustType, sparse: bool) -> TokenStream {
    let is_string = *value == RustType::String && !sparse;
    match (*key == RustType::String, is_string) {
        (true, true) => quote!(StringMap),
        (true, false) => {
            let value = item_ty(value, sparse);
            quote!(Map<#value>)
        }
        (false, true) => {
            let key = ty(key);
            quote!(KeyedStringMap<#key>)
        }
        (false, false) => {
            let (key, value) = (ty(key), item_ty(value, sparse));
            quote!(KeyedMap<#key, #value>)
        }
    }
}
