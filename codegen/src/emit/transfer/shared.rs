//! Expressions that uploads and downloads have in common.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::token::{ident, path};
use crate::plan::RustPath;

/// Emits the result of building an input.
pub(super) fn built(input: &RustPath) -> TokenStream {
    let input = path(input);
    quote!(::std::result::Result<#input, ::aws_smithy_types::error::operation::BuildError>)
}

/// Emits checksums by the names of their algorithms.
pub(super) fn checksums(checksums: &[(&'static str, String)], from: &TokenStream) -> TokenStream {
    let checksums = checksums.iter().map(|(algorithm, field)| {
        let field = ident(field);
        quote!((#algorithm, #from.#field.clone()))
    });
    quote!([#(#checksums),*].into())
}
