//! Reads a field that has got a default.

use things::types::Part;

fn main() {
    let size: Option<i32> = Part::builder().build().size;
    assert_eq!(size, None);
}
