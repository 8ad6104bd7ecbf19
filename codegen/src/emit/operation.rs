//! Operations: the type with its sans-I/O functions, and what the driver must know.

use proc_macro2::TokenStream;
use quote::quote;

use super::structure;
use super::token::{deprecated, doc, ident, path};
use crate::plan::{ErrorVariant, FieldPlan, OperationPlan};

/// The module of an operation.
pub(super) fn operation(plan: &OperationPlan) -> TokenStream {
    let definition = definition(plan);
    let sans_io = sans_io(plan);
    let operation = operation_trait(plan);
    let (input, output) = (ident(&plan.input.path.name), ident(&plan.output.path.name));
    let error = ident(&format!("{}Error", plan.name));
    quote! {
        pub mod builders;
        #[cfg(feature = "client")]
        mod client;
        mod error;
        mod input;
        mod output;
        pub(crate) mod schema;
        pub use self::error::#error;
        pub use self::input::#input;
        pub use self::output::#output;
        #definition
        #sans_io
        #operation
    }
}

fn definition(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        #documentation
        #deprecated
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;
    }
}

fn sans_io(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let (input, output) = (path(&plan.input.path), path(&plan.output.path));
    let error = error_path(plan);
    quote! {
        impl #name {
            #[doc = " The operation itself, for those who drive it by hand."]
            pub fn new() -> Self { Self }
            #[doc = " The HTTP request, unsigned, for an endpoint that"]
            #[doc = " [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) finds."]
            #[doc = ""]
            #[doc = " Nothing is sent: sign the request and send it with any HTTP client."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " When a required member has no value, or a value cannot be written."]
            #[inline]
            pub fn http_request(
                input: &#input,
                endpoint: &::aws_smithy_types::endpoint::Endpoint,
            ) -> ::std::result::Result<
                ::http::Request<::bytes::Bytes>,
                ::aws_smithy_types::error::operation::BuildError,
            > {
                crate::exchange::http_request::<Self>(input, endpoint)
            }
            #[doc = " What a whole HTTP response means."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " When the service answered with an error, or with something that cannot be read."]
            #[inline]
            pub fn parse_response(
                response: &::http::Response<::bytes::Bytes>,
            ) -> ::std::result::Result<#output, #error> {
                crate::exchange::parse_response::<Self>(response)
            }
        }
    }
}

fn error_path(plan: &OperationPlan) -> TokenStream {
    let (module, error) = (ident(&plan.module), ident(&format!("{}Error", plan.name)));
    quote!(crate::operation::#module::#error)
}

fn operation_trait(plan: &OperationPlan) -> TokenStream {
    let (name, wire_name, module) = (ident(&plan.name), &plan.wire_name, ident(&plan.module));
    let (input, output, error) = (path(&plan.input.path), path(&plan.output.path), error_path(plan));
    let required: Vec<_> = plan.input.fields.iter().filter(|field| field.required_input).collect();
    let input_parameter = if required.is_empty() { quote!(_input) } else { quote!(input) };
    let checks = required.iter().map(|field| check(field));
    let read_error = read_error(plan, &error);
    quote! {
        impl crate::exchange::Operation for #name {
            type Input = #input;
            type Output = #output;
            type Error = #error;
            const NAME: &'static str = #wire_name;
            fn schema() -> &'static ::aws_smithy_schema::OperationSchema<'static> {
                &crate::operation::#module::schema::OPERATION
            }
            fn check_input(
                #input_parameter: &Self::Input,
            ) -> ::std::result::Result<(), ::aws_smithy_types::error::operation::BuildError> {
                #(#checks)*
                ::std::result::Result::Ok(())
            }
            fn read_output(
                reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
            ) -> ::std::result::Result<Self::Output, ::aws_smithy_schema::serde::SerdeError> {
                #output::from_wire(reader)
            }
            fn set_request_id(output: &mut Self::Output, request_id: ::std::option::Option<::std::string::String>) {
                output._request_id = request_id;
            }
            #read_error
        }
    }
}

fn check(field: &FieldPlan) -> TokenStream {
    let (name, wire_name) = (ident(&field.name), &field.wire_name);
    quote!(crate::exchange::require(&input.#name, #wire_name, Self::NAME)?;)
}

fn read_error(plan: &OperationPlan, error: &TokenStream) -> TokenStream {
    let result = quote! {
        ::std::result::Result<::std::option::Option<Self::Error>, ::aws_smithy_schema::serde::SerdeError>
    };
    if plan.errors.is_empty() {
        return quote! {
            fn read_error(
                _code: &str,
                _reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
                _metadata: &::aws_smithy_types::error::ErrorMetadata,
            ) -> #result {
                ::std::result::Result::Ok(::std::option::Option::None)
            }
        };
    }
    let arms = plan.errors.iter().map(|ErrorVariant { path: ty, code, .. }| {
        let (ty, variant) = (path(ty), ident(&ty.name));
        quote!(#code => #error::#variant(#ty::from_wire(reader, metadata)?))
    });
    quote! {
        fn read_error(
            code: &str,
            reader: &mut dyn ::aws_smithy_schema::serde::ShapeDeserializer,
            metadata: &::aws_smithy_types::error::ErrorMetadata,
        ) -> #result {
            ::std::result::Result::Ok(::std::option::Option::Some(match code {
                #(#arms,)*
                _ => return ::std::result::Result::Ok(::std::option::Option::None),
            }))
        }
    }
}

/// The input, which the fluent builder sets too.
pub(super) fn input(plan: &OperationPlan) -> TokenStream {
    let fluent = ident(&format!("{}FluentBuilder", plan.name));
    structure::input(&plan.input, &quote!(super::client::#fluent))
}

/// The module `builders` of an operation.
pub(super) fn builders(plan: &OperationPlan) -> TokenStream {
    let fluent = ident(&format!("{}FluentBuilder", plan.name));
    let (input, output) = (ident(&plan.input.builder), ident(&plan.output.builder));
    let documentation = super::token::module_doc(&format!("Builders of `{}`.", plan.name));
    quote! {
        #documentation
        #[cfg(feature = "client")]
        pub use super::client::#fluent;
        pub use super::input::#input;
        pub use super::output::#output;
    }
}
