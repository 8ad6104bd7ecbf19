//! Runtime plugins of operations: their settings and components.

use std::borrow::Cow;

use aws_runtime::{
    auth::{PayloadSigningOverride, SigV4OperationSigningConfig, SigningOptions},
    retries::classifiers::{AwsErrorCodeClassifier, TRANSIENT_ERRORS},
    service_clock_skew::ServiceClockSkewClassifier,
};
use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime::client::{
    retries::classifiers::{ModeledAsRetryableClassifier, TransientErrorClassifier},
    stalled_stream_protection::StalledStreamProtectionInterceptor,
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        auth::{AuthSchemeOptionResolverParams, SharedAuthScheme},
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
    service::Signing,
};

/// Returns the endpoint parameters of a call, from its input and settings.
pub type EndpointParamsFn = fn(&Input, &ConfigBag) -> Result<EndpointResolverParams, BoxError>;

/// Settings and components that an operation adds to each of its calls.
#[derive(Debug)]
pub struct OperationPlugin {
    pub(super) name: &'static str,
    pub(crate) shared: SharedRuntimePlugin,
}

impl OperationPlugin {
    /// Creates the plugin of `O`. The `interceptors` run after those of every operation, in their order; the `auth_schemes`
    /// replace those of the client with the same ids.
    #[must_use]
    pub fn new<O: Operation>(
        endpoint_params: EndpointParamsFn,
        interceptors: Vec<SharedInterceptor>,
        auth_schemes: Vec<SharedAuthScheme>,
    ) -> Self
    where
        O::Error: ProvideErrorKind + ProvideErrorMetadata,
    {
        let mut components = components::<O>(endpoint_params);
        for interceptor in interceptors {
            components.push_interceptor(interceptor);
        }
        for scheme in auth_schemes {
            components.push_auth_scheme(scheme);
        }
        let plugin =
            StaticRuntimePlugin::new().with_config(layer::<O>().freeze()).with_runtime_components(components);
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

fn layer<O: Operation>() -> Layer {
    let mut layer = erased_layer(erased::<O>(), as_serializable::<O>);
    let signing = signing(O::service().customization.signing, payload::<O>());
    layer.store_put(signing);
    layer
}

fn erased_layer(operation: &'static dyn ErasedOperation, as_serializable: AsSerializable) -> Layer {
    let mut layer = Layer::new(operation.name());
    layer.store_put(SharedRequestSerializer::new(RequestSerializer { operation, as_serializable }));
    layer.store_put(SharedResponseDeserializer::new(ResponseDeserializer { operation }));
    layer.store_put(AuthSchemeOptionResolverParams::new(auth::Params::new(operation.name())));
    layer.store_put(operation.service().metadata(operation.name()));
    layer
}

/// Returns the body that a signature covers instead of that of the request. The messages of an event stream have signatures of
/// their own.
fn payload<O: Operation>() -> Option<SignableBody<'static>> {
    if O::SENDS_EVENTS {
        return Some(SignableBody::Bytes(&[]));
    }
    O::HAS_UNSIGNED_PAYLOAD.then(|| PayloadSigningOverride::unsigned_payload().to_signable_body())
}

/// Returns the signing options. If the body is not signed, the header with its hash contains `UNSIGNED-PAYLOAD`.
fn signing(signing: Signing, payload: Option<SignableBody<'static>>) -> SigV4OperationSigningConfig {
    let has_unsigned_payload = matches!(payload, Some(SignableBody::UnsignedPayload));
    let mut signing_options = SigningOptions::default();
    signing_options.double_uri_encode = signing.double_uri_encode;
    signing_options.content_sha256_header = signing.content_sha256_header || has_unsigned_payload;
    signing_options.normalize_uri_path = signing.normalize_uri_path;
    signing_options.payload_override = payload;
    SigV4OperationSigningConfig { signing_options, ..Default::default() }
}

/// The endpoint parameters are computed here and not by the client, because a call can have settings of its own.
fn components<O: Operation>(endpoint_params: EndpointParamsFn) -> RuntimeComponentsBuilder
where
    O::Error: ProvideErrorKind + ProvideErrorMetadata,
{
    let preparation = Preparation { as_serializable: as_serializable::<O>, endpoint_params };
    let mut components = RuntimeComponentsBuilder::new(O::NAME);
    components.push_interceptor(SharedInterceptor::permanent(preparation));
    if !O::SENDS_EVENTS && !O::RECEIVES_EVENTS {
        // Events may be far apart.
        let protection = StalledStreamProtectionInterceptor::default();
        components.push_interceptor(SharedInterceptor::permanent(protection));
    }
    components
        .with_retry_classifier(TransientErrorClassifier::<O::Error>::new())
        .with_retry_classifier(ModeledAsRetryableClassifier::<O::Error>::new())
        .with_retry_classifier(error_codes::<O>())
        .with_retry_classifier(ServiceClockSkewClassifier::<O::Error>::new())
}

/// Returns the classifier of the error codes that are retried.
fn error_codes<O: Operation>() -> AwsErrorCodeClassifier<O::Error> {
    let codes = [TRANSIENT_ERRORS, O::service().customization.transient_errors].concat();
    AwsErrorCodeClassifier::builder().transient_errors(codes).build()
}

/// Implements the client half of an operation: its plugin, created once, and the operation as a plugin itself.
///
/// `operation_plugin!(DeleteConnection, endpoint_params, [SensitiveRequest])` names the operation, the
/// [`EndpointParamsFn`] and the interceptors of the operation. A second list has its authentication schemes, if it has its own.
///
/// The functions are `#[inline]`: a program compiles the operations that it calls, and the generated crate none. The
/// static is a `OnceLock`, because a `LazyLock` would contain code.
#[macro_export]
#[doc(hidden)]
macro_rules! operation_plugin {
    ($Operation:path, $endpoint_params:expr, [$($interceptor:expr),*] $(, [$($scheme:expr),*])?) => {
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
                        ::std::vec![$($(
                            $crate::__private::aws_smithy_runtime_api::client::auth::SharedAuthScheme::new($scheme)
                        ),*)?],
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
