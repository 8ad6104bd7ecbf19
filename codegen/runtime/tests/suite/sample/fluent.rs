//! The fluent builder as the generator emits it.

use std::sync::Arc;

use tinsmith_runtime::{client::Handle, operation_plugin, orchestrator};

use super::{
    DeleteConnection, DeleteConnectionError, DeleteConnectionInputBuilder, DeleteConnectionOutput,
    pages_and_waiters::{ConnectionDeletedFluentBuilder, DeleteConnectionPaginator},
};
use crate::{
    client::{
        Client,
        customize::{CustomizableOperation, internal::CustomizableSend},
    },
    config::Builder,
    error::SdkError,
};

/// Result of a call of the sample.
pub(crate) type SendResult = Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

impl Client {
    pub(crate) fn delete_connection(&self) -> DeleteConnectionFluentBuilder {
        DeleteConnectionFluentBuilder {
            handle: self.handle.clone(),
            inner: DeleteConnectionInputBuilder::default(),
        }
    }

    pub(crate) fn wait_until_connection_deleted(&self) -> ConnectionDeletedFluentBuilder {
        ConnectionDeletedFluentBuilder::new(self.handle.clone())
    }
}

#[derive(Clone, Debug)]
pub struct DeleteConnectionFluentBuilder {
    handle: Arc<Handle>,
    pub(super) inner: DeleteConnectionInputBuilder,
}

impl DeleteConnectionFluentBuilder {
    pub async fn send(self) -> SendResult {
        orchestrator::send::<DeleteConnection>(self.handle, self.inner.build(), None).await
    }

    pub fn customize(self) -> CustomizableOperation<DeleteConnectionOutput, DeleteConnectionError, Self> {
        CustomizableOperation::new(self)
    }

    pub(crate) fn into_paginator(self) -> DeleteConnectionPaginator {
        DeleteConnectionPaginator::new(self.handle, self.inner)
    }
}

impl CustomizableSend<DeleteConnectionOutput, DeleteConnectionError> for DeleteConnectionFluentBuilder {
    fn send(
        self,
        config_override: Builder,
    ) -> orchestrator::BoxFuture<orchestrator::SendResult<DeleteConnectionOutput, DeleteConnectionError>>
    {
        orchestrator::send::<DeleteConnection>(
            self.handle,
            self.inner.build(),
            Some(config_override.settings),
        )
    }
}

operation_plugin!(DeleteConnection, crate::service::endpoint::endpoint_params, []);
