//! Handles every error that it knows.

use things::operation::get_thing::GetThingError;

fn name(error: &GetThingError) -> &'static str {
    match error {
        GetThingError::Busy(_) => "busy",
        GetThingError::NotFound(_) => "not found",
        _ => "other",
    }
}

fn main() {
    assert_eq!(name(&GetThingError::unhandled("other")), "other");
}
