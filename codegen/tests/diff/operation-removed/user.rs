//! Sends an operation that is gone.

use things::operation::drop_thing::DropThingInput;

fn main() {
    let input = DropThingInput::builder().build();
    assert!(input.is_ok());
}
