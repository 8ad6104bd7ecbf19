//! Writes a type that requests hold.

use things::types::Thing;

fn main() {
    let thing = Thing::builder().name("a").count(1).build();
    assert_eq!(thing.name(), Some("a"));
}
