//! Presigned requests, which need no credentials to be sent.

use std::error::Error;

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use tinsmith_runtime::orchestrator::{BoxFuture, SendResult};
pub use tinsmith_runtime::presigning::{
    PresignedRequest, PresigningConfig, PresigningConfigBuilder, PresigningConfigError,
};
// {uploads}

use crate::{client::customize::CustomizableOperation, config::Builder};

/// A fluent builder that can presign its operation with other settings.
pub(crate) trait CustomizablePresigned<E>: Send + Sync {
    /// Presigns the operation.
    fn presign(
        self,
        config_override: Builder,
        presigning_config: PresigningConfig,
    ) -> BoxFuture<SendResult<PresignedRequest, E>>;
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    /// Returns a presigned request, which is not sent.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set, or there are no credentials.
    #[expect(private_bounds, reason = "fluent builders of operations that can be presigned implement it")]
    pub async fn presigned(
        self,
        presigning_config: PresigningConfig,
    ) -> Result<PresignedRequest, SdkError<E, HttpResponse>>
    where
        E: Error + Send + Sync + 'static,
        B: CustomizablePresigned<E>,
    {
        let (call, config) = self.into_parts();
        call.presign(config, presigning_config).await
    }
}
