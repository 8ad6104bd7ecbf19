//! Checksums of requests.

use std::fmt;

use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, Input},
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    checksum_config::RequestChecksumCalculation,
    config_bag::{ConfigBag, Storable, StoreReplace},
    error::operation::BuildError,
};

use crate::protocol::{Checksummed, algorithm, checksum};

/// Adds the checksum of the body to a request.
pub struct RequestChecksum {
    required: bool,
    is_chosen: fn(&Input) -> bool,
    algorithm: fn(&Input) -> Option<Result<ChecksumAlgorithm, BuildError>>,
}

impl RequestChecksum {
    pub fn of<O: Checksummed>() -> Self {
        Self {
            required: O::REQUIRED,
            is_chosen: |input| input.downcast_ref().is_some_and(|input| O::algorithm(input).is_some()),
            algorithm: |input| input.downcast_ref().map(algorithm::<O>),
        }
    }

    fn is_wanted(&self, input: &Input, cfg: &ConfigBag) -> bool {
        let calculation = cfg.load::<RequestChecksumCalculation>();
        let thrifty = matches!(calculation, Some(RequestChecksumCalculation::WhenRequired));
        self.required || !thrifty || (self.is_chosen)(input)
    }
}

impl fmt::Debug for RequestChecksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestChecksum").finish_non_exhaustive()
    }
}

/// The algorithm of a call, stored because the input is no longer available when the body is.
#[derive(Debug)]
struct Chosen(ChecksumAlgorithm);

impl Storable for Chosen {
    type Storer = StoreReplace<Self>;
}

#[dyn_dispatch_hint]
impl Intercept for RequestChecksum {
    fn name(&self) -> &'static str {
        "RequestChecksum"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if self.is_wanted(context.input(), cfg)
            && let Some(algorithm) = (self.algorithm)(context.input()).transpose()?
        {
            cfg.interceptor_state().store_put(Chosen(algorithm));
        }
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Some(Chosen(algorithm)) = cfg.load::<Chosen>() else { return Ok(()) };
        let request = context.request_mut();
        let (name, value) = checksum(*algorithm, request.body().bytes().unwrap_or_default());
        request.headers_mut().insert(name, value);
        Ok(())
    }
}
