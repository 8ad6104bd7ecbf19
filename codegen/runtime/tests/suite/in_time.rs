//! A time limit for readers of text that attacks them.

use std::time::{Duration, Instant};

/// Calls `read`, and checks that it is not quadratic.
pub(crate) fn in_time<T>(read: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let outcome = read();
    let elapsed = start.elapsed();
    assert!(elapsed < Duration::from_secs(20), "{elapsed:?}");
    outcome
}
