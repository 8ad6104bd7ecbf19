//! The fluent builder as the generator would emit it.

use super::{DeleteConnection, DeleteConnectionError, DeleteConnectionInputBuilder, DeleteConnectionOutput};
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
}

call! {
    pub struct DeleteConnectionFluentBuilder => delete_connection
        DeleteConnection, DeleteConnectionInputBuilder, DeleteConnectionOutput, DeleteConnectionError;
}
