//! Errors: modelled exceptions, the error of an operation, the error of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, path};
use super::{builder, structure};
use crate::plan::{CratePlan, ErrorVariant, OperationPlan, Presence, RustType, StructPlan, StructRole};

/// A modelled exception and its builder.
pub(super) fn exception(plan: &StructPlan) -> TokenStream {
    let definition = structure::definition(plan);
    let extra = structure::extra_field(plan).map(|(name, _)| name);
    let debug = structure::debug(plan, &plan.path.name, extra.as_ref());
    let traits = exception_traits(plan);
    let builder = builder::builder(plan, &[]);
    quote!(#definition #debug #traits #builder)
}

fn exception_traits(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let retry_kind = retry_kind(plan);
    let message = message(plan);
    quote! {
        crate::error::exception!(#name #message);
        #retry_kind
    }
}

/// Where the exception has its own message, if that is text.
fn message(plan: &StructPlan) -> TokenStream {
    let field = plan.fields.iter().find(|field| field.stem == "message" && field.ty == RustType::String);
    match field {
        Some(field) if field.sensitive => quote!(, secret message),
        Some(field) if field.presence == Presence::Optional => quote!(, optional message),
        Some(_) => quote!(, message),
        None => quote!(),
    }
}

/// `retryable_error_kind()`, for exceptions that may be retried.
fn retry_kind(plan: &StructPlan) -> TokenStream {
    let StructRole::Error { retryable: Some(throttling), server, .. } = plan.role else { return quote!() };
    let name = ident(&plan.path.name);
    let kind = match (throttling, server) {
        (true, _) => quote!(ThrottlingError),
        (false, true) => quote!(ServerError),
        (false, false) => quote!(ClientError),
    };
    quote! {
        impl #name {
            #[doc = " How the model says that the error may be retried."]
            pub fn retryable_error_kind(&self) -> ::aws_smithy_types::retry::ErrorKind {
                ::aws_smithy_types::retry::ErrorKind::#kind
            }
        }
    }
}

/// The error of an operation.
pub(super) fn operation_error(plan: &OperationPlan) -> TokenStream {
    let name = ident(&format!("{}Error", plan.name));
    let documentation = doc(&format!("Why `{}` failed.", plan.name));
    let operation = &plan.name;
    let variants = plan.errors.iter().map(|error| {
        let (variant, is) = (variant(error), ident(&format!("is_{}", error.stem)));
        let retryable = error.retryable.is_some().then(|| quote!(, retryable));
        quote!(#variant, #is #retryable;)
    });
    quote! {
        crate::error::errors! {
            #documentation
            pub enum #name => #operation {
                #(#variants)*
            }
        }
    }
}

/// `NotFound(NotFound)`, with its documentation.
fn variant(error: &ErrorVariant) -> TokenStream {
    let (documentation, name, ty) = (doc(&error.doc), ident(&error.path.name), path(&error.path));
    quote!(#documentation #name(#ty))
}

/// The error of the crate: what any operation may answer with.
pub(super) fn crate_error(plan: &CratePlan) -> TokenStream {
    let mut errors: Vec<&ErrorVariant> = plan.operations.iter().flat_map(|it| &it.errors).collect();
    errors.sort_by(|left, right| left.path.cmp(&right.path));
    errors.dedup_by(|left, right| left.path == right.path);
    let documentation = doc(&format!("Any error of {}.", plan.service.title));
    let variants = errors.into_iter().map(variant);
    quote! {
        crate::error::errors! {
            #documentation
            pub enum Error {
                #(#variants;)*
            }
        }
    }
}
