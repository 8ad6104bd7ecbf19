//! The fluent builder as the generator would emit it.

use super::{
    DeleteConnection, DeleteConnectionError, DeleteConnectionInputBuilder, DeleteConnectionOutput,
    repeated::{ConnectionDeletedFluentBuilder, DeleteConnectionPaginator},
};
use crate::{client::Client, driver::call, error::SdkError};

/// What a call of the sample yields.
pub(in crate::tests) type SendResult = Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

impl Client {
    pub(in crate::tests) fn delete_connection(&self) -> DeleteConnectionFluentBuilder {
        DeleteConnectionFluentBuilder {
            handle: self.handle.clone(),
            inner: DeleteConnectionInputBuilder::default(),
            config_override: None,
        }
    }

    pub(in crate::tests) fn wait_until_connection_deleted(&self) -> ConnectionDeletedFluentBuilder {
        ConnectionDeletedFluentBuilder::new(self.handle.clone())
    }
}

impl DeleteConnectionFluentBuilder {
    pub(in crate::tests) fn into_paginator(self) -> DeleteConnectionPaginator {
        DeleteConnectionPaginator::new(self.handle, self.inner)
    }
}

call! {
    pub struct DeleteConnectionFluentBuilder =>
        DeleteConnection, DeleteConnectionInputBuilder, DeleteConnectionOutput, DeleteConnectionError;
}
