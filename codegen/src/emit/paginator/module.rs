//! The module of a paginator.

use proc_macro2::TokenStream;
use quote::quote;

use super::paginated::paginated;
use super::walk::{Access, walk};
use crate::emit::token::{doc, ident, item_ty, path, ty};
use crate::plan::{ItemsPlan, OperationPlan, PageSize, PaginatorPlan, RustType};

/// Emits the module `paginator` of an operation.
pub(in crate::emit) fn paginator(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let definition = definition(operation, plan);
    let methods = methods(operation, plan);
    let paginated = paginated(operation, plan);
    let items = plan.items.as_ref().map(|items_plan| items(operation, plan, items_plan));
    quote!(#definition #methods #paginated #items)
}

/// `PaginationStream<Result<Item, SdkError<Error, HttpResponse>>>`
fn stream(operation: &OperationPlan, item: &TokenStream) -> TokenStream {
    let error = path(&operation.error);
    quote! {
        ::aws_smithy_async::future::pagination_stream::PaginationStream<
            ::std::result::Result<
                #item,
                ::aws_smithy_runtime_api::client::result::SdkError<
                #error,
                ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
            >,
        >
    }
}

fn definition(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let documentation = doc(&plan.doc);
    let (name, builder) = (ident(&plan.name), path(&operation.input.builder));
    quote! {
        #documentation
        #[derive(Debug)]
        pub struct #name {
            handle: ::std::sync::Arc<::tinsmith_runtime::client::Handle>,
            builder: #builder,
            stop_on_duplicate_token: bool,
        }
    }
}

fn methods(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let (name, operation_type, builder) =
        (ident(&plan.name), path(&operation.path), path(&operation.input.builder));
    let stream = stream(operation, &path(&operation.output.path));
    let page_size = plan.page_size.as_ref().map(page_size);
    let items = plan.items.as_ref().map(|items| {
        let items = ident(&items.name);
        quote! {
            #[doc = " Returns the items of the pages instead of the pages."]
            #[inline]
            pub fn items(self) -> #items {
                #items(self)
            }
        }
    });
    quote! {
        impl #name {
            #[inline]
            pub(crate) fn new(
                handle: ::std::sync::Arc<::tinsmith_runtime::client::Handle>,
                builder: #builder,
            ) -> Self {
                Self { handle, builder, stop_on_duplicate_token: true }
            }
            #page_size
            #items
            #[doc = " Sets whether to stop at a page that repeats its own token, which is the default."]
            #[doc = ""]
            #[doc = " The stream then ends, with an error unless the page is empty. If `false`, the same page is requested"]
            #[doc = " again, for example to follow a growing log."]
            #[inline]
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }
            #[doc = " Returns a stream of the pages."]
            #[doc = ""]
            #[doc = " Each page is requested when the stream is polled for it. The stream ends after the last page and after"]
            #[doc = " the first error."]
            #[inline]
            pub fn send(self) -> #stream {
                ::tinsmith_runtime::client::paginator::pages::<#operation_type>(
                    &self.handle,
                    self.builder.build(),
                    self.stop_on_duplicate_token,
                )
            }
        }
    }
}

fn page_size(PageSize { field, ty: size }: &PageSize) -> TokenStream {
    let note = format!(" This replaces the value of `{field}`.");
    let (field, size) = (ident(field), ty(size));
    quote! {
        #[doc = " Sets the maximum number of items of a page."]
        #[doc = ""]
        #[doc = #note]
        #[inline]
        pub fn page_size(mut self, limit: #size) -> Self {
            self.builder.#field = ::std::option::Option::Some(limit);
            self
        }
    }
}

fn items(operation: &OperationPlan, paginator: &PaginatorPlan, plan: &ItemsPlan) -> TokenStream {
    let (name, paginator) = (ident(&plan.name), ident(&paginator.name));
    let item = match &plan.ty {
        RustType::List { element, sparse } => item_ty(element, *sparse),
        RustType::Map { key, value, sparse } => {
            let (key, value) = (ty(key), item_ty(value, *sparse));
            quote!((#key, #value))
        }
        other => ty(other),
    };
    let stream = stream(operation, &item);
    let items = walk(quote!(page), &plan.path, Access::Move);
    let items = if items.is_optional {
        let value = items.value;
        quote!(#value.unwrap_or_default())
    } else {
        items.value
    };
    let documentation = doc(&format!("Items of [`{paginator}`]."));
    quote! {
        #documentation
        #[derive(Debug)]
        pub struct #name(#paginator);
        impl #name {
            #[doc = " Returns a stream of the items."]
            #[doc = ""]
            #[doc = " Each page is requested when the items of the one before have been taken. The stream ends after the last"]
            #[doc = " page and after the first error."]
            #[inline]
            pub fn send(self) -> #stream {
                ::aws_smithy_async::future::pagination_stream::TryFlatMap::new(self.0.send()).flat_map(|page| #items)
            }
        }
    }
}

/// Emits `into_paginator` of the fluent builder.
pub(in crate::emit) fn entry(plan: &PaginatorPlan) -> TokenStream {
    let name = ident(&plan.name);
    let documentation = doc(&plan.doc);
    quote! {
        #documentation
        #[inline]
        pub fn into_paginator(self) -> super::paginator::#name {
            super::paginator::#name::new(self.handle, self.inner)
        }
    }
}
