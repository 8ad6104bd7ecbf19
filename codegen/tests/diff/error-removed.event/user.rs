//! Handles an error of an event stream that does not come any more.

use things::types::error::ThingEventsError;

fn is_busy(error: &ThingEventsError) -> bool {
    matches!(error, ThingEventsError::Busy(_))
}

fn main() {
    assert!(!is_busy(&ThingEventsError::unhandled("other")));
}
