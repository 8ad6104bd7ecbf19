//! `lib.rs`, the module files, the manifest and the README of the crate.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::client;
use super::token::{doc, ident, module_doc};
use crate::plan::{CratePlan, StructPlan};

/// `lib.rs`
pub(super) fn root(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc(&root_doc(plan));
    let allow = uses_deprecated(plan).then(|| {
        quote!(#![allow(deprecated, reason = "the crate itself must handle what the service has deprecated")])
    });
    let enumeration = (!plan.enums.is_empty()).then(|| {
        quote!(
            mod enumeration;
        )
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
    quote! {
        #documentation
        #![forbid(unsafe_code)]
        #allow
        #[cfg(feature = "client")]
        pub mod client;
        pub mod config;
        pub mod error;
        pub mod meta;
        pub mod operation;
        pub mod primitives;
        pub mod types;
        mod builder;
        #[cfg(feature = "serde")]
        mod data;
        #[cfg(feature = "client")]
        mod driver;
        #enumeration
        mod error_meta;
        mod exchange;
        #[cfg(feature = "client")]
        mod interceptors;
        mod rules;
        mod schema;
        #protocol_tests
        mod service;
        #waiters
        mod wire;
        #[cfg(feature = "client")]
        #[doc(inline)]
        pub use crate::client::Client;
        #[cfg(feature = "client")]
        #[doc(inline)]
        pub use crate::config::Config;
        pub use crate::error_meta::Error;
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

fn root_doc(plan: &CratePlan) -> String {
    let library = plan.name.replace('-', "_");
    let operations = plan.operations.iter().map(|operation| {
        let summary = crate::doc::summary(&operation.doc).replace('\n', " ");
        format!(
            "- [`{}`](crate::operation::{}::{}): {summary}",
            operation.wire_name, operation.module, operation.name
        )
    });
    let operations: Vec<_> = operations.collect();
    let call = plan.operations.first().map(client::example_call).unwrap_or_default();
    format!(
        "{}\n\n# Operations\n\n{}\n\n# A call\n\n```no_run\n# #[cfg(feature = \"client\")]\n# async fn example(config: {library}::Config) -> Result<(), {library}::Error> {{\nlet client = {library}::Client::from_conf(config);\nlet output = client{call}.send().await?;\n# Ok(())\n# }}\n```\n\n{}",
        plan.service.doc,
        operations.join("\n"),
        features(plan),
    )
}

/// The features of every crate, and those that bring crates of derives in.
fn features(plan: &CratePlan) -> String {
    let mut crates: BTreeMap<&String, Vec<String>> = BTreeMap::new();
    for (feature, it) in plan.dependencies.iter().filter_map(|it| Some((it.feature.as_ref()?, it))) {
        crates.entry(feature).or_default().push(format!("`{}`", it.name));
    }
    let line = |(feature, names): (&String, Vec<String>)| {
        format!("\n- `{feature}`: derives of {}", names.join(", "))
    };
    let lines: String = crates.into_iter().map(line).collect();
    let (before, behind) = FEATURES.split_once("\n\n# Serialized").unwrap_or((FEATURES, ""));
    format!("{before}{lines}\n\n# Serialized{behind}")
}

const FEATURES: &str = "\
# Features

Without features the crate holds the types, their schemas, an endpoint resolver, and for each operation
`http_request` and `parse_response`, which do no input or output of their own.

- `client` (default): `Client`, `Config`, fluent builders, paginators and waiters on the AWS runtime crates
- `rustls` (default): HTTPS with rustls and ring
- `rustls-aws-lc`: HTTPS with rustls and aws-lc instead
- `rt-tokio` (default): timers of Tokio
- `default-https-client` (default): the same as `rustls`
- `behavior-version-latest`: no behaviour version needs to be set
- `test-util`: credentials and settings for tests
- `serde`: `Serialize` and `Deserialize`

# Serialized values

With `serde`, inputs, outputs, types and modelled errors become maps under the names of the model, in any format that
describes itself, such as JSON or CBOR. `None` is left out; what is missing is `None` or its default when it is read, and
unknown keys are ignored. Times are RFC 3339 and blobs base64 in formats for people; numbers of any size are text; enums
are their text, known or not; a union is a map of its one variant. `$metadata` holds the request id of an output, and code,
message, request id, operation and HTTP status of an error. Errors of operations can be serialized and not read.

**Sensitive members are written in full**, although `Debug` hides them.";

/// `operation.rs`
pub(super) fn operations(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc("One module for each operation.");
    let modules = plan.operations.iter().map(|operation| {
        let (name, documentation) =
            (ident(&operation.module), doc(&format!("The operation `{}`.", operation.wire_name)));
        quote!(#documentation pub mod #name;)
    });
    quote! {
        #documentation
        pub use ::aws_types::request_id::RequestId;
        #(#modules)*
    }
}

/// `types.rs`
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
        #(mod #modules;)*
        #(#exports)*
    }
}

/// `types/error.rs`
pub(super) fn errors(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc("The errors that the service describes.");
    let modules = plan.errors.iter().map(|error| ident(&error.module));
    let exports = plan.errors.iter().map(|error| {
        let (module, name) = (ident(&error.module), ident(&error.path.name));
        quote!(pub use self::#module::#name;)
    });
    quote! {
        #documentation
        pub mod builders;
        #(mod #modules;)*
        #(#exports)*
    }
}

/// `types/builders.rs`
pub(super) fn builders(plan: &CratePlan) -> TokenStream {
    builder_exports(&plan.structs, "Builders of the structures.")
}

/// `types/error/builders.rs`
pub(super) fn error_builders(plan: &CratePlan) -> TokenStream {
    builder_exports(&plan.errors, "Builders of the errors.")
}

fn builder_exports(structs: &[StructPlan], documentation: &str) -> TokenStream {
    let documentation = module_doc(documentation);
    let exports = structs.iter().map(|structure| {
        let (module, builder) = (ident(&structure.module), ident(&structure.builder));
        quote!(pub use super::#module::#builder;)
    });
    quote!(#documentation #(#exports)*)
}

/// `schema.rs`
pub(super) fn schemas(plan: &CratePlan) -> TokenStream {
    let documentation = module_doc("How structures and unions look on the wire, whatever the protocol.");
    let structs = plan.structs.iter().chain(&plan.errors).map(|item| &item.module);
    let mut modules: Vec<_> = structs.chain(plan.unions.iter().map(|item| &item.module)).collect();
    modules.sort_unstable();
    let modules = modules.into_iter().map(|module| ident(module));
    quote! {
        #documentation
        #(pub(crate) mod #modules;)*
    }
}

/// `README.md` of the crate.
pub(crate) fn readme(plan: &CratePlan) -> String {
    let operations: Vec<_> =
        plan.operations.iter().map(|operation| format!("- `{}`", operation.wire_name)).collect();
    format!(
        "# {}\n\nClient for {} (API version {}), generated by tinsmith. Do not edit: change the model or the overlay and\ngenerate again.\n\nOperations:\n\n{}\n",
        plan.name,
        plan.service.title,
        plan.service.version,
        operations.join("\n"),
    )
}
