//! HTTP client, timers, interceptors, user agent and telemetry.

use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
use aws_smithy_async::{
    rt::sleep::{AsyncSleep, SharedAsyncSleep},
    time::{SharedTimeSource, TimeSource},
};
use aws_smithy_runtime_api::{
    client::{
        behavior_version::BehaviorVersion,
        http::{HttpClient, SharedHttpClient},
        interceptors::{Intercept, SharedInterceptor},
    },
    shared::IntoShared,
};
use aws_smithy_types::telemetry::RequestedTelemetryAttributes;
use aws_types::{app_name::AppName, sdk_ua_metadata::FrameworkMetadata};

use super::Builder;

impl Builder {
    /// Sets the behavior version, which determines defaults.
    #[must_use]
    #[inline]
    pub fn behavior_version(mut self, behavior_version: BehaviorVersion) -> Self {
        self.set_behavior_version(Some(behavior_version));
        self
    }

    /// Sets or clears the behavior version.
    #[inline]
    pub fn set_behavior_version(&mut self, behavior_version: Option<BehaviorVersion>) -> &mut Self {
        self.settings.behavior_version = behavior_version;
        self
    }

    /// Sets the latest behavior version. An update of the runtime crates may change the defaults.
    #[must_use]
    #[inline]
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    /// Sets the HTTP client.
    #[must_use]
    #[inline]
    pub fn http_client(mut self, http_client: impl HttpClient + 'static) -> Self {
        self.set_http_client(Some(http_client.into_shared()));
        self
    }

    /// Sets or clears the HTTP client.
    #[inline]
    pub fn set_http_client(&mut self, http_client: Option<SharedHttpClient>) -> &mut Self {
        self.settings.components.set_http_client(http_client);
        self
    }

    /// Sets the implementation of sleep.
    #[must_use]
    #[inline]
    pub fn sleep_impl(mut self, sleep_impl: impl AsyncSleep + 'static) -> Self {
        self.set_sleep_impl(Some(sleep_impl.into_shared()));
        self
    }

    /// Sets or clears the implementation of sleep.
    #[inline]
    pub fn set_sleep_impl(&mut self, sleep_impl: Option<SharedAsyncSleep>) -> &mut Self {
        self.settings.components.set_sleep_impl(sleep_impl);
        self
    }

    /// Sets the time source.
    #[must_use]
    #[inline]
    pub fn time_source(mut self, time_source: impl TimeSource + 'static) -> Self {
        self.set_time_source(Some(time_source.into_shared()));
        self
    }

    /// Sets or clears the time source.
    #[inline]
    pub fn set_time_source(&mut self, time_source: Option<SharedTimeSource>) -> &mut Self {
        self.settings.components.set_time_source(time_source);
        self
    }

    /// Adds an interceptor, which runs after those added before.
    #[must_use]
    #[inline]
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.push_interceptor(SharedInterceptor::new(interceptor));
        self
    }

    /// Adds an interceptor, which runs after those added before.
    #[inline]
    pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
        self.settings.components.push_interceptor(interceptor);
        self
    }

    /// Replaces the added interceptors.
    #[inline]
    pub fn set_interceptors(
        &mut self,
        interceptors: impl IntoIterator<Item = SharedInterceptor>,
    ) -> &mut Self {
        self.settings.components.set_interceptors(interceptors.into_iter());
        self
    }

    /// Sets the generator of invocation ids.
    #[must_use]
    #[inline]
    pub fn invocation_id_generator(mut self, generator: impl InvocationIdGenerator + 'static) -> Self {
        self.set_invocation_id_generator(Some(SharedInvocationIdGenerator::new(generator)));
        self
    }

    /// Sets or clears the generator of invocation ids.
    #[inline]
    pub fn set_invocation_id_generator(
        &mut self,
        generator: Option<SharedInvocationIdGenerator>,
    ) -> &mut Self {
        self.settings.layer.store_or_unset(generator);
        self
    }

    /// Sets the name of the application in the user agent.
    #[must_use]
    #[inline]
    pub fn app_name(mut self, app_name: AppName) -> Self {
        self.set_app_name(Some(app_name));
        self
    }

    /// Sets or clears the name of the application in the user agent.
    #[inline]
    pub fn set_app_name(&mut self, app_name: Option<AppName>) -> &mut Self {
        self.settings.layer.store_or_unset(app_name);
        self
    }

    /// Adds a framework to the user agent.
    #[must_use]
    #[inline]
    pub fn framework_metadata(mut self, framework_metadata: FrameworkMetadata) -> Self {
        self.push_framework_metadata(framework_metadata);
        self
    }

    /// Adds a framework to the user agent.
    #[inline]
    pub fn push_framework_metadata(&mut self, framework_metadata: FrameworkMetadata) -> &mut Self {
        self.settings.layer.store_append(framework_metadata);
        self
    }

    /// Records the input members with these names of the model, and adds them to metrics. Members must be strings,
    /// numbers or booleans.
    #[must_use]
    #[inline]
    pub fn emit_input_attributes(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let names = names.into_iter().map(Into::into).collect::<Vec<String>>();
        self.request_attributes(|requested| requested.emit(names))
    }

    /// Records the input members with these names for interceptors, without adding them to metrics.
    #[must_use]
    #[inline]
    pub fn capture_input_attributes(self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let names = names.into_iter().map(Into::into).collect::<Vec<String>>();
        self.request_attributes(|requested| requested.capture_only(names))
    }

    fn request_attributes(mut self, change: impl FnOnce(&mut RequestedTelemetryAttributes)) -> Self {
        let mut requested =
            self.settings.layer.load::<RequestedTelemetryAttributes>().cloned().unwrap_or_default();
        change(&mut requested);
        self.settings.layer.store_put(requested);
        self
    }
}
