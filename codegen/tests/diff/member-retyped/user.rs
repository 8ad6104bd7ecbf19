//! Reads text that is a number now.

use things::types::Thing;

fn main() {
    let thing = Thing::builder().name("a").build();
    let name: Option<String> = thing.name;
    assert!(name.is_some());
}
