//! Responses in pages.

use aws_smithy_async::future::pagination_stream::{PaginationStream, fn_stream::FnStream};
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use aws_smithy_types::error::operation::BuildError;

use super::{Handle, feature::with_feature};
use crate::{
    orchestrator::{ClientOperation, SendResult, send},
    protocol::Operation,
};

/// An operation whose responses come in pages. Generated code implements this.
pub trait Paginated: ClientOperation<Input: Clone> {
    /// Token that requests the next page: a tuple if there are several.
    type Token: PartialEq + Send;

    /// Returns the token of the page that `input` requests; `None` for the first page.
    fn token(input: &Self::Input) -> Option<Self::Token>;

    /// Sets the token of the page that `input` requests.
    fn set_token(input: &mut Self::Input, token: Self::Token);

    /// Returns the token of the next page; `None` after the last page.
    fn next_token(page: &Self::Output) -> Option<Self::Token>;

    /// Returns whether the page is known to have no items.
    fn is_empty(_page: &Self::Output) -> bool {
        false
    }
}

/// Result of a call of `O`.
type CallResult<O> = SendResult<<O as Operation>::Output, <O as Operation>::Error>;

/// Continuation after a page.
enum Next<T> {
    /// The page of a token.
    Page(T),
    /// The page was the last one.
    End,
    /// The page repeated its own token.
    Repeated,
}

/// Returns a stream of pages, starting with the one that `input` requests. A page is requested when the stream is polled for it.
pub fn pages<O: Paginated>(
    handle: &Handle,
    input: Result<O::Input, BuildError>,
    stop_on_duplicate_token: bool,
) -> PaginationStream<CallResult<O>> {
    let handle = with_feature(handle, SmithySdkFeature::Paginator);
    PaginationStream::new(FnStream::new(move |pages| {
        Box::pin(async move {
            let mut input = match input {
                Ok(input) => input,
                Err(error) => return drop(pages.send(Err(SdkError::construction_failure(error))).await),
            };
            loop {
                let result = send::<O>(handle.clone(), Ok(input.clone()), None).await;
                let next = match &result {
                    Ok(page) => next::<O>(&input, page, stop_on_duplicate_token),
                    Err(_) => Next::End,
                };
                if pages.send(result).await.is_err() {
                    return;
                }
                match next {
                    Next::Page(token) => O::set_token(&mut input, token),
                    Next::End => return,
                    Next::Repeated => return drop(pages.send(Err(repeated_token())).await),
                }
            }
        })
    }))
}

/// Returns the continuation. A page that repeats its own token would be requested forever. Some services send such a page
/// without items if there is nothing more for now; with items it is an error.
fn next<O: Paginated>(input: &O::Input, page: &O::Output, stop_on_duplicate_token: bool) -> Next<O::Token> {
    match O::next_token(page) {
        None => Next::End,
        Some(token) if !stop_on_duplicate_token || O::token(input).as_ref() != Some(&token) => {
            Next::Page(token)
        }
        Some(_) if O::is_empty(page) => Next::End,
        Some(_) => Next::Repeated,
    }
}

fn repeated_token<E>() -> SdkError<E, HttpResponse> {
    SdkError::construction_failure(
        "next token did not change, pagination aborted. To continue on a token that the service repeats, call \
         `stop_on_duplicate_token(false)` on the paginator",
    )
}
