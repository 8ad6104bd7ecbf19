//! Waiting for a state: an operation is called until an acceptor matches its result.

use std::{ops::RangeInclusive, time::Duration};

use aws_smithy_runtime::client::{
    sdk_feature::SmithySdkFeature,
    waiters::{AcceptorState, WaiterOrchestrator, attach_waiter_tracing_span},
};
use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        orchestrator::HttpResponse,
        result::SdkError,
        runtime_components::TimeComponents,
        waiters::{FinalPoll, error::WaiterError},
    },
};
use aws_smithy_types::{config_bag::ConfigBag, error::metadata::ProvideErrorMetadata};

use super::{Handle, feature::with_feature};
use crate::{
    error::HTTP_STATUS_KEY,
    orchestrator::{ClientOperation, send},
};

/// Calls `O` until `accept` returns a final state, for at most `max_wait`. The delay between calls grows within `seconds`.
pub async fn wait<O>(
    handle: &Handle,
    input: O::Input,
    seconds: RangeInclusive<u64>,
    max_wait: Duration,
    accept: impl Fn(&O::Input, Result<&O::Output, &O::Error>) -> AcceptorState,
) -> Result<FinalPoll<O::Output, SdkError<O::Error, HttpResponse>>, WaiterError<O::Output, O::Error>>
where
    O: ClientOperation<Input: Clone>,
{
    O::check_input(&input).map_err(WaiterError::construction_failure)?;
    let handle = with_feature(handle, SmithySdkFeature::Waiter);
    let time = time_components(&handle).map_err(WaiterError::construction_failure)?;
    let (Some(sleep), Some(source)) = (time.sleep_impl(), time.time_source()) else {
        return Err(WaiterError::construction_failure(
            "waiters need a `sleep_impl` and a `time_source` in the configuration of the client",
        ));
    };
    let sent = input.clone();
    let orchestrator = WaiterOrchestrator::builder()
        .min_delay(Duration::from_secs(*seconds.start()))
        .max_delay(Duration::from_secs(*seconds.end()))
        .max_wait(max_wait)
        .time_source(source)
        .sleep_impl(sleep)
        .acceptor(move |result: Result<&O::Output, &O::Error>| accept(&sent, result))
        .operation(move || send::<O>(handle.clone(), Ok(input.clone()), None))
        .build();
    attach_waiter_tracing_span(orchestrator.orchestrate()).await
}

#[inline]
fn time_components(handle: &Handle) -> Result<TimeComponents, BoxError> {
    let components = handle.plugins.current().apply_client_configuration(&mut ConfigBag::base())?;
    Ok(components.into_time_components())
}

/// Returns whether there are strings, all equal to `expected`.
#[must_use]
pub fn all_equal(strings: Option<Vec<&str>>, expected: &str) -> bool {
    strings.is_some_and(|strings| !strings.is_empty() && strings.iter().all(|string| *string == expected))
}

/// Returns whether one of the strings equals `expected`.
#[must_use]
pub fn any_equals(strings: Option<Vec<&str>>, expected: &str) -> bool {
    strings.is_some_and(|strings| strings.contains(&expected))
}

/// Returns whether the response of an error had an HTTP status.
#[must_use]
pub fn has_status(error: &impl ProvideErrorMetadata, status: u16) -> bool {
    let found = error.meta().extra(HTTP_STATUS_KEY);
    found.is_some_and(|found| found.parse() == Ok(status))
}
