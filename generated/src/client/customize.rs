// Copied by tinsmith from its support code. Do not edit.

//! Changes to a single call.

use std::{error::Error, marker::PhantomData};

use aws_smithy_runtime::client::interceptors::{MapRequestInterceptor, MutateRequestInterceptor};
use aws_smithy_runtime_api::client::{
    interceptors::{Intercept, SharedInterceptor},
    orchestrator::HttpRequest,
};

use crate::{config::Builder, driver::SendResult};

pub(crate) mod internal;

use internal::CustomizableSend;

/// An operation whose call can be changed before it is sent.
pub struct CustomizableOperation<T, E, B> {
    customizable_send: B,
    config_override: Option<Builder>,
    interceptors: Vec<SharedInterceptor>,
    _result: PhantomData<(T, E)>,
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

    /// Replaces the request just before it is signed, or fails the call.
    #[must_use]
    pub fn map_request<F, MapE>(self, f: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: Error + Send + Sync + 'static,
    {
        self.interceptor(MapRequestInterceptor::new(f))
    }

    /// Changes the request just before it is signed.
    #[must_use]
    pub fn mutate_request<F>(self, f: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.interceptor(MutateRequestInterceptor::new(f))
    }

    /// Overrides the client's configuration, where `config_override` sets something.
    #[must_use]
    pub fn config_override(mut self, config_override: impl Into<Builder>) -> Self {
        self.config_override = Some(config_override.into());
        self
    }

    /// Sends the request and reads the answer.
    pub async fn send(self) -> SendResult<T, E>
    where
        E: Error + Send + Sync + 'static,
        B: CustomizableSend<T, E>,
    {
        let mut config = self.config_override.unwrap_or_default();
        for interceptor in self.interceptors {
            config.push_interceptor(interceptor);
        }
        self.customizable_send.send(config).await
    }
}
