//! Errors: modelled exceptions, the error of an operation, the error of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, path};
use super::{builder, customization, schema, structure};
use crate::plan::{CratePlan, ErrorVariant, MessagePlan, OperationPlan, StructPlan, StructRole};

/// Emits a modelled exception and its builder.
pub(super) fn exception(plan: &StructPlan) -> TokenStream {
    let definition = structure::definition(plan);
    let debug = structure::debug(plan, &plan.path.name);
    let traits = exception_traits(plan);
    let builder = builder::builder(plan, &[]);
    let builder_debug = structure::debug(plan, &plan.builder.name);
    let schema = schema::structure(plan);
    let request_id = customization::extended_request_id(&plan.path.name, plan.has_extended_request_id);
    quote!(#definition #debug #traits #request_id #builder #builder_debug #schema)
}

fn exception_traits(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let retry_kind = retry_kind(plan);
    let message = message(&plan.role);
    quote! {
        ::tinsmith_runtime::exception_traits!(#name #message);
        #retry_kind
    }
}

/// Emits the kind of the exception's message.
fn message(role: &StructRole) -> TokenStream {
    let StructRole::Error { message, .. } = role else { return quote!() };
    match message {
        Some(MessagePlan { is_sensitive: true, .. }) => quote!(, sensitive message),
        Some(MessagePlan { is_optional: true, .. }) => quote!(, optional message),
        Some(_) => quote!(, message),
        None => quote!(),
    }
}

/// Emits `retryable_error_kind()`, for exceptions that may be retried.
fn retry_kind(plan: &StructPlan) -> TokenStream {
    let StructRole::Error { retryable: Some(throttling), is_server_fault, .. } = plan.role else {
        return quote!();
    };
    let name = ident(&plan.path.name);
    let kind = match (throttling, is_server_fault) {
        (true, _) => quote!(ThrottlingError),
        (false, true) => quote!(ServerError),
        (false, false) => quote!(ClientError),
    };
    quote! {
        impl #name {
            #[doc = " Returns the kind of error for retries, from `smithy.api#retryable`."]
            pub fn retryable_error_kind(&self) -> ::aws_smithy_types::retry::ErrorKind {
                ::aws_smithy_types::retry::ErrorKind::#kind
            }
        }
    }
}

/// Emits the error of an operation.
pub(super) fn operation_error(plan: &OperationPlan) -> TokenStream {
    let errors: Vec<_> = plan.errors.iter().collect();
    let documentation = format!("Error of `{}`.", plan.name);
    let definition = definition_with_methods(&plan.error.name, &documentation, &errors);
    let traits = traits(&plan.error.name, &plan.name, &errors);
    let request_id =
        customization::extended_request_id(&plan.error.name, plan.output.has_extended_request_id);
    quote!(#definition #traits #request_id)
}

/// Emits an enum of errors with its methods.
pub(super) fn definition_with_methods(
    name: &str,
    documentation: &str,
    errors: &[&ErrorVariant],
) -> TokenStream {
    let name = ident(name);
    let definition = definition(&name, documentation, errors.iter().copied());
    let predicates = errors.iter().copied().map(predicate);
    quote! {
        #definition
        impl #name {
            #[doc = " Creates the `Unhandled` variant from any other error."]
            #[inline]
            pub fn unhandled(source: impl ::std::convert::Into<::aws_smithy_runtime_api::box_error::BoxError>) -> Self {
                Self::Unhandled(::tinsmith_runtime::error::Unhandled::new(
                    source.into(),
                    ::std::default::Default::default(),
                ))
            }
            #[doc = " Creates the `Unhandled` variant from error metadata."]
            #[inline]
            pub fn generic(metadata: ::aws_smithy_types::error::ErrorMetadata) -> Self {
                Self::Unhandled(::tinsmith_runtime::error::Unhandled::from_metadata(metadata))
            }
            #[doc = " Returns code, message and request id."]
            #[inline]
            pub fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata {
                ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self)
            }
            #(#predicates)*
        }
    }
}

/// Emits the traits of an enum of errors of `origin`, which converts into the error of the crate.
pub(super) fn traits(name: &str, origin: &str, errors: &[&ErrorVariant]) -> TokenStream {
    let name = ident(name);
    let variants = errors.iter().map(|error| {
        let variant = ident(&error.path.name);
        let retryable = error.retryable.is_some().then(|| quote!(retryable));
        quote!(#variant #retryable;)
    });
    quote! {
        ::tinsmith_runtime::error_traits! {
            #name of #origin into crate::error_meta::Error {
                #(#variants)*
            }
        }
    }
}

/// Emits the enum with its variants.
fn definition<'a>(
    name: &proc_macro2::Ident,
    documentation: &str,
    errors: impl IntoIterator<Item = &'a ErrorVariant>,
) -> TokenStream {
    let documentation = doc(documentation);
    let variants = errors.into_iter().map(|error| {
        let (documentation, name, ty) = (doc(&error.doc), ident(&error.path.name), path(&error.path));
        quote!(#documentation #name(#ty),)
    });
    quote! {
        #documentation
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum #name {
            #(#variants)*
            #[doc = " An error that the model does not list, or a response that cannot be read."]
            #[doc = ""]
            #[doc = " Match on `code()` instead of this variant: a later model may list the code."]
            Unhandled(::tinsmith_runtime::error::Unhandled),
        }
    }
}

/// Emits `is_not_found`.
fn predicate(error: &ErrorVariant) -> TokenStream {
    let (variant, name) = (ident(&error.path.name), ident(&format!("is_{}", error.stem)));
    let documentation = doc(&format!("Returns whether the error is [`{0}`](Self::{0}).", error.path.name));
    quote! {
        #documentation
        #[inline]
        pub fn #name(&self) -> bool {
            matches!(self, Self::#variant(_))
        }
    }
}

/// Emits the error of the crate, with the variants of all operations.
pub(super) fn crate_error(plan: &CratePlan) -> TokenStream {
    let of_operations = plan.operations.iter().flat_map(|it| &it.errors);
    let of_events = plan.event_errors.iter().flat_map(|it| &it.variants).map(|it| &it.error);
    let mut errors: Vec<&ErrorVariant> = of_operations.chain(of_events).collect();
    errors.sort_by(|left, right| left.path.cmp(&right.path));
    errors.dedup_by(|left, right| left.path == right.path);
    let name = ident("Error");
    let documentation = format!("Error of any operation of {}.", plan.service.title);
    let definition = definition(&name, &documentation, errors.iter().copied());
    let variants = errors.iter().map(|error| ident(&error.path.name));
    let has_waiters = plan.operations.iter().any(|it| !it.waiters.is_empty());
    let from_waiter_error = has_waiters.then(|| {
        quote!(
            ::tinsmith_runtime::from_waiter_error!(#name);
        )
    });
    let has_extended = plan.service.customization.has_extended_request_id;
    let request_id = customization::extended_request_id("Error", has_extended);
    quote! {
        #definition
        impl ::std::convert::From<::aws_smithy_types::error::operation::BuildError> for Error {
            fn from(error: ::aws_smithy_types::error::operation::BuildError) -> Self {
                Self::Unhandled(::tinsmith_runtime::error::Unhandled::new(
                    error.into(),
                    ::std::default::Default::default(),
                ))
            }
        }
        ::tinsmith_runtime::error_traits! {
            Error {
                #(#variants;)*
            }
        }
        #from_waiter_error
        #request_id
    }
}
