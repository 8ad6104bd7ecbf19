//! Leaves out a new member that must be set: it compiles, and the builder fails.

use things::types::Part;

fn main() {
    let part = Part::builder().size(1).build().unwrap();
    assert_eq!(part.size(), 1);
}
