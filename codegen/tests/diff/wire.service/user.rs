//! Builds an input and an output.

use things::operation::get_thing::{GetThingInput, GetThingOutput};
use things::types::Thing;

fn main() {
    let input = GetThingInput::builder().id("a").token("b").build();
    assert!(input.is_ok());
    let thing = Thing::builder().name("a").count(2).build();
    let output = GetThingOutput::builder().thing(thing).build();
    assert_eq!(output.thing().map(|thing| thing.count()), Some(2));
}
