//! Names the output of an operation.

use things::operation::get_thing::GetThingOutput;

fn main() {
    assert_eq!(GetThingOutput::builder().build().next, None);
}
