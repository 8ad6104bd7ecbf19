//! Answers that come in pages.

use std::collections::HashMap;

use aws_smithy_async::future::pagination_stream::{PaginationStream, fn_stream::FnStream};
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use aws_smithy_types::error::operation::BuildError;

use super::{Handle, feature::noting};
use crate::{
    driver::{Plugged, SendResult, send},
    exchange::Operation,
};

/// What generated code says about an operation whose answers come in pages.
pub(crate) trait Paginated: Plugged<Input: Clone> {
    /// What leads from one page to the next.
    type Token: Token;

    /// The token of the page that `input` asks for; none for the first.
    fn asked(input: &Self::Input) -> Option<&Self::Token>;

    /// Lets `input` ask for the page of a token.
    fn ask(input: &mut Self::Input, token: Self::Token);

    /// The token of the page after this one; none after the last.
    fn next(page: &Self::Output) -> Option<&Self::Token>;

    /// Whether the page is known to have no items.
    fn is_empty(_page: &Self::Output) -> bool {
        false
    }
}

/// A token of either kind that models have.
pub(crate) trait Token: Clone + PartialEq + Send + Sync {
    /// Whether the service means that there are no more pages.
    fn is_end(&self) -> bool;
}

impl Token for String {
    fn is_end(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Clone + PartialEq + Send + Sync> Token for HashMap<String, T> {
    fn is_end(&self) -> bool {
        self.is_empty()
    }
}

/// What a call of `O` yields.
type Answer<O> = SendResult<<O as Operation>::Output, <O as Operation>::Error>;

/// What comes after a page.
enum After<T> {
    /// The page of a token.
    Page(T),
    /// Nothing: it was the last.
    End,
    /// The same page again.
    Same,
}

/// The pages of `O` from the one that `input` asks for; each is sent for when it is wanted.
pub(crate) fn pages<O: Paginated>(
    handle: &Handle,
    input: Result<O::Input, BuildError>,
    stop_on_duplicate_token: bool,
) -> PaginationStream<Answer<O>> {
    let handle = noting(handle, SmithySdkFeature::Paginator);
    PaginationStream::new(FnStream::new(move |pages| {
        Box::pin(async move {
            let mut input = match input {
                Ok(input) => input,
                Err(error) => return drop(pages.send(Err(SdkError::construction_failure(error))).await),
            };
            loop {
                let answer = send::<O>(handle.clone(), Ok(input.clone()), None).await;
                let after = match &answer {
                    Ok(page) => after::<O>(&input, page, stop_on_duplicate_token),
                    Err(_) => After::End,
                };
                if pages.send(answer).await.is_err() {
                    return;
                }
                match after {
                    After::Page(token) => O::ask(&mut input, token),
                    After::End => return,
                    After::Same => return drop(pages.send(Err(same_page())).await),
                }
            }
        })
    }))
}

/// A token that leads back to its own page would do so for ever. On a page without items it is how some services say
/// that there is nothing more for now, otherwise it is a fault.
fn after<O: Paginated>(input: &O::Input, page: &O::Output, stop_on_duplicate_token: bool) -> After<O::Token> {
    match O::next(page).filter(|token| !token.is_end()) {
        None => After::End,
        Some(token) if !stop_on_duplicate_token || O::asked(input) != Some(token) => {
            After::Page(token.clone())
        }
        Some(_) if O::is_empty(page) => After::End,
        Some(_) => After::Same,
    }
}

fn same_page<E>() -> SdkError<E, HttpResponse> {
    SdkError::construction_failure(
        "next token did not change, pagination aborted. If you want to continue on a token that the \
         service repeats, call `stop_on_duplicate_token(false)` on the paginator",
    )
}

/// Walks from a value along fields, which may be missing where a `?` stands: borrows with `&`, takes with `move`.
macro_rules! walk {
    (& [$($at:tt)+] $field:ident ?) => { $($at)+.$field.as_ref() };
    (& [$($at:tt)+] $field:ident) => { ::std::option::Option::Some(&$($at)+.$field) };
    (& [$($at:tt)+] $field:ident ? . $($rest:tt)+) => {
        $crate::client::paginator::walk!(& [$($at)+.$field.as_ref()?] $($rest)+)
    };
    (& [$($at:tt)+] $field:ident . $($rest:tt)+) => {
        $crate::client::paginator::walk!(& [$($at)+.$field] $($rest)+)
    };
    (move [$($at:tt)+] $field:ident ?) => { $($at)+.$field };
    (move [$($at:tt)+] $field:ident) => { ::std::option::Option::Some($($at)+.$field) };
    (move [$($at:tt)+] $field:ident ? . $($rest:tt)+) => {
        $crate::client::paginator::walk!(move [$($at)+.$field?] $($rest)+)
    };
    (move [$($at:tt)+] $field:ident . $($rest:tt)+) => {
        $crate::client::paginator::walk!(move [$($at)+.$field] $($rest)+)
    };
    (set [$($at:tt)+] $field:ident ? = $value:ident) => {
        $($at)+.$field = ::std::option::Option::Some($value)
    };
    (set [$($at:tt)+] $field:ident = $value:ident) => { $($at)+.$field = $value };
}

/// The paginator of an operation.
///
/// What stands behind the arrow is the operation, the builder of its input, its output and its error. The token is told
/// by its type, its field of the input and where in the output the next one is; `?` follows a field that may be missing.
/// All other lines may be left out: the flag without which there is no next page, the field of the input for the size of
/// a page, and the items of a page.
macro_rules! paginator {
    (
        $(#[doc = $doc:tt])*
        pub struct $Paginator:ident => $Operation:path, $Builder:path, $Output:path, $Error:path;
        token: $Token:ty, [$($asked:tt)+] = [$($next:tt)+];
        $(more: [$($more:tt)+];)?
        $(page_size $page_size:ident: $PageSize:ty;)?
        $(pub struct $Items:ident => $Item:ty, [$($items:tt)+];)?
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug)]
        pub struct $Paginator {
            handle: ::std::sync::Arc<$crate::client::Handle>,
            builder: $Builder,
            stop_on_duplicate_token: bool,
        }

        impl $Paginator {
            #[inline]
            pub(crate) fn new(handle: ::std::sync::Arc<$crate::client::Handle>, builder: $Builder) -> Self {
                Self { handle, builder, stop_on_duplicate_token: true }
            }

            $(
                /// Sets how many items a page may have.
                #[doc = concat!("\n It takes the place of what `", stringify!($page_size), "` was set to.")]
                #[inline]
                pub fn page_size(mut self, limit: $PageSize) -> Self {
                    self.builder.$page_size = ::std::option::Option::Some(limit);
                    self
                }
            )?

            $(
                /// One item after the other, in place of pages.
                #[inline]
                pub fn items(self) -> $Items {
                    $Items(self)
                }
            )?

            /// Whether to stop when a page names itself as the next one, which is so unless `false` is set here.
            ///
            /// The stream then ends: with an error, or without one where that page has no items. Otherwise the same
            /// page is asked for again, as is wanted to follow a log that grows.
            #[inline]
            pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
                self.stop_on_duplicate_token = stop_on_duplicate_token;
                self
            }

            /// The pages.
            ///
            /// Nothing is sent before the stream is asked for its first page, nor before it is asked for the next. It ends
            /// after the last page and after the first error.
            #[inline]
            pub fn send(
                self,
            ) -> ::aws_smithy_async::future::pagination_stream::PaginationStream<
                ::std::result::Result<
                    $Output,
                    ::aws_smithy_runtime_api::client::result::SdkError<
                        $Error,
                        ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
                    >,
                >,
            > {
                $crate::client::paginator::pages::<$Operation>(
                    &self.handle,
                    self.builder.build(),
                    self.stop_on_duplicate_token,
                )
            }
        }

        impl $crate::client::paginator::Paginated for $Operation {
            type Token = $Token;

            #[inline]
            fn asked(input: &Self::Input) -> ::std::option::Option<&Self::Token> {
                $crate::client::paginator::walk!(& [input] $($asked)+)
            }

            #[inline]
            fn ask(input: &mut Self::Input, token: Self::Token) {
                $crate::client::paginator::walk!(set [input] $($asked)+ = token);
            }

            #[inline]
            fn next(page: &Self::Output) -> ::std::option::Option<&Self::Token> {
                $(
                    let more = $crate::client::paginator::walk!(& [page] $($more)+);
                    more.filter(|more| **more)?;
                )?
                $crate::client::paginator::walk!(& [page] $($next)+)
            }

            $(
                #[inline]
                fn is_empty(page: &Self::Output) -> bool {
                    ::std::option::Option::Some(page)
                        .and_then(|page| $crate::client::paginator::walk!(& [page] $($items)+))
                        .is_none_or(|items| items.is_empty())
                }
            )?
        }

        $(
            #[doc = concat!(" The items of [`", stringify!($Paginator), "`], one after the other.")]
            #[derive(Debug)]
            pub struct $Items($Paginator);

            impl $Items {
                /// The items.
                ///
                /// Nothing is sent before the stream is asked for its first item, and a page is sent for when the items of
                /// the one before have been taken. The stream ends after the last page and after the first error.
                #[inline]
                pub fn send(
                    self,
                ) -> ::aws_smithy_async::future::pagination_stream::PaginationStream<
                    ::std::result::Result<
                        $Item,
                        ::aws_smithy_runtime_api::client::result::SdkError<
                            $Error,
                            ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
                        >,
                    >,
                > {
                    ::aws_smithy_async::future::pagination_stream::TryFlatMap::new(self.0.send()).flat_map(|page| {
                        ::std::option::Option::Some(page)
                            .and_then(|page| $crate::client::paginator::walk!(move [page] $($items)+))
                            .unwrap_or_default()
                    })
                }
            }
        )?
    };
}

pub(crate) use {paginator, walk};
