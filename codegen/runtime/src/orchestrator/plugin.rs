//! Runtime plugins of operations: their settings and components.

use std::borrow::Cow;

use aws_runtime::{
    auth::{PayloadSigningOverride, SigV4OperationSigningConfig, SigningOptions},
    retries::classifiers::AwsErrorCodeClassifier,
    service_clock_skew::ServiceClockSkewClassifier,
};
use aws_smithy_runtime::client::{
    retries::classifiers::{ModeledAsRetryableClassifier, TransientErrorClassifier},
    stalled_stream_protection::StalledStreamProtectionInterceptor,
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::AuthSchemeOptionResolverParams,
        endpoint::EndpointResolverParams,
        interceptors::{SharedInterceptor, context::Input},
        runtime_components::RuntimeComponentsBuilder,
        runtime_plugin::{RuntimePlugin, SharedRuntimePlugin, StaticRuntimePlugin},
        ser_de::{SharedRequestSerializer, SharedResponseDeserializer},
    },
};
use aws_smithy_schema::serde::SerializableStruct;
use aws_smithy_types::{
    config_bag::{ConfigBag, FrozenLayer, Layer},
    error::metadata::ProvideErrorMetadata,
    retry::ProvideErrorKind,
};

use super::ser_de::{RequestSerializer, ResponseDeserializer};
use crate::{
    config::auth,
    interceptors::Preparation,
    protocol::{ErasedOperation, Operation, erased},
};

/// Returns the endpoint parameters of a call, from its input and settings.
pub type EndpointParamsFn = fn(&Input, &ConfigBag) -> Result<EndpointResolverParams, BoxError>;

/// Settings and components that an operation adds to each of its calls.
#[derive(Debug)]
pub struct OperationPlugin {
    pub(super) name: &'static str,
    pub(super) shared: SharedRuntimePlugin,
}

impl OperationPlugin {
    /// Creates the plugin of `O`. The `interceptors` run after those of every operation, in their order.
    #[must_use]
    pub fn new<O: Operation>(endpoint_params: EndpointParamsFn, interceptors: Vec<SharedInterceptor>) -> Self
    where
        O::Error: ProvideErrorKind + ProvideErrorMetadata,
    {
        let mut components = components::<O>(endpoint_params);
        for interceptor in interceptors {
            components.push_interceptor(interceptor);
        }
        let plugin = StaticRuntimePlugin::new()
            .with_config(layer(erased::<O>(), as_serializable::<O>, O::HAS_UNSIGNED_PAYLOAD).freeze())
            .with_runtime_components(components);
        Self { name: O::NAME, shared: SharedRuntimePlugin::new(plugin) }
    }
}

impl RuntimePlugin for OperationPlugin {
    fn config(&self) -> Option<FrozenLayer> {
        self.shared.config()
    }

    fn runtime_components(
        &self,
        current_components: &RuntimeComponentsBuilder,
    ) -> Cow<'_, RuntimeComponentsBuilder> {
        self.shared.runtime_components(current_components)
    }
}

/// Casts an input to a structure that can be serialized, if it is the input of the operation.
pub(crate) type AsSerializable = fn(&Input) -> Option<&dyn SerializableStruct>;

fn as_serializable<O: Operation>(input: &Input) -> Option<&dyn SerializableStruct> {
    input.downcast_ref::<O::Input>().map(|input| input as _)
}

fn layer(
    operation: &'static dyn ErasedOperation,
    as_serializable: AsSerializable,
    has_unsigned_payload: bool,
) -> Layer {
    let mut layer = Layer::new(operation.name());
    layer.store_put(SharedRequestSerializer::new(RequestSerializer { operation, as_serializable }));
    layer.store_put(SharedResponseDeserializer::new(ResponseDeserializer { operation }));
    layer.store_put(AuthSchemeOptionResolverParams::new(auth::Params::new(operation.name())));
    layer.store_put(operation.service().metadata(operation.name()));
    layer.store_put(signing(has_unsigned_payload));
    layer
}

/// Returns the signing options. If the body is not signed, the header with its hash contains `UNSIGNED-PAYLOAD`.
fn signing(has_unsigned_payload: bool) -> SigV4OperationSigningConfig {
    let mut signing_options = SigningOptions::default();
    signing_options.double_uri_encode = true;
    signing_options.content_sha256_header = has_unsigned_payload;
    signing_options.normalize_uri_path = true;
    signing_options.payload_override =
        has_unsigned_payload.then(|| PayloadSigningOverride::unsigned_payload().to_signable_body());
    SigV4OperationSigningConfig { signing_options, ..Default::default() }
}

/// The endpoint parameters are computed here and not by the client, because a call can have settings of its own.
fn components<O: Operation>(endpoint_params: EndpointParamsFn) -> RuntimeComponentsBuilder
where
    O::Error: ProvideErrorKind + ProvideErrorMetadata,
{
    let preparation = Preparation { as_serializable: as_serializable::<O>, endpoint_params };
    RuntimeComponentsBuilder::new(O::NAME)
        .with_interceptor(SharedInterceptor::permanent(preparation))
        .with_interceptor(SharedInterceptor::permanent(StalledStreamProtectionInterceptor::default()))
        .with_retry_classifier(TransientErrorClassifier::<O::Error>::new())
        .with_retry_classifier(ModeledAsRetryableClassifier::<O::Error>::new())
        .with_retry_classifier(AwsErrorCodeClassifier::<O::Error>::new())
        .with_retry_classifier(ServiceClockSkewClassifier::<O::Error>::new())
}

/// Implements the client half of an operation: its plugin, created once, and the operation as a plugin itself.
///
/// `operation_plugin!(DeleteConnection, endpoint_params, [SensitiveRequest])` names the operation, the
/// [`EndpointParamsFn`] and the interceptors of the operation.
///
/// The functions are `#[inline]`: a program compiles the operations that it calls, and the generated crate none. The
/// static is a `OnceLock`, because a `LazyLock` would contain code.
#[macro_export]
#[doc(hidden)]
macro_rules! operation_plugin {
    ($Operation:path, $endpoint_params:expr, [$($interceptor:expr),*]) => {
        impl $crate::orchestrator::ClientOperation for $Operation {
            #[inline]
            fn plugin() -> &'static $crate::orchestrator::OperationPlugin {
                static PLUGIN: ::std::sync::OnceLock<$crate::orchestrator::OperationPlugin> =
                    ::std::sync::OnceLock::new();
                PLUGIN.get_or_init(|| {
                    $crate::orchestrator::OperationPlugin::new::<Self>(
                        $endpoint_params,
                        ::std::vec![$(
                            $crate::__private::aws_smithy_runtime_api::client::interceptors::SharedInterceptor::permanent($interceptor)
                        ),*],
                    )
                })
            }
        }

        impl $crate::__private::aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin for $Operation {
            #[inline]
            fn config(&self) -> ::std::option::Option<$crate::__private::aws_smithy_types::config_bag::FrozenLayer> {
                <Self as $crate::orchestrator::ClientOperation>::plugin().config()
            }

            #[inline]
            fn runtime_components(
                &self,
                current: &$crate::__private::aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder,
            ) -> ::std::borrow::Cow<
                '_,
                $crate::__private::aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder,
            > {
                <Self as $crate::orchestrator::ClientOperation>::plugin().runtime_components(current)
            }
        }
    };
}
