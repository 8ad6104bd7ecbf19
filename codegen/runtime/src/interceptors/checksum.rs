//! Checksums of requests.

use std::fmt;

use aws_smithy_checksums::ChecksumAlgorithm;
use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, Input},
            dyn_dispatch_hint,
        },
        orchestrator::HttpRequest,
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    checksum_config::RequestChecksumCalculation,
    config_bag::{ConfigBag, Storable, StoreReplace},
};

use crate::{
    config::Presigned,
    protocol::{CHECKSUM_HEADERS, Checksummed, DEFAULT, algorithm, checksum},
};

const NOT_IN_MEMORY: &str = "the body of the request is not in memory, which its checksum needs";

/// Adds the checksum of the body to a request.
pub struct RequestChecksum {
    required: bool,
    algorithm_header: Option<&'static str>,
    chosen: fn(&Input) -> Option<&str>,
}

fn chosen<O: Checksummed>(input: &Input) -> Option<&str> {
    input.downcast_ref().and_then(O::algorithm)
}

impl RequestChecksum {
    pub fn of<O: Checksummed>() -> Self {
        Self { required: O::REQUIRED, algorithm_header: O::ALGORITHM_HEADER, chosen: chosen::<O> }
    }

    /// Stores the algorithm that the input selects.
    pub(super) fn store_choice(&self, input: &Input, cfg: &mut ConfigBag) {
        let chosen = (self.chosen)(input).map(str::to_owned);
        cfg.interceptor_state().store_put(Chosen(chosen));
    }

    /// Returns the algorithm of the checksum to compute, and names the default in the header for it. `None` if the request
    /// has a checksum, needs none, or is presigned.
    pub(super) fn choose(
        &self,
        request: &mut HttpRequest,
        cfg: &mut ConfigBag,
    ) -> Result<Option<ChecksumAlgorithm>, BoxError> {
        let has_checksum = CHECKSUM_HEADERS.iter().any(|name| request.headers().contains_key(*name));
        if has_checksum || cfg.load::<Presigned>().is_some() {
            return Ok(None);
        }
        let chosen = cfg.load::<Chosen>().and_then(|chosen| chosen.0.clone());
        if !is_by_default(cfg) && !self.required && chosen.is_none() {
            return Ok(None);
        }
        if let Some(header) = self.algorithm_header.filter(|_| chosen.is_none()) {
            request.headers_mut().insert(header, DEFAULT);
        }
        let algorithm = algorithm(chosen.as_deref())?;
        cfg.interceptor_state().store_append(feature(algorithm));
        Ok(Some(algorithm))
    }
}

/// Returns `true` if the settings ask for checksums that the service does not require.
fn is_by_default(cfg: &mut ConfigBag) -> bool {
    let calculation = cfg.load::<RequestChecksumCalculation>();
    let is_by_default = !matches!(calculation, Some(RequestChecksumCalculation::WhenRequired));
    let feature = if is_by_default {
        SmithySdkFeature::FlexibleChecksumsReqWhenSupported
    } else {
        SmithySdkFeature::FlexibleChecksumsReqWhenRequired
    };
    cfg.interceptor_state().store_append(feature);
    is_by_default
}

/// Returns the name of an algorithm in the user agent.
fn feature(algorithm: ChecksumAlgorithm) -> SmithySdkFeature {
    match algorithm {
        ChecksumAlgorithm::Crc32c => SmithySdkFeature::FlexibleChecksumsReqCrc32c,
        ChecksumAlgorithm::Crc64Nvme => SmithySdkFeature::FlexibleChecksumsReqCrc64,
        ChecksumAlgorithm::Sha1 => SmithySdkFeature::FlexibleChecksumsReqSha1,
        ChecksumAlgorithm::Sha256 => SmithySdkFeature::FlexibleChecksumsReqSha256,
        _ => SmithySdkFeature::FlexibleChecksumsReqCrc32,
    }
}

/// Adds the checksum of a body in memory. Returns `false` if the body is not in memory.
pub(super) fn add_header(request: &mut HttpRequest, algorithm: ChecksumAlgorithm) -> bool {
    let Some(body) = request.body().bytes() else { return false };
    let (name, value) = checksum(algorithm, body);
    request.headers_mut().insert(name, value);
    true
}

impl fmt::Debug for RequestChecksum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestChecksum").finish_non_exhaustive()
    }
}

/// The algorithm that the input selects, stored because the input is no longer available when the body is.
#[derive(Debug)]
struct Chosen(Option<String>);

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
        self.store_choice(context.input(), cfg);
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        match self.choose(request, cfg)? {
            Some(algorithm) if !add_header(request, algorithm) => Err(NOT_IN_MEMORY.into()),
            _ => Ok(()),
        }
    }
}
