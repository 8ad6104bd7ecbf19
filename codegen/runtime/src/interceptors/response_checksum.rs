//! Checksums of responses.

use std::fmt;

use aws_smithy_runtime::client::sdk_feature::SmithySdkFeature;
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{
                BeforeDeserializationInterceptorContextMut, BeforeSerializationInterceptorContextMut, Input,
            },
            dyn_dispatch_hint,
        },
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{
    checksum_config::ResponseChecksumValidation,
    config_bag::{ConfigBag, Storable, StoreReplace},
};

use crate::{
    config::Presigned,
    protocol::{ResponseChecksummed, validate},
};

/// Asks for the checksum of a response, and compares it when the body is read.
pub struct ResponseChecksum {
    algorithms: &'static [&'static str],
    asks: fn(&Input) -> bool,
    ask: fn(&mut Input),
}

impl ResponseChecksum {
    #[inline]
    pub fn of<O: ResponseChecksummed>() -> Self {
        Self {
            algorithms: O::ALGORITHMS,
            asks: |input| input.downcast_ref().is_some_and(O::asks),
            ask: |input| {
                if let Some(input) = input.downcast_mut() {
                    O::ask(input);
                }
            },
        }
    }
}

impl fmt::Debug for ResponseChecksum {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseChecksum").finish_non_exhaustive()
    }
}

/// `true` if the checksum of the response is compared.
#[derive(Debug)]
struct IsValidated(bool);

impl Storable for IsValidated {
    type Storer = StoreReplace<Self>;
}

#[dyn_dispatch_hint]
impl Intercept for ResponseChecksum {
    #[inline]
    fn name(&self) -> &'static str {
        "ResponseChecksum"
    }

    #[inline]
    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let is_by_default = is_by_default(cfg);
        // The headers of a presigned request would be signed.
        if is_by_default && cfg.load::<Presigned>().is_none() {
            (self.ask)(context.input_mut());
        }
        let is_validated = is_by_default || (self.asks)(context.input());
        cfg.interceptor_state().store_put(IsValidated(is_validated));
        Ok(())
    }

    #[inline]
    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if cfg.load::<IsValidated>().is_some_and(|is_validated| is_validated.0) {
            validate(context.response_mut(), self.algorithms)?;
        }
        Ok(())
    }
}

/// Returns `true` if the settings ask for checksums that the input does not ask for.
#[inline]
fn is_by_default(cfg: &mut ConfigBag) -> bool {
    let validation = cfg.load::<ResponseChecksumValidation>();
    let is_by_default = !matches!(validation, Some(ResponseChecksumValidation::WhenRequired));
    let feature = if is_by_default {
        SmithySdkFeature::FlexibleChecksumsResWhenSupported
    } else {
        SmithySdkFeature::FlexibleChecksumsResWhenRequired
    };
    cfg.interceptor_state().store_append(feature);
    is_by_default
}
