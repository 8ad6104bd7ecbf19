//! Downloads in parts.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use super::shared::{built, checksums};
use crate::plan::RangedDownloadPlan;

/// Emits the download and the implementation of the runtime's trait.
pub(super) fn download(plan: &RangedDownloadPlan) -> TokenStream {
    let (operation, builder, body) = (path(&plan.operation), path(&plan.builder), ident(&plan.body));
    let (range, if_match) = (ident(&plan.range), ident(&plan.if_match));
    let [length, content_range, e_tag] = plan.described.each_ref().map(|field| ident(field));
    let checksums = checksums(&plan.checksums, &quote!(output));
    let checksum_type = match &plan.checksum_type {
        Some(field) => {
            let field = ident(field);
            quote!(output.#field.as_ref().map(|kind| kind.as_str().to_owned()))
        }
        None => quote!(::std::option::Option::None),
    };
    let parts = plan.parts.iter().map(|name| {
        let field = ident(name);
        quote!(::tinsmith_runtime::transfer::require_whole_object(input.#field.is_some(), #name)?;)
    });
    let built = built(&plan.input);
    quote! {
        #[doc = " Download of an object."]
        pub type Download = ::tinsmith_runtime::transfer::Download<::tinsmith_runtime::transfer::DownloadCalls<#operation>>;
        impl ::tinsmith_runtime::transfer::RangedDownload for #operation {
            type Builder = #builder;
            type Failure = crate::Error;
            fn ranged(
                input: &Self::Builder,
                range: ::std::option::Option<::tinsmith_runtime::transfer::ByteRange>,
            ) -> #built {
                #(#parts)*
                match range {
                    ::std::option::Option::Some(range) => {
                        input.clone().#range(range.header()).#if_match(range.e_tag).build()
                    }
                    ::std::option::Option::None => input.clone().build(),
                }
            }
            fn fetched(mut output: Self::Output) -> ::tinsmith_runtime::transfer::Fetched<Self::Output> {
                ::tinsmith_runtime::transfer::Fetched {
                    body: ::std::mem::take(&mut output.#body),
                    length: output.#length,
                    content_range: output.#content_range.clone(),
                    e_tag: output.#e_tag.clone(),
                    checksums: #checksums,
                    checksum_type: #checksum_type,
                    output,
                }
            }
        }
    }
}
