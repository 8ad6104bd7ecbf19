//! Asks which endpoint parameters an operation sets.

use things::config::endpoint::Params;
use things::operation::get_thing::{GetThing, GetThingInput};

fn main() {
    let input = GetThingInput::builder().id("a").build();
    let params = input.map(|input| GetThing::endpoint_params(&input, Params::builder()));
    assert!(params.is_ok());
}
