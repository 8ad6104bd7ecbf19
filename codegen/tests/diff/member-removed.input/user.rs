//! Sets a member of an input that is gone.

use things::operation::get_thing::GetThingInput;

fn main() {
    let input = GetThingInput::builder().id("a").hint("b").build();
    assert!(input.is_ok());
}
