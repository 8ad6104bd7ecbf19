//! Structures: the type, its accessors, and `Debug` where something must not be shown.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder;
use super::token::{deprecated, derives, doc, field_ty, ident, item_ty, summary, ty};
use crate::plan::{FieldPlan, Presence, RustType, StructPlan, StructRole};

/// A structure and its builder, which share a file.
pub(super) fn with_builder(plan: &StructPlan) -> TokenStream {
    let definition = definition(plan);
    let methods = methods(plan);
    let debug = debug(plan, &plan.path.name, extra_field(plan).as_ref());
    let request_id = request_id(plan, &plan.path.name);
    let builder = builder::builder(plan);
    quote!(#definition #methods #debug #request_id #builder)
}

pub(super) fn definition(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let documentation = doc(&plan.doc);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let derives = derives(plan.derives, !plan.redacted(), false);
    let fields = plan.fields.iter().map(field);
    let extra = extra_field(plan).map(|(name, ty)| quote!(pub(crate) #name: #ty,));
    quote! {
        #documentation
        #deprecated
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #extra
        }
    }
}

fn field(plan: &FieldPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let ty = field_ty(plan);
    quote!(#documentation #deprecated pub #name: #ty)
}

/// The field beside the members: a request id, or the metadata of an error.
pub(super) fn extra_field(plan: &StructPlan) -> Option<(proc_macro2::Ident, TokenStream)> {
    match plan.role {
        StructRole::Output => {
            Some((ident("_request_id"), quote!(::std::option::Option<::std::string::String>)))
        }
        StructRole::Error { .. } => Some((ident("meta"), quote!(::aws_smithy_types::error::ErrorMetadata))),
        StructRole::Plain | StructRole::Input => None,
    }
}

/// `builder()` and the accessors.
pub(super) fn methods(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let builder = ident(&plan.builder);
    let documentation = doc(&format!("Starts a [`{}`](Self).", plan.path.name));
    let accessors = plan.fields.iter().map(accessor);
    quote! {
        impl #name {
            #documentation
            pub fn builder() -> #builder { #builder::default() }
            #(#accessors)*
        }
    }
}

/// `connection_id(&self) -> Option<&str>`
pub(super) fn accessor(plan: &FieldPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = summary(plan);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let (ty, value) = match plan.presence {
        Presence::Optional => optional_access(&plan.ty, &quote!(self.#name)),
        Presence::Required | Presence::Default { .. } => direct_access(&plan.ty, &quote!(self.#name)),
    };
    quote! {
        #documentation
        #deprecated
        pub fn #name(&self) -> #ty { #value }
    }
}

fn optional_access(plan: &RustType, value: &TokenStream) -> (TokenStream, TokenStream) {
    match plan {
        RustType::String => (quote!(::std::option::Option<&str>), quote!(#value.as_deref())),
        RustType::List { element, sparse } => {
            let element = item_ty(element, *sparse);
            (quote!(&[#element]), quote!(#value.as_deref().unwrap_or_default()))
        }
        RustType::Boxed(inner) => {
            let inner = ty(inner);
            (quote!(::std::option::Option<&#inner>), quote!(#value.as_deref()))
        }
        plan if plan.is_copy() => {
            let plan = ty(plan);
            (quote!(::std::option::Option<#plan>), value.clone())
        }
        plan => {
            let plan = ty(plan);
            (quote!(::std::option::Option<&#plan>), quote!(#value.as_ref()))
        }
    }
}

fn direct_access(plan: &RustType, value: &TokenStream) -> (TokenStream, TokenStream) {
    match plan {
        RustType::String => (quote!(&str), quote!(&#value)),
        RustType::List { element, sparse } => {
            let element = item_ty(element, *sparse);
            (quote!(&[#element]), quote!(&#value))
        }
        plan if plan.is_copy() => (ty(plan), value.clone()),
        plan => {
            let plan = ty(plan);
            (quote!(&#plan), quote!(&#value))
        }
    }
}

/// `Debug` by hand, for a structure or builder with members that must not be shown.
pub(super) fn debug(
    plan: &StructPlan,
    name: &str,
    extra: Option<&(proc_macro2::Ident, TokenStream)>,
) -> Option<TokenStream> {
    plan.redacted().then(|| {
        let item = ident(name);
        let fields = plan.fields.iter().map(|field| {
            let (label, name) = (&field.stem, ident(&field.name));
            let value = if field.sensitive {
                quote!(&"*** Sensitive Data Redacted ***")
            } else {
                quote!(&self.#name)
            };
            quote!(.field(#label, #value))
        });
        let extra = extra.map(|(name, _)| {
            let label = name.to_string();
            quote!(.field(#label, &self.#name))
        });
        quote! {
            impl ::std::fmt::Debug for #item {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.debug_struct(#name) #(#fields)* #extra .finish()
                }
            }
        }
    })
}

/// `RequestId` for outputs.
fn request_id(plan: &StructPlan, name: &str) -> Option<TokenStream> {
    let name = ident(name);
    (plan.role == StructRole::Output).then(|| {
        quote! {
            impl ::aws_types::request_id::RequestId for #name {
                fn request_id(&self) -> ::std::option::Option<&str> { self._request_id.as_deref() }
            }
        }
    })
}
