// ---- src/operation/get_object/fluent_builder.rs
use crate::client::Client;
use crate::client::customize::CustomizableOperation;
use crate::client::customize::internal::CustomizableSend;
use crate::config::Builder;
use crate::operation::get_object::{
    GetObject, GetObjectError, GetObjectInput, GetObjectOutput,
};
use crate::operation::get_object::builders::GetObjectInputBuilder;
use crate::presigning::{CustomizablePresigned, PresignedRequest, PresigningConfig};
use crate::service::endpoint::endpoint_params_with;

    /// Returns a presigned request, which is not sent: anyone can send it until it expires, with a client of HTTP.
    ///
    /// The request has no body. Send its headers with it, and the body that the operation takes.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set, or there are no credentials.
    pub async fn presigned(
        self,
        presigning_config: PresigningConfig,
    ) -> Result<PresignedRequest, SdkError<GetObjectError, HttpResponse>> {
        orchestrator::presign::<
            GetObject,
        >(self.handle, self.inner.build(), None, presigning_config)
            .await
    }

impl CustomizablePresigned<GetObjectError> for GetObjectFluentBuilder {
    #[inline]
    fn presign(
        self,
        config_override: Builder,
        presigning_config: PresigningConfig,
    ) -> orchestrator::BoxFuture<
        orchestrator::SendResult<PresignedRequest, GetObjectError>,
    > {
        orchestrator::presign::<
            GetObject,
        >(
            self.handle,
            self.inner.build(),
            Some(config_override.settings),
            presigning_config,
        )
    }
}

// ---- src/presigning.rs
//! Presigned requests, which anyone can send until they expire.

use std::error::Error;

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use tinsmith_runtime::orchestrator::{BoxFuture, SendResult};
pub use tinsmith_runtime::presigning::{
    PresignedRequest, PresigningConfig, PresigningConfigBuilder, PresigningConfigError,
};

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
