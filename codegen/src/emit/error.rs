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
    let builder = builder::builder(plan, None);
    quote!(#definition #debug #traits #builder)
}

fn exception_traits(plan: &StructPlan) -> TokenStream {
    let name = ident(&plan.path.name);
    let label = &plan.path.name;
    let retry_kind = retry_kind(plan);
    let message = message(plan);
    quote! {
        #retry_kind
        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                crate::error::describe::describe_exception(#label, #message, f)
            }
        }
        impl ::std::error::Error for #name {}
        impl ::aws_types::request_id::RequestId for #name {
            fn request_id(&self) -> ::std::option::Option<&str> {
                ::aws_types::request_id::RequestId::request_id(&self.meta)
            }
        }
        impl ::aws_smithy_types::error::metadata::ProvideErrorMetadata for #name {
            fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata { &self.meta }
        }
    }
}

/// The message of an exception: its own where that is text, else that of the metadata.
fn message(plan: &StructPlan) -> TokenStream {
    let field = plan.fields.iter().find(|field| field.stem == "message" && field.ty == RustType::String);
    match field.map(|field| &field.presence) {
        Some(Presence::Optional) => quote!(self.message.as_deref()),
        Some(_) => quote!(::std::option::Option::Some(&self.message)),
        None => quote!(self.meta.message()),
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
    let definition =
        error_enum(&format!("{}Error", plan.name), &format!("Why `{}` failed.", plan.name), &plan.errors);
    let methods = operation_error_methods(plan);
    let common = common_impls(&format!("{}Error", plan.name), &plan.errors);
    let runtime = runtime_impls(plan);
    quote!(#definition #methods #common #runtime)
}

fn error_enum(name: &str, documentation: &str, errors: &[ErrorVariant]) -> TokenStream {
    let name = ident(name);
    let documentation = doc(documentation);
    let variants = errors.iter().map(|error| {
        let (documentation, name, ty) = (doc(&error.doc), ident(&error.path.name), path(&error.path));
        quote!(#documentation #name(#ty))
    });
    quote! {
        #documentation
        #[non_exhaustive]
        #[derive(Debug)]
        pub enum #name {
            #(#variants,)*
            #[doc = " Any other error: a code that the model does not list, or an answer that could not be read."]
            #[doc = ""]
            #[doc = " Match on `code()` rather than on this variant: a later model may list the code."]
            Unhandled(crate::error::sealed_unhandled::Unhandled),
        }
    }
}

fn operation_error_methods(plan: &OperationPlan) -> TokenStream {
    let name = ident(&format!("{}Error", plan.name));
    let meta = meta_body(&plan.errors);
    let predicates = plan.errors.iter().map(|error| {
        let (method, variant) = (ident(&format!("is_{}", error.stem)), ident(&error.path.name));
        let documentation = doc(&format!("Whether the error is [`{}`]({}).", error.path.name, error.path));
        quote! {
            #documentation
            pub fn #method(&self) -> bool { matches!(self, Self::#variant(_)) }
        }
    });
    quote! {
        impl #name {
            #[doc = " Makes an unhandled error of any other error."]
            pub fn unhandled(source: impl ::std::convert::Into<crate::error::BoxError>) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled {
                    source: source.into(),
                    meta: ::std::default::Default::default(),
                })
            }
            #[doc = " Makes an unhandled error of error metadata."]
            pub fn generic(metadata: ::aws_smithy_types::error::ErrorMetadata) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled { source: metadata.clone().into(), meta: metadata })
            }
            #[doc = " Code, message and request id."]
            pub fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata { #meta }
            #(#predicates)*
        }
    }
}

fn meta_body(errors: &[ErrorVariant]) -> TokenStream {
    let variants = errors.iter().map(|error| ident(&error.path.name));
    quote! {
        match self {
            #(Self::#variants(error) => ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(error),)*
            Self::Unhandled(error) => &error.meta,
        }
    }
}

/// `Error`, `Display` and the request id, which an operation's error and the crate's have in common.
fn common_impls(name: &str, errors: &[ErrorVariant]) -> TokenStream {
    let name = ident(name);
    let meta = meta_body(errors);
    let variants: Vec<_> = errors.iter().map(|error| ident(&error.path.name)).collect();
    quote! {
        impl ::std::error::Error for #name {
            fn source(&self) -> ::std::option::Option<&(dyn ::std::error::Error + 'static)> {
                match self {
                    #(Self::#variants(error) => ::std::option::Option::Some(error),)*
                    Self::Unhandled(error) => ::std::option::Option::Some(&*error.source),
                }
            }
        }
        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let metadata = ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self);
                match self {
                    #(Self::#variants(error) => crate::error::describe(metadata, ::std::option::Option::Some(error), f),)*
                    Self::Unhandled(error) => crate::error::describe(metadata, ::std::option::Option::Some(&*error.source), f),
                }
            }
        }
        impl ::aws_smithy_types::error::metadata::ProvideErrorMetadata for #name {
            fn meta(&self) -> &::aws_smithy_types::error::ErrorMetadata { #meta }
        }
        impl ::aws_types::request_id::RequestId for #name {
            fn request_id(&self) -> ::std::option::Option<&str> {
                ::aws_types::request_id::RequestId::request_id(
                    ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self),
                )
            }
        }
    }
}

/// What the runtime crates ask of an operation's error.
fn runtime_impls(plan: &OperationPlan) -> TokenStream {
    let name = ident(&format!("{}Error", plan.name));
    let retryable =
        plan.errors.iter().filter(|error| error.retryable.is_some()).map(|error| ident(&error.path.name));
    let retryable: Vec<_> = retryable.collect();
    let kind = if retryable.is_empty() {
        quote!(::std::option::Option::None)
    } else {
        quote! {
            match self {
                #(Self::#retryable(error) => ::std::option::Option::Some(error.retryable_error_kind()),)*
                _ => ::std::option::Option::None,
            }
        }
    };
    quote! {
        impl ::aws_smithy_types::retry::ProvideErrorKind for #name {
            fn retryable_error_kind(&self) -> ::std::option::Option<::aws_smithy_types::retry::ErrorKind> { #kind }
            fn code(&self) -> ::std::option::Option<&str> {
                ::aws_smithy_types::error::metadata::ProvideErrorMetadata::code(self)
            }
        }
        impl ::aws_smithy_runtime_api::client::result::CreateUnhandledError for #name {
            fn create_unhandled_error(
                source: crate::error::BoxError,
                metadata: ::std::option::Option<::aws_smithy_types::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled { source, meta: metadata.unwrap_or_default() })
            }
        }
        impl crate::exchange::OperationError for #name {
            fn unhandled_response(
                source: crate::error::BoxError,
                metadata: ::aws_smithy_types::error::ErrorMetadata,
            ) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled { source, meta: metadata })
            }
        }
    }
}

/// The error of the crate: what any operation may answer with.
pub(super) fn crate_error(plan: &CratePlan) -> TokenStream {
    let mut errors: Vec<ErrorVariant> = plan.operations.iter().flat_map(|it| it.errors.clone()).collect();
    errors.sort_by(|left, right| left.path.cmp(&right.path));
    errors.dedup_by(|left, right| left.path == right.path);
    let definition = error_enum("Error", &format!("Any error of {}.", plan.service.title), &errors);
    let common = common_impls("Error", &errors);
    let conversions = plan.operations.iter().map(conversion);
    quote! {
        #definition
        #common
        impl ::std::convert::From<::aws_smithy_types::error::operation::BuildError> for Error {
            fn from(error: ::aws_smithy_types::error::operation::BuildError) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled {
                    source: error.into(),
                    meta: ::std::default::Default::default(),
                })
            }
        }
        #(#conversions)*
    }
}

/// The error of an operation, alone or as the runtime hands it on, becomes the error of the crate.
fn conversion(plan: &OperationPlan) -> TokenStream {
    let module = ident(&plan.module);
    let name = ident(&format!("{}Error", plan.name));
    let error = quote!(crate::operation::#module::#name);
    let variants = plan.errors.iter().map(|error| ident(&error.path.name));
    let operation = &plan.name;
    quote! {
        impl ::std::convert::From<#error> for Error {
            fn from(error: #error) -> Self {
                match error {
                    #(#error::#variants(error) => Self::#variants(error),)*
                    #error::Unhandled(error) => Self::Unhandled(error),
                }
            }
        }
        impl<R> ::std::convert::From<::aws_smithy_runtime_api::client::result::SdkError<#error, R>> for Error
        where
            R: ::std::marker::Send + ::std::marker::Sync + ::std::fmt::Debug + 'static,
        {
            fn from(error: ::aws_smithy_runtime_api::client::result::SdkError<#error, R>) -> Self {
                match error {
                    ::aws_smithy_runtime_api::client::result::SdkError::ServiceError(context) => {
                        Self::from(context.into_err())
                    }
                    other => {
                        let metadata = crate::error::unanswered(
                            ::aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(&other),
                            #operation,
                        );
                        Self::Unhandled(crate::error::sealed_unhandled::Unhandled { source: other.into(), meta: metadata })
                    }
                }
            }
        }
    }
}
