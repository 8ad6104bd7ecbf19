//! Gives text where an enum is wanted now.

use things::types::Thing;

fn main() {
    let thing = Thing::builder().name(String::from("a")).build();
    assert_eq!(thing.name(), Some("a"));
}
