//! Builds a structure that has got a member of a new type.

use things::types::Thing;

fn main() {
    let thing = Thing::builder().name("a").build();
    let Thing { name, .. } = thing;
    assert_eq!(name.as_deref(), Some("a"));
}
