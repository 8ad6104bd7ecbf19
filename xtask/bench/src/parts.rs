//! Parts of a call: interceptors, retry classifiers and request headers.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{
            Intercept,
            context::{BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextRef},
            dyn_dispatch_hint,
        },
        retries::classifiers::ClassifyRetry as _,
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::config_bag::ConfigBag;

use crate::{Failure, Official, Ours, http_client};

/// Names of the parts of a call.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Interceptors in the order of their execution.
    pub interceptors: Vec<String>,
    /// Retry classifiers in the order of their priority.
    pub classifiers: Vec<String>,
    /// Headers of the request.
    pub headers: BTreeSet<String>,
}

/// Returns the parts of a call through the official crate, and through ours.
pub async fn compare() -> Result<(Parts, Parts), Failure> {
    let http = http_client();
    let (official, ours) = (Recorder::default(), Recorder::default());
    Official::with_interceptor(http.clone(), official.clone()).call(1).await?;
    Ours::with_interceptor(http, ours.clone()).call(1).await?;
    Ok((official.parts(), ours.parts()))
}

/// Records the parts of a call.
#[derive(Clone, Debug, Default)]
struct Recorder(Arc<Mutex<Parts>>);

impl Recorder {
    fn parts(&self) -> Parts {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn record(&self, record: impl FnOnce(&mut Parts)) {
        record(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

#[dyn_dispatch_hint]
impl Intercept for Recorder {
    fn name(&self) -> &'static str {
        "Recorder"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request().headers().iter();
        self.record(|parts| parts.headers = headers.map(|(name, _)| name.to_owned()).collect());
        Ok(())
    }

    fn read_after_execution(
        &self,
        _: &FinalizerInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let interceptors = components.interceptors().map(|each| each.name().to_owned());
        let classifiers = components.retry_classifiers().map(|each| each.name().to_owned());
        self.record(|parts| {
            parts.interceptors = interceptors.filter(|name| name != "Recorder").collect();
            parts.classifiers = classifiers.collect();
        });
        Ok(())
    }
}
