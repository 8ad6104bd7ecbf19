//! Changes to a single call.

use std::{error::Error, marker::PhantomData};

use aws_smithy_runtime::client::interceptors::{MapRequestInterceptor, MutateRequestInterceptor};
use aws_smithy_runtime_api::client::{
    interceptors::{Intercept, SharedInterceptor},
    orchestrator::{HttpRequest, HttpResponse},
    result::SdkError,
};
use tinsmith_runtime::orchestrator::{BoxFuture, SendResult};

use crate::config::Builder;

/// A call that can be changed before it is sent.
pub struct CustomizableOperation<T, E, B> {
    customizable_send: B,
    config_override: Option<Builder>,
    interceptors: Vec<SharedInterceptor>,
    _result: PhantomData<(T, E)>,
}

pub(crate) mod internal {
    use super::{BoxFuture, Builder, SendResult};

    /// A fluent builder that can send its operation with other settings.
    pub trait CustomizableSend<T, E>: Send + Sync {
        /// Sends the operation.
        fn send(self, config_override: Builder) -> BoxFuture<SendResult<T, E>>;
    }
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    pub(crate) fn new(customizable_send: B) -> Self {
        Self { customizable_send, config_override: None, interceptors: Vec::new(), _result: PhantomData }
    }

    /// Adds an interceptor, which runs after those of the client.
    #[must_use]
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.interceptors.push(SharedInterceptor::new(interceptor));
        self
    }

    /// Replaces the request before it is signed, or fails the call.
    #[must_use]
    pub fn map_request<F, MapE>(self, f: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: Error + Send + Sync + 'static,
    {
        self.interceptor(MapRequestInterceptor::new(f))
    }

    /// Modifies the request before it is signed.
    #[must_use]
    pub fn mutate_request<F>(self, f: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.interceptor(MutateRequestInterceptor::new(f))
    }

    /// Overrides settings of the client with those that `config_override` sets.
    #[must_use]
    pub fn config_override(mut self, config_override: impl Into<Builder>) -> Self {
        self.config_override = Some(config_override.into());
        self
    }

    /// Returns the call and its settings.
    pub(crate) fn into_parts(self) -> (B, Builder) {
        let mut config = self.config_override.unwrap_or_default();
        for interceptor in self.interceptors {
            config.push_interceptor(interceptor);
        }
        (self.customizable_send, config)
    }

    /// Sends the request and returns the output.
    pub async fn send(self) -> Result<T, SdkError<E, HttpResponse>>
    where
        E: Error + Send + Sync + 'static,
        B: internal::CustomizableSend<T, E>,
    {
        let (call, config) = self.into_parts();
        call.send(config).await
    }
}
