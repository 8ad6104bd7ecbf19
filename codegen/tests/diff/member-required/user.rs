//! Leaves out a member that must be set now: it compiles, and its call fails.

use things::config::endpoint::Endpoint;
use things::operation::get_thing::{GetThing, GetThingInput};

fn main() {
    let input = GetThingInput::builder().id("a").build().unwrap();
    let endpoint = Endpoint::builder().url("https://things.example.com").build();
    GetThing::http_request(&input, &endpoint).unwrap();
}
