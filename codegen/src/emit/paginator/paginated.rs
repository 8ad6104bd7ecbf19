//! The implementation of the runtime's trait for operations with pages.

use proc_macro2::TokenStream;
use quote::quote;

use super::walk::{Access, Walked, walk};
use crate::emit::token::{ident, path, ty};
use crate::plan::{FieldPath, ItemsPlan, MorePlan, OperationPlan, PaginatorPlan, TokenKind, TokenPlan};

/// Emits the implementation.
pub(super) fn paginated(operation: &OperationPlan, plan: &PaginatorPlan) -> TokenStream {
    let operation_type = path(&operation.path);
    let more = plan.more.as_ref().map(more);
    let Tokens { ty, token, set_token, next_token } = tokens(&plan.tokens);
    let is_empty = plan.items.as_ref().map(is_empty);
    quote! {
        impl ::tinsmith_runtime::client::paginator::Paginated for #operation_type {
            type Token = #ty;
            #[inline]
            fn token(input: &Self::Input) -> ::std::option::Option<Self::Token> { #token }
            #[inline]
            fn set_token(input: &mut Self::Input, token: Self::Token) { #set_token; }
            #[inline]
            fn next_token(page: &Self::Output) -> ::std::option::Option<Self::Token> { #more #next_token }
            #is_empty
        }
    }
}

/// The parts of the trait that depend on the tokens.
struct Tokens {
    ty: TokenStream,
    token: TokenStream,
    set_token: TokenStream,
    next_token: TokenStream,
}

/// Emits one token as such, and several as a tuple of optional ones.
fn tokens(plans: &[TokenPlan]) -> Tokens {
    let types = plans.iter().map(|plan| ty(&plan.ty));
    let inputs = plans.iter().map(input_token);
    let next_tokens = plans.iter().map(next_token);
    if let [plan] = plans {
        let field = ident(&plan.input.field);
        return Tokens {
            ty: quote!(#(#types)*),
            token: quote!(#(#inputs)*),
            set_token: quote!(input.#field = ::std::option::Option::Some(token)),
            next_token: quote!(#(#next_tokens)*),
        };
    }
    let fields = plans.iter().map(|plan| ident(&plan.input.field));
    let none = plans.iter().map(|_| quote!(::std::option::Option::None));
    Tokens {
        ty: quote!((#(::std::option::Option<#types>),*)),
        token: quote!(::std::option::Option::Some((#(#inputs),*))),
        set_token: quote!((#(input.#fields),*) = token),
        next_token: quote! {
            let tokens = (#(#next_tokens),*);
            (tokens != (#(#none),*)).then_some(tokens)
        },
    }
}

fn input_token(plan: &TokenPlan) -> TokenStream {
    walk(quote!(input), &FieldPath(vec![plan.input.clone()]), access(plan.kind)).optional()
}

/// Emits the next token, which is not empty.
fn next_token(plan: &TokenPlan) -> TokenStream {
    let is_present = match plan.kind {
        TokenKind::Sized => quote!(!token.is_empty()),
        TokenKind::Enum => quote!(!token.as_str().is_empty()),
        TokenKind::Integer => quote!(*token != 0),
    };
    let mut paths = plan.output.iter().map(|path| {
        let token = walk(quote!(page), path, access(plan.kind)).optional();
        quote!(#token.filter(|token| #is_present))
    });
    let first = paths.next();
    quote!(#first #(.or_else(|| #paths))*)
}

fn access(kind: TokenKind) -> Access {
    match kind {
        TokenKind::Sized | TokenKind::Enum => Access::Clone,
        TokenKind::Integer => Access::Copy,
    }
}

/// Emits the end of the pages by a boolean.
fn more(MorePlan { path, is_required }: &MorePlan) -> TokenStream {
    let Walked { value, is_optional } = walk(quote!(page), path, Access::Copy);
    let is_end = match (is_optional, is_required) {
        (false, _) => quote!(!#value),
        (true, true) => quote!(#value != ::std::option::Option::Some(true)),
        (true, false) => quote!(#value == ::std::option::Option::Some(false)),
    };
    quote!(if #is_end { return ::std::option::Option::None; })
}

fn is_empty(items: &ItemsPlan) -> TokenStream {
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
}
