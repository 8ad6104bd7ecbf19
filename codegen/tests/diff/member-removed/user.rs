//! Reads a field that is gone.

use things::types::Thing;

fn main() {
    assert_eq!(Thing::builder().build().name(), None);
}
