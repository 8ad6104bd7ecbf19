//! Operations: the type, and what its functions and the driver must know.

use proc_macro2::TokenStream;
use quote::quote;

use super::endpoint::operation_params;
use super::token::{deprecated, doc, ident, path};
use super::{behavior, structure, waiter};
use crate::plan::{ErrorVariant, OperationPlan};

/// The module of an operation.
pub(super) fn operation(plan: &OperationPlan) -> TokenStream {
    let definition = definition(plan);
    let facts = facts(plan);
    let own = own(plan);
    let behavior = behavior::traits(plan);
    let paginator = plan.paginator.as_ref().map(|_| {
        quote! {
            #[doc = " Reading the answers page by page."]
            #[cfg(feature = "client")]
            pub mod paginator;
        }
    });
    let (input, output) = (ident(&plan.input.path.name), ident(&plan.output.path.name));
    let error = ident(&format!("{}Error", plan.name));
    quote! {
        pub mod builders;
        #[cfg(feature = "client")]
        mod client;
        mod error;
        mod input;
        mod output;
        #paginator
        pub(crate) mod schema;
        pub use self::error::#error;
        pub use self::input::#input;
        pub use self::output::#output;
        #definition
        #facts
        #own
        #behavior
    }
}

fn definition(plan: &OperationPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    // To the variants: the types may be in scope under their names, and rustdoc warns of links that are not needed.
    let errors = errors_doc(plan, |error| format!("{}Error::{}", plan.name, error.path.name));
    let errors = errors.map(|errors| doc(&format!("\n{errors}")));
    let method = format!(" [`Client::{0}`](crate::client::Client::{0}) calls it.", plan.module);
    let deprecated = deprecated(plan.deprecated.as_ref());
    quote! {
        #documentation
        #[doc = ""]
        #[cfg_attr(feature = "client", doc = #method)]
        #errors
        #deprecated
        #[derive(Clone, Debug, Default)]
        #[non_exhaustive]
        pub struct #name;
    }
}

/// A section about the errors that the model lists, with links to where `target` says.
pub(super) fn errors_doc(plan: &OperationPlan, target: impl Fn(&ErrorVariant) -> String) -> Option<String> {
    let error = |error: &ErrorVariant| {
        format!("- [`{}`]({}): {}", error.path.name, target(error), error.doc.replace('\n', " "))
    };
    let errors: Vec<_> = plan.errors.iter().map(error).collect();
    (!errors.is_empty()).then(|| format!("# Errors of the service\n\n{}", errors.join("\n")))
}

/// The type of the operation's error.
pub(super) fn error_path(plan: &OperationPlan) -> TokenStream {
    let (module, error) = (ident(&plan.module), ident(&format!("{}Error", plan.name)));
    quote!(crate::operation::#module::#error)
}

/// What distinguishes the operation from others.
fn facts(plan: &OperationPlan) -> TokenStream {
    let (name, wire_name, module) = (ident(&plan.name), &plan.wire_name, ident(&plan.module));
    let (input, output, error) = (path(&plan.input.path), path(&plan.output.path), error_path(plan));
    let required = plan.input.fields.iter().filter(|field| field.required_input).map(|field| {
        let (name, wire_name) = (ident(&field.name), &field.wire_name);
        quote!(requires #name #wire_name;)
    });
    let errors = plan.errors.iter().map(|ErrorVariant { path: ty, codes, .. }| {
        let (ty, variant) = (path(ty), ident(&ty.name));
        quote!(fails #(#codes)|*: #variant(#ty);)
    });
    let own_request = behavior::has_own_request(plan).then(|| quote!(own http_request;));
    let binds = (!plan.bindings.is_empty()).then(|| quote!(binds endpoint_params;));
    let secret = plan.features.sensitive_response.then(|| quote!(secret answer;));
    quote! {
        crate::exchange::operation! {
            #name: #wire_name crate::operation::#module::schema::OPERATION {
                #input => #output, #error;
                #own_request
                #binds
                #secret
                #(#required)*
                #(#errors)*
            }
        }
    }
}

/// Functions that only this operation has, or has in a way of its own.
fn own(plan: &OperationPlan) -> Option<TokenStream> {
    let params = operation_params(plan);
    let request = behavior::has_own_request(plan).then(|| http_request(plan));
    let name = ident(&plan.name);
    (!params.is_empty() || request.is_some()).then(|| quote!(impl #name { #request #params }))
}

fn http_request(plan: &OperationPlan) -> TokenStream {
    let notes = doc(&crate::doc::to_markdown(&behavior::notes(plan).join("\n\n")));
    let (input, body) = (path(&plan.input.path), behavior::http_request(plan));
    quote! {
        #[doc = " The HTTP request, unsigned, for an endpoint that"]
        #[doc = " [`DefaultResolver::resolve`](crate::config::endpoint::DefaultResolver::resolve) finds."]
        #[doc = ""]
        #notes
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
            #body
        }
    }
}

/// The input, which the fluent builders of the operation and of its waiters set too.
pub(super) fn input(plan: &OperationPlan) -> TokenStream {
    let fluent = ident(&format!("{}FluentBuilder", plan.name));
    let mut builders = vec![quote!(super::client::#fluent)];
    // Not in full, which would import a module that the feature `client` has.
    builders.extend(plan.waiters.iter().map(waiter::fluent).map(|path| quote!(super::super::super::#path)));
    structure::input(&plan.input, &builders)
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
