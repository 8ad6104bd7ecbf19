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

    /// Returns a presigned request, which is not sent: it can be sent with any HTTP client until it expires.
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
        self.customize().presigned(presigning_config).await
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

// ---- src/operation/put_object.rs
impl protocol::Uploading for PutObject {
    #[inline]
    fn object(input: &Self::Input) -> [Option<&str>; 2] {
        [input.bucket.as_deref(), input.key.as_deref()]
    }
}

// ---- src/operation/put_object/fluent_builder.rs
    /// Returns a form that uploads the object until the policy expires. Only the bucket and the key of the input are used.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set, or there are no credentials.
    pub async fn presigned_post(
        self,
        policy: PostPolicy,
    ) -> Result<PresignedPost, SdkError<PutObjectError, HttpResponse>> {
        orchestrator::presign_post::<PutObject>(self.handle, self.inner.build(), policy)
            .await
    }

// ---- src/presigning.rs
//! Presigned requests, which need no credentials to be sent.

use std::error::Error;

use aws_smithy_runtime_api::client::{orchestrator::HttpResponse, result::SdkError};
use tinsmith_runtime::orchestrator::{BoxFuture, SendResult};
pub use tinsmith_runtime::presigning::{
    PresignedRequest, PresigningConfig, PresigningConfigBuilder, PresigningConfigError,
};
pub use tinsmith_runtime::presigning::{PostPolicy, PresignedPost};

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
