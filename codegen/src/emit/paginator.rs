//! Paginators: what tells one from another; `support/src/client/paginator.rs` does the rest.

use proc_macro2::TokenStream;
use quote::quote;

use super::operation::error_path;
use super::token::{doc, ident, item_ty, path, ty};
use crate::plan::{FieldPath, ItemsPlan, OperationPlan, PageSize, PaginatorPlan, RustType};

/// The module `paginator` of an operation.
pub(super) fn paginator(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let documentation = doc(&plan.doc);
    let (name, module) = (ident(&plan.name), ident(&operation.module));
    let (operation_name, builder) = (ident(&operation.name), ident(&operation.input.builder));
    let (output, error) = (path(&operation.output.path), error_path(operation));
    let (token, asked, next) = (ty(&plan.token), walk(&plan.input), walk(&plan.output));
    let more = plan.more.as_ref().map(walk).map(|more| quote!(more: [#more];));
    let page_size = plan.page_size.as_ref().map(|PageSize { field, ty: size }| {
        let (field, size) = (ident(field), ty(size));
        quote!(page_size #field: #size;)
    });
    let items = plan.items.as_ref().map(items);
    let home = quote!(crate::operation::#module);
    quote! {
        crate::client::paginator::paginator! {
            #documentation
            pub struct #name => #home::#operation_name, #home::builders::#builder, #output, #error;
            token: #token, [#asked] = [#next];
            #more
            #page_size
            #items
        }
    }
}

/// `pub struct DescribeLagsPaginatorItems => Lag, [lags?];`
fn items(plan: &ItemsPlan) -> TokenStream {
    let name = ident(&plan.name);
    let item = match &plan.ty {
        RustType::List { element, sparse } => item_ty(element, *sparse),
        RustType::Map { value, sparse } => {
            let value = item_ty(value, *sparse);
            quote!((::std::string::String, #value))
        }
        other => ty(other),
    };
    let path = walk(&plan.path);
    quote!(pub struct #name => #item, [#path];)
}

/// `page?.next_token?`
fn walk(plan: &FieldPath) -> TokenStream {
    let steps = plan.0.iter().map(|step| {
        let (field, mark) = (ident(&step.field), step.optional.then(|| quote!(?)));
        quote!(#field #mark)
    });
    quote!(#(#steps).*)
}

/// `into_paginator` of the fluent builder.
pub(super) fn entry(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let (fluent, name) = (ident(&format!("{}FluentBuilder", operation.name)), ident(&plan.name));
    let documentation = doc(&plan.doc);
    quote! {
        impl #fluent {
            #documentation
            #[inline]
            pub fn into_paginator(self) -> super::paginator::#name {
                super::paginator::#name::new(self.handle, self.inner)
            }
        }
    }
}
