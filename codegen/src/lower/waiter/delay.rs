//! Delays between the calls of a waiter.

use crate::diagnostic::Diagnostic;
use crate::source::Node;

/// The default minimum delay between two calls, in seconds.
const DEFAULT_MIN_DELAY: u64 = 2;

/// The default maximum delay between two calls, in seconds.
const DEFAULT_MAX_DELAY: u64 = 120;

/// Returns the minimum and maximum delay between calls.
pub(super) fn seconds(node: &Node<'_>) -> Result<(u64, u64), Diagnostic> {
    let read = |name: &str| -> Result<Option<u64>, Diagnostic> {
        let Some(delay) = node.get(name) else { return Ok(None) };
        let seconds = delay.value.as_whole().and_then(|seconds| u64::try_from(seconds).ok());
        let seconds = seconds.filter(|seconds| (1..=86_400).contains(seconds));
        let invalid = || {
            Diagnostic::error(format!("`{name}` is not a number of seconds"))
                .at(&delay.location)
                .with_help("write an integer from 1 to 86400")
        };
        seconds.map(Some).ok_or_else(invalid)
    };
    let (min, max) = match (read("minDelay")?, read("maxDelay")?) {
        (None, None) => (DEFAULT_MIN_DELAY, DEFAULT_MAX_DELAY),
        (Some(min), None) => (min, DEFAULT_MAX_DELAY.max(min)),
        (None, Some(max)) => (DEFAULT_MIN_DELAY.min(max), max),
        (Some(min), Some(max)) => (min, max),
    };
    if min > max {
        return Err(Diagnostic::error("`minDelay` is more than `maxDelay`")
            .at(&node.location.child("minDelay"))
            .with_help("write the smaller number of seconds for `minDelay`"));
    }
    Ok((min, max))
}
