//! Handles an error that does not come any more.

use things::operation::get_thing::GetThingError;

fn is_busy(error: &GetThingError) -> bool {
    matches!(error, GetThingError::Busy(_))
}

fn main() {
    assert!(!is_busy(&GetThingError::unhandled("other")));
}
