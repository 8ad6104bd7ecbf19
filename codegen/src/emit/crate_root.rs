//! `lib.rs`, the module files and the README.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, module_doc};
use super::{crate_page, customization};
use crate::plan::{CratePlan, StructPlan};

/// The version of the runtime that crates are generated for; both have the version of the generator.
const RUNTIME_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Emits `lib.rs`.
pub(super) fn root(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc(&crate_page::text(plan));
    let allow = uses_deprecated(plan).then(|| {
        quote!(#![allow(deprecated, reason = "the crate itself must handle what the service has deprecated")])
    });
    let protocol_tests = (!plan.tests.is_empty()).then(|| {
        quote!(
            #[cfg(all(test, feature = "client"))]
            mod protocol_tests;
        )
    });
    let waits = plan.operations.iter().any(|operation| !operation.waiters.is_empty());
    let waiters = waits.then(|| {
        quote!(
            #[cfg(feature = "client")]
            pub mod waiters;
        )
    });
    let auth_token = plan.service.customization.auth_token.map(|_| {
        quote!(
            #[cfg(feature = "client")]
            pub mod auth_token;
        )
    });
    let discovery = plan.endpoint_discovery.as_ref().map(|_| {
        quote!(
            #[cfg(feature = "client")]
            pub mod endpoint_discovery;
        )
    });
    let presigning = plan.is_presignable().then(|| {
        quote!(
            #[cfg(feature = "client")]
            pub mod presigning;
        )
    });
    let transfer = (!plan.transfer.is_empty()).then(|| {
        quote!(
            #[cfg(feature = "transfer")]
            pub mod transfer;
        )
    });
    quote! {
        #documentation
        #![forbid(unsafe_code)]
        #allow
        #auth_token
        #[cfg(feature = "client")]
        pub mod client;
        pub mod config;
        #discovery
        pub mod error;
        pub mod meta;
        pub mod operation;
        #presigning
        pub mod primitives;
        #transfer
        pub mod types;
        mod error_meta;
        #protocol_tests
        mod service;
        #waiters
        #[cfg(feature = "client")]
        #[doc(inline)]
        pub use crate::client::Client;
        #[cfg(feature = "client")]
        #[doc(inline)]
        pub use crate::config::Config;
        pub use crate::error_meta::Error;
        const _: () = ::tinsmith_runtime::assert_runtime_version(#RUNTIME_VERSION);
    }
}

fn uses_deprecated(plan: &CratePlan) -> bool {
    let structs = plan.all_structs().any(|structure| {
        structure.deprecated.is_some() || structure.fields.iter().any(|field| field.deprecated.is_some())
    });
    structs
        || plan.enums.iter().any(|item| {
            item.deprecated.is_some() || item.variants.iter().any(|value| value.deprecated.is_some())
        })
        || plan.unions.iter().any(|item| {
            item.deprecated.is_some() || item.variants.iter().any(|variant| variant.deprecated.is_some())
        })
        || plan.int_enums.iter().any(|item| {
            item.deprecated.is_some() || item.variants.iter().any(|value| value.deprecated.is_some())
        })
        || plan.operations.iter().any(|operation| {
            operation.deprecated.is_some()
                || operation.waiters.iter().any(|waiter| waiter.deprecated.is_some())
        })
}

/// Emits `operation.rs`.
pub(super) fn operations(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc("Operations, one module each.");
    let modules = plan.operations.iter().map(|operation| {
        let name = ident(&operation.module);
        let documentation = doc(&operation.summary);
        quote!(#documentation pub mod #name;)
    });
    let exports = customization::exports(plan);
    quote! {
        #documentation
        #exports
        pub use ::aws_types::request_id::RequestId;
        #(#modules)*
    }
}

/// Emits `types.rs`.
pub(super) fn types(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc("Structures, enums and unions that the operations use.");
    let mut items: Vec<(&str, &str)> = Vec::new();
    items.extend(plan.structs.iter().map(|item| (item.module.as_str(), item.path.name.as_str())));
    items.extend(plan.enums.iter().map(|item| (item.module.as_str(), item.path.name.as_str())));
    items.extend(plan.int_enums.iter().map(|item| (item.module.as_str(), item.path.name.as_str())));
    items.extend(plan.unions.iter().map(|item| (item.module.as_str(), item.path.name.as_str())));
    items.sort_unstable();
    let modules = items.iter().map(|(module, _)| ident(module));
    let exports = items.iter().map(|(module, name)| {
        let (module, name) = (ident(module), ident(name));
        quote!(pub use self::#module::#name;)
    });
    quote! {
        #documentation
        pub mod builders;
        pub mod error;
        #(pub(crate) mod #modules;)*
        #(#exports)*
    }
}

/// Emits `types/error.rs`.
pub(super) fn errors(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc("Errors of the service.");
    let errors = plan.errors.iter().map(|error| (&error.module, &error.path.name));
    let event_errors = plan.event_errors.iter().map(|error| (&error.module, &error.path.name));
    let items: Vec<_> = errors.chain(event_errors).collect();
    let modules = items.iter().map(|(module, _)| ident(module));
    let exports = items.iter().map(|(module, name)| {
        let (module, name) = (ident(module), ident(name));
        quote!(pub use self::#module::#name;)
    });
    quote! {
        #documentation
        pub mod builders;
        #(pub(crate) mod #modules;)*
        #(#exports)*
    }
}

/// Emits `types/builders.rs`.
pub(super) fn builders(plan: &CratePlan) -> TokenStream {
    builder_exports(&plan.structs, "Builders of the structures.")
}

/// Emits `types/error/builders.rs`.
pub(super) fn error_builders(plan: &CratePlan) -> TokenStream {
    builder_exports(&plan.errors, "Builders of the errors.")
}

fn builder_exports(structs: &[StructPlan], documentation: &str) -> TokenStream {
    let documentation = module_doc(documentation);
    let exports = structs.iter().map(|structure| {
        let (module, builder) = (ident(&structure.module), ident(&structure.builder.name));
        quote!(pub use super::#module::#builder;)
    });
    quote!(#documentation #(#exports)*)
}

/// Returns `README.md` of the crate.
pub(crate) fn readme(plan: &CratePlan) -> String {
    let operations: Vec<_> =
        plan.operations.iter().map(|operation| format!("- `{}`", operation.wire_name)).collect();
    format!(
        "# {}\n\nClient for {} (API version {}, protocol {}), generated by tinsmith. Do not edit: change the model or\nthe overlay and generate again.\n\nOperations:\n\n{}\n",
        plan.name,
        plan.service.title,
        plan.service.version,
        plan.service.protocol.name(),
        operations.join("\n"),
    )
}
