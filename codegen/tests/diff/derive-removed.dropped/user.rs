//! Puts things into a set.

use std::collections::HashSet;

use things::types::Thing;

fn main() {
    let mut things = HashSet::new();
    things.insert(Thing::builder().build());
}
