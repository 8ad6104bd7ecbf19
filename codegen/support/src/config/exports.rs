//! Types of the runtime crates that settings are made of.

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
