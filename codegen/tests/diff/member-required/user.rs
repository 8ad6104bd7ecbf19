//! Leaves out a member that must be set now. It compiles, and its call would fail.

use things::operation::get_thing::GetThingInput;

fn main() {
    let input = GetThingInput::builder().id("a").build();
    assert!(input.is_ok());
}
