//! What takes part in a call of either crate: interceptors, retry classifiers, request headers.

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

/// What takes part in a call, by name.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Interceptors in the order in which they run.
    pub interceptors: Vec<String>,
    /// Classifiers in the order of their priority.
    pub classifiers: Vec<String>,
    /// Headers of the request that was sent.
    pub headers: BTreeSet<String>,
}

/// The parts of a call through the official crate, and of one through ours.
pub async fn compare() -> Result<(Parts, Parts), Failure> {
    let http = http_client();
    let (official, ours) = (Watch::default(), Watch::default());
    Official::watched(http.clone(), official.clone()).call(1).await?;
    Ours::watched(http, ours.clone()).call(1).await?;
    Ok((official.parts(), ours.parts()))
}

/// Takes down the parts of the call that it sees.
#[derive(Clone, Debug, Default)]
struct Watch(Arc<Mutex<Parts>>);

impl Watch {
    fn parts(&self) -> Parts {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn note(&self, note: impl FnOnce(&mut Parts)) {
        note(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

#[dyn_dispatch_hint]
impl Intercept for Watch {
    fn name(&self) -> &'static str {
        "Watch"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request().headers().iter();
        self.note(|parts| parts.headers = headers.map(|(name, _)| name.to_owned()).collect());
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
        self.note(|parts| {
            parts.interceptors = interceptors.filter(|name| name != "Watch").collect();
            parts.classifiers = classifiers.collect();
        });
        Ok(())
    }
}
