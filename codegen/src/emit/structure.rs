//! Structures: the type, and `Debug` where something must not be shown.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{attributes, deprecated, derives, doc, field_ty, ident};
use super::{builder, customization, schema};
use crate::plan::{FieldPlan, StructPlan, StructRole};

/// Emits a structure and its builder, which share a file.
pub(super) fn with_builder(plan: &StructPlan) -> TokenStream {
    structure(plan, &[])
}

/// Emits the input of an operation, which can be set through the builders `fluent` too.
pub(super) fn input(plan: &StructPlan, fluent: &[TokenStream]) -> TokenStream {
    structure(plan, fluent)
}

fn structure(plan: &StructPlan, fluent: &[TokenStream]) -> TokenStream {
    let definition = definition(plan);
    let (own_debug, builder_debug) = (debug(plan, &plan.path.name), debug(plan, &plan.builder.name));
    let request_id = request_id(plan, &plan.path.name);
    let builder = builder::builder(plan, fluent);
    let schema = schema::structure(plan);
    quote!(#definition #own_debug #request_id #builder #builder_debug #schema)
}

pub(super) fn definition(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let documentation = doc(&plan.doc);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let derives = derives(&plan.derives, !plan.hides_fields());
    let fields = plan.fields.iter().map(field);
    let extra = extra_fields(plan).into_iter().map(|(name, ty)| quote!(pub(crate) #name: #ty,));
    quote! {
        #documentation
        #deprecated
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #(#extra)*
        }
    }
}

fn field(plan: &FieldPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    let deprecated = deprecated(plan.deprecated.as_ref());
    let ty = field_ty(plan);
    let attributes = attributes(&plan.attributes);
    quote!(#documentation #deprecated #attributes pub #name: #ty)
}

/// Returns the fields that are not members: request ids, or the metadata of an error.
fn extra_fields(plan: &StructPlan) -> Vec<(proc_macro2::Ident, TokenStream)> {
    let field = match plan.role {
        StructRole::Output => {
            Some((ident("_request_id"), quote!(::std::option::Option<::std::string::String>)))
        }
        StructRole::Error { .. } => Some((ident("meta"), quote!(::aws_smithy_types::error::ErrorMetadata))),
        StructRole::Plain | StructRole::Input => None,
    };
    field.into_iter().chain(customization::extended_request_id_field(plan)).collect()
}

/// Emits `Debug` for a structure or builder with members that must not be shown.
pub(super) fn debug(plan: &StructPlan, name: &str) -> Option<TokenStream> {
    plan.hides_fields().then(|| {
        let item = ident(name);
        let fields = plan.fields.iter().map(|field| {
            let (label, name) = (&field.stem, ident(&field.name));
            let value =
                if field.is_sensitive { quote!(&::tinsmith_runtime::REDACTED) } else { quote!(&self.#name) };
            quote!(.field(#label, #value))
        });
        let extra = extra_fields(plan).into_iter().map(|(name, _)| {
            let label = name.to_string();
            quote!(.field(#label, &self.#name))
        });
        quote! {
            impl ::std::fmt::Debug for #item {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.debug_struct(#name) #(#fields)* #(#extra)* .finish()
                }
            }
        }
    })
}

/// Emits `RequestId` for outputs.
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
