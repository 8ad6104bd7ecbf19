//! Clones and compares outputs.

use things::operation::get_thing::GetThingOutput;

fn main() {
    let output = GetThingOutput::builder().build();
    assert!(output.clone() == output);
}
