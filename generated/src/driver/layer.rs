// Copied by tinsmith from its support code. Do not edit.

//! The settings and components of an operation.

use aws_runtime::{
    auth::{SigV4OperationSigningConfig, SigningOptions},
    retries::classifiers::AwsErrorCodeClassifier,
    service_clock_skew::ServiceClockSkewClassifier,
};
use aws_smithy_runtime::client::{
    retries::classifiers::{ModeledAsRetryableClassifier, TransientErrorClassifier},
    stalled_stream_protection::StalledStreamProtectionInterceptor,
};
use aws_smithy_runtime_api::client::{
    auth::AuthSchemeOptionResolverParams,
    interceptors::{SharedInterceptor, context::Input},
    orchestrator::Metadata,
    runtime_components::RuntimeComponentsBuilder,
    ser_de::{SharedRequestSerializer, SharedResponseDeserializer},
};
use aws_smithy_schema::serde::SerializableStruct;
use aws_smithy_types::{
    config_bag::{FrozenLayer, Layer},
    error::metadata::ProvideErrorMetadata,
    retry::ProvideErrorKind,
};

use super::serde::{RequestWriter, ResponseReader};
use crate::{
    config::{auth, endpoint::ParamsBuilder},
    exchange::{ErasedOperation, Operation, erased},
    interceptors::Preparation,
    service,
};

pub(super) fn config<O: Operation>() -> FrozenLayer {
    let writer = RequestWriter { operation: erased::<O>(), structure: structure::<O> };
    let reader = ResponseReader { operation: erased::<O>() };
    layer(erased::<O>(), writer, reader).freeze()
}

fn layer(operation: &'static dyn ErasedOperation, writer: RequestWriter, reader: ResponseReader) -> Layer {
    let mut layer = Layer::new(operation.name());
    layer.store_put(SharedRequestSerializer::new(writer));
    layer.store_put(SharedResponseDeserializer::new(reader));
    layer.store_put(AuthSchemeOptionResolverParams::new(auth::Params::new(operation.name())));
    layer.store_put(Metadata::new(operation.name(), service::SDK_ID));
    layer.store_put(signing());
    layer
}

fn signing() -> SigV4OperationSigningConfig {
    let mut signing_options = SigningOptions::default();
    signing_options.double_uri_encode = true;
    signing_options.content_sha256_header = false;
    signing_options.normalize_uri_path = true;
    signing_options.payload_override = None;
    SigV4OperationSigningConfig { signing_options, ..Default::default() }
}

/// The endpoint's parameters are taken here, not by the client, so that they see the settings of
/// the single call.
pub(super) fn components<O: Operation>() -> RuntimeComponentsBuilder
where
    O::Error: ProvideErrorKind + ProvideErrorMetadata,
{
    RuntimeComponentsBuilder::new(O::NAME)
        .with_interceptor(SharedInterceptor::permanent(Preparation {
            structure: structure::<O>,
            endpoint_params: endpoint_params::<O>,
        }))
        .with_interceptor(SharedInterceptor::permanent(StalledStreamProtectionInterceptor::default()))
        .with_retry_classifier(TransientErrorClassifier::<O::Error>::new())
        .with_retry_classifier(ModeledAsRetryableClassifier::<O::Error>::new())
        .with_retry_classifier(AwsErrorCodeClassifier::<O::Error>::new())
        .with_retry_classifier(ServiceClockSkewClassifier::<O::Error>::new())
}

fn endpoint_params<O: Operation>(input: &Input, params: ParamsBuilder) -> ParamsBuilder {
    match input.downcast_ref::<O::Input>() {
        Some(input) => O::endpoint_params(input, params),
        None => params,
    }
}

fn structure<O: Operation>(input: &Input) -> Option<&dyn SerializableStruct> {
    input.downcast_ref::<O::Input>().map(|input| input as _)
}
