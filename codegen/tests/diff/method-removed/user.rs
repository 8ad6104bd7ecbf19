//! Asks an error whether it may be retried.

use things::types::error::Busy;

fn main() {
    let busy = Busy::builder().build();
    let _ = busy.retryable_error_kind();
}
