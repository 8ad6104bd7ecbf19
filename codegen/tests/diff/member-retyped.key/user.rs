//! Reads a map whose keys are values of an enum now.

use std::collections::HashMap;

use things::types::Thing;

fn main() {
    let thing = Thing::builder().labels("small", "a").build();
    let labels: Option<HashMap<String, String>> = thing.labels;
    assert!(labels.is_some());
}
