//! Reads a list that holds nulls now.

use things::types::Thing;

fn main() {
    let thing = Thing::builder().labels("a").build();
    let labels: Option<Vec<String>> = thing.labels;
    assert!(labels.is_some());
}
