//! Builds, takes apart and compares a structure that has got a field.

use things::types::Part;

fn main() {
    let part = Part::builder().size(1).build();
    let Part { size, .. } = part.clone();
    assert_eq!((size, part.size()), (Some(1), Some(1)));
}
