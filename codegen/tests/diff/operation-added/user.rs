//! Sends an operation that was there before.

use things::operation::get_thing::GetThingInput;

fn main() {
    let input = GetThingInput::builder().id("a").build();
    assert!(input.is_ok());
}
