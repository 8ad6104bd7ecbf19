//! A paginator and a waiter as the generator emits them.

use std::{sync::Arc, time::Duration};

use aws_smithy_async::future::pagination_stream::{PaginationStream, TryFlatMap};
use aws_smithy_runtime::client::waiters::AcceptorState;
use aws_smithy_runtime_api::client::waiters::{FinalPoll, error::WaiterError};
use tinsmith_runtime::client::{
    Handle,
    paginator::{Paginated, pages},
    waiter,
};

use super::{
    ConnectionState, DeleteConnection, DeleteConnectionError, DeleteConnectionInput,
    DeleteConnectionInputBuilder, DeleteConnectionOutput, Tag,
};
use crate::error::SdkError;

/// Paginator: each page is a connection and names the next one.
#[derive(Debug)]
pub struct DeleteConnectionPaginator {
    handle: Arc<Handle>,
    builder: DeleteConnectionInputBuilder,
}

impl DeleteConnectionPaginator {
    pub(crate) fn new(handle: Arc<Handle>, builder: DeleteConnectionInputBuilder) -> Self {
        Self { handle, builder }
    }

    pub(crate) fn send(self) -> PaginationStream<super::fluent::SendResult> {
        pages::<DeleteConnection>(&self.handle, self.builder.build(), true)
    }

    pub(crate) fn tags(self) -> PaginationStream<Result<Tag, SdkError<DeleteConnectionError>>> {
        TryFlatMap::new(self.send()).flat_map(|page| page.tags.unwrap_or_default())
    }
}

impl Paginated for DeleteConnection {
    type Token = String;

    fn token(input: &Self::Input) -> Option<Self::Token> {
        input.connection_id.clone()
    }

    fn set_token(input: &mut Self::Input, token: Self::Token) {
        input.connection_id = Some(token);
    }

    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.connection_id.clone()
    }

    fn is_empty(page: &Self::Output) -> bool {
        page.tags.as_ref().is_none_or(Vec::is_empty)
    }
}

/// Waiter for a deleted connection.
#[derive(Clone, Debug)]
pub struct ConnectionDeletedFluentBuilder {
    handle: Arc<Handle>,
    pub(crate) inner: DeleteConnectionInputBuilder,
}

type Polled = FinalPoll<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

impl ConnectionDeletedFluentBuilder {
    pub(crate) fn new(handle: Arc<Handle>) -> Self {
        Self { handle, inner: DeleteConnectionInputBuilder::default() }
    }

    pub(crate) async fn wait(
        self,
        max_wait: Duration,
    ) -> Result<Polled, WaiterError<DeleteConnectionOutput, DeleteConnectionError>> {
        let input = self.inner.build().map_err(WaiterError::construction_failure)?;
        waiter::wait::<DeleteConnection>(&self.handle, input, 2..=120, max_wait, accept).await
    }
}

fn accept(
    _: &DeleteConnectionInput,
    result: Result<&DeleteConnectionOutput, &DeleteConnectionError>,
) -> AcceptorState {
    match result {
        Ok(output) if output.connection_state.as_ref().map(ConnectionState::as_str) == Some("deleted") => {
            AcceptorState::Success
        }
        Err(DeleteConnectionError::DirectConnectClientException(_)) => AcceptorState::Failure,
        _ => AcceptorState::NoAcceptorsMatched,
    }
}
