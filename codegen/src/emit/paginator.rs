//! Paginators of operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::token::{doc, ident, item_ty, path, ty};
use crate::plan::{FieldPath, FieldStep, ItemsPlan, OperationPlan, PageSize, PaginatorPlan, RustType};

/// Emits the module `paginator` of an operation.
pub(super) fn paginator(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
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

/// Emits the implementation of the runtime's trait for operations with pages.
fn paginated(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let operation_type = path(&operation.path);
    let token_ty = ty(&plan.token);
    let token = walk(quote!(input), &plan.input, Access::Borrow).optional();
    let set_token = set(&plan.input);
    let next_token = walk(quote!(page), &plan.output, Access::Borrow).optional();
    let more = plan.more.as_ref().map(|more| {
        let more = walk(quote!(page), more, Access::Borrow).optional();
        quote!(#more.filter(|more| **more)?;)
    });
    let is_empty = plan.items.as_ref().map(|items| {
        let Walked { value, is_optional } = walk(quote!(page), &items.path, Access::Borrow);
        let is_empty = if is_optional {
            quote!(#value.is_none_or(|items| items.is_empty()))
        } else {
            let list = walk(quote!(page), &items.path, Access::Move).value;
            quote!(#list.is_empty())
        };
        quote! {
            #[inline]
            fn is_empty(page: &Self::Output) -> bool { #is_empty }
        }
    });
    quote! {
        impl ::tinsmith_runtime::client::paginator::Paginated for #operation_type {
            type Token = #token_ty;
            #[inline]
            fn token(input: &Self::Input) -> ::std::option::Option<&Self::Token> { #token }
            #[inline]
            fn set_token(input: &mut Self::Input, token: Self::Token) { #set_token; }
            #[inline]
            fn next_token(page: &Self::Output) -> ::std::option::Option<&Self::Token> { #more #next_token }
            #is_empty
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

/// The expression that a path becomes.
#[derive(Clone, Copy)]
enum Access {
    /// A reference to the value.
    Borrow,
    /// The value itself.
    Move,
}

/// An expression for the value at the end of a path.
struct Walked {
    value: TokenStream,
    /// True if the expression is an `Option`.
    is_optional: bool,
}

impl Walked {
    /// Emits the expression as an `Option`.
    fn optional(self) -> TokenStream {
        let value = self.value;
        if self.is_optional { value } else { quote!(::std::option::Option::Some(#value)) }
    }
}

/// Follows the fields of a path from `start`.
fn walk(start: TokenStream, plan: &FieldPath, access: Access) -> Walked {
    let last = plan.0.len() - 1;
    let mut walked = Walked { value: start, is_optional: false };
    for (index, FieldStep { field, is_optional, .. }) in plan.0.iter().enumerate() {
        let (before, field) = (walked.value, ident(field));
        let is_last = index == last;
        let step = |from: TokenStream| match (access, is_optional) {
            (Access::Borrow, true) => quote!(#from.#field.as_ref()),
            (Access::Borrow, false) if is_last || walked.is_optional => quote!(&#from.#field),
            (_, _) => quote!(#from.#field),
        };
        let value = match (walked.is_optional, *is_optional) {
            (false, _) => step(before),
            (true, true) => {
                let next = step(quote!(value));
                quote!(#before.and_then(|value| #next))
            }
            (true, false) => {
                let next = step(quote!(value));
                quote!(#before.map(|value| #next))
            }
        };
        walked = Walked { value, is_optional: walked.is_optional || *is_optional };
    }
    walked
}

/// Sets the field at the end of a path, which leads through fields that are not optional.
fn set(plan: &FieldPath) -> TokenStream {
    let fields = plan.0.iter().map(|step| ident(&step.field));
    let optional = plan.0.last().is_some_and(|step| step.is_optional);
    let token = if optional { quote!(::std::option::Option::Some(token)) } else { quote!(token) };
    quote!(input #(.#fields)* = #token)
}

/// Emits `into_paginator` of the fluent builder.
pub(super) fn entry(plan: &PaginatorPlan) -> TokenStream {
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
