//! Builds what has become a union.

use things::types::Part;

fn main() {
    let part = Part::builder().size(1).build();
    assert_eq!(part.size(), Some(1));
}
