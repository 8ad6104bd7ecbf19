//! Settings of a client, and of single calls.

#[cfg(feature = "client")]
pub mod auth;
#[cfg(feature = "client")]
mod builder;
pub mod endpoint;
#[cfg(feature = "client")]
mod settings;

#[cfg(feature = "client")]
pub use self::{builder::Builder, exports::*, settings::Config};
// {settings}

/// Types of the runtime crates that settings consist of.
#[cfg(feature = "client")]
mod exports {
    pub use aws_credential_types::{
        Credentials,
        provider::{ProvideCredentials, SharedCredentialsProvider},
    };
    pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
    pub use aws_smithy_runtime::client::identity::IdentityCache;
    pub use aws_smithy_runtime_api::{
        client::{
            behavior_version::BehaviorVersion,
            http::{HttpClient, SharedHttpClient},
            identity::{ResolveCachedIdentity, SharedIdentityCache},
            interceptors::{Intercept, SharedInterceptor},
            runtime_components::{RuntimeComponents, RuntimeComponentsBuilder},
            runtime_plugin::{RuntimePlugin, SharedRuntimePlugin},
            stalled_stream_protection::StalledStreamProtectionConfig,
        },
        shared::IntoShared,
    };
    pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
    pub use aws_types::{app_name::AppName, region::Region, sdk_ua_metadata::FrameworkMetadata};
}

/// HTTP messages and the client that transmits them.
pub mod http {
    pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
    #[cfg(any(feature = "rustls", feature = "rustls-aws-lc"))]
    pub use tinsmith_runtime::config::default_https_client;
}

/// Contexts of interceptors.
#[cfg(feature = "client")]
pub mod interceptors {
    pub use aws_smithy_runtime_api::client::interceptors::context::{
        AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
        BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
        BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
        BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
        InterceptorContext,
    };
}

/// Settings of retries.
#[cfg(feature = "client")]
pub mod retry {
    pub use aws_smithy_runtime::client::retries::{ClientRateLimiter, RetryPartition, TokenBucket};
    pub use aws_smithy_runtime_api::client::retries::{
        ShouldAttempt,
        classifiers::{ClassifyRetry, RetryAction},
    };
    pub use aws_smithy_types::retry::{ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};
}

/// Settings of timeouts.
#[cfg(feature = "client")]
pub mod timeout {
    pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
}
