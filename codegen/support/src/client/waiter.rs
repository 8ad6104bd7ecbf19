//! Waiting for a state: an operation is called until its answer shows that the state is reached, or never will be.

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
use aws_smithy_types::config_bag::ConfigBag;

use super::{Client, Handle, feature::noting};
use crate::driver::{Plugged, send};

/// What a trait demands that nothing but the client implements.
pub trait Sealed {}

impl Sealed for Client {}

/// Calls `O` until `accept` is content with an answer, for at most `max_wait`, with that many seconds between calls.
pub(crate) async fn wait<O>(
    handle: &Handle,
    input: O::Input,
    seconds: RangeInclusive<u64>,
    max_wait: Duration,
    accept: impl Fn(&O::Input, Result<&O::Output, &O::Error>) -> AcceptorState,
) -> Result<FinalPoll<O::Output, SdkError<O::Error, HttpResponse>>, WaiterError<O::Output, O::Error>>
where
    O: Plugged<Input: Clone>,
{
    O::check_input(&input).map_err(WaiterError::construction_failure)?;
    let handle = noting(handle, SmithySdkFeature::Waiter);
    let time = time_components(&handle).map_err(WaiterError::construction_failure)?;
    let (Some(sleep), Some(source)) = (time.sleep_impl(), time.time_source()) else {
        return Err(WaiterError::construction_failure(
            "waiting needs a `sleep_impl` and a `time_source` in the configuration of the client",
        ));
    };
    let sent = input.clone();
    let orchestrator = WaiterOrchestrator::builder()
        .min_delay(Duration::from_secs(*seconds.start()))
        .max_delay(Duration::from_secs(*seconds.end()))
        .max_wait(max_wait)
        .time_source(source)
        .sleep_impl(sleep)
        .acceptor(move |answer: Result<&O::Output, &O::Error>| accept(&sent, answer))
        .operation(move || send::<O>(handle.clone(), Ok(input.clone()), None))
        .build();
    attach_waiter_tracing_span(orchestrator.orchestrate()).await
}

fn time_components(handle: &Handle) -> Result<TimeComponents, BoxError> {
    let components = handle.plugins.current().apply_client_configuration(&mut ConfigBag::base())?;
    Ok(components.into_time_components())
}

/// The fluent builder of a waiter, but for the setters of its members, and what waiting yields.
///
/// What stands behind the arrow is the operation, the builder of its input, its output and its error. Then come the
/// least and most seconds between two calls, and what answers mean, the first that fits: [`fits`] says what can be asked
/// of an answer.
macro_rules! waiter {
    (
        $(#[doc = $doc:tt])*
        $(#[deprecated(note = $note:tt)])?
        pub struct $Fluent:ident => $Operation:path, $Builder:path, $Output:path, $Error:path;
        pub type $FinalPoll:ident;
        pub type $WaitError:ident;
        seconds $least:literal to $most:literal;
        $($state:ident if $question:ident $($look:ident)* $(== $wanted:tt)?;)*
    ) => {
        $(#[doc = $doc])*
        $(#[deprecated(note = $note)])?
        #[derive(Clone, Debug)]
        pub struct $Fluent {
            handle: ::std::sync::Arc<$crate::client::Handle>,
            pub(crate) inner: $Builder,
        }

        impl $Fluent {
            #[inline]
            pub(crate) fn new(handle: ::std::sync::Arc<$crate::client::Handle>) -> Self {
                Self { handle, inner: ::std::default::Default::default() }
            }

            /// What has been set so far.
            #[inline]
            pub fn as_input(&self) -> &$Builder {
                &self.inner
            }

            /// Waits, for at most `max_wait`.
            ///
            /// # Errors
            ///
            /// When a required member has no value, the state cannot be reached any more, a call fails, or `max_wait` is
            /// over.
            pub async fn wait(
                self,
                max_wait: ::std::time::Duration,
            ) -> ::std::result::Result<$FinalPoll, $WaitError> {
                let input = self
                    .inner
                    .build()
                    .map_err(::aws_smithy_runtime_api::client::waiters::error::WaiterError::construction_failure)?;
                $crate::client::waiter::wait::<$Operation>(&self.handle, input, $least..=$most, max_wait, accept)
                    .await
            }
        }

        fn accept(
            _input: &<$Operation as $crate::exchange::Operation>::Input,
            answer: ::std::result::Result<&$Output, &$Error>,
        ) -> ::aws_smithy_runtime::client::waiters::AcceptorState {
            $(
                if $crate::client::waiter::fits!($question [$($look)*] [$($wanted)?] $Error, _input, answer) {
                    return ::aws_smithy_runtime::client::waiters::AcceptorState::$state;
                }
            )*
            ::aws_smithy_runtime::client::waiters::AcceptorState::NoAcceptorsMatched
        }

        #[doc = concat!(" The last answer, when [`", stringify!($Fluent), "::wait`] has succeeded.")]
        pub type $FinalPoll = ::aws_smithy_runtime_api::client::waiters::FinalPoll<
            $Output,
            ::aws_smithy_runtime_api::client::result::SdkError<
                $Error,
                ::aws_smithy_runtime_api::client::orchestrator::HttpResponse,
            >,
        >;

        #[doc = concat!(" Why [`", stringify!($Fluent), "::wait`] has failed.")]
        pub type $WaitError =
            ::aws_smithy_runtime_api::client::waiters::error::WaiterError<$Output, $Error>;
    };
}

/// Whether an answer is what an acceptor asks for.
///
/// | question | an answer that fits |
/// |---|---|
/// | `output` | every output |
/// | `failed` | every error of the service |
/// | `error Variant` | the modelled error |
/// | `code == "code"` | the error of that code |
/// | `text look == "text"` | an output in which the function `look` finds the text |
/// | `all look == "text"` | ... finds texts, all of them that text |
/// | `any look == "text"` | ... finds texts, one of them that text |
/// | `flag look == true` | ... finds the flag |
/// | `truth look == true` | ... says so |
///
/// A function that looks at the input too is told by `both` before its name.
macro_rules! fits {
    (output [] [] $Error:path, $input:ident, $answer:ident) => { $answer.is_ok() };
    (failed [] [] $Error:path, $input:ident, $answer:ident) => { $answer.is_err() };
    (error [$Variant:ident] [] $Error:path, $input:ident, $answer:ident) => {{
        type Failed = $Error;
        matches!($answer, ::std::result::Result::Err(Failed::$Variant(_)))
    }};
    (code [] [$code:literal] $Error:path, $input:ident, $answer:ident) => {
        $answer.is_err_and(|error| {
            ::aws_smithy_types::error::metadata::ProvideErrorMetadata::code(error)
                == ::std::option::Option::Some($code)
        })
    };
    (text [$($look:ident)+] [$text:literal] $Error:path, $input:ident, $answer:ident) => {
        $answer.is_ok_and(|output| {
            $crate::client::waiter::fits!(@look $($look)+, $input, output) == ::std::option::Option::Some($text)
        })
    };
    (flag [$($look:ident)+] [$flag:literal] $Error:path, $input:ident, $answer:ident) => {
        $crate::client::waiter::fits!(text [$($look)+] [$flag] $Error, $input, $answer)
    };
    (all [$($look:ident)+] [$text:literal] $Error:path, $input:ident, $answer:ident) => {
        $answer.is_ok_and(|output| {
            $crate::client::waiter::fits!(@look $($look)+, $input, output)
                .is_some_and(|found| !found.is_empty() && found.iter().all(|found| *found == $text))
        })
    };
    (any [$($look:ident)+] [$text:literal] $Error:path, $input:ident, $answer:ident) => {
        $answer.is_ok_and(|output| {
            $crate::client::waiter::fits!(@look $($look)+, $input, output)
                .is_some_and(|found| found.contains(&$text))
        })
    };
    (truth [$($look:ident)+] [true] $Error:path, $input:ident, $answer:ident) => {
        $answer.is_ok_and(|output| $crate::client::waiter::fits!(@look $($look)+, $input, output))
    };
    (truth [$($look:ident)+] [false] $Error:path, $input:ident, $answer:ident) => {
        $answer.is_ok_and(|output| !$crate::client::waiter::fits!(@look $($look)+, $input, output))
    };
    (@look both $look:ident, $input:ident, $output:ident) => { $look($input, $output) };
    (@look $look:ident, $input:ident, $output:ident) => { $look($output) };
}

pub(crate) use {fits, waiter};
