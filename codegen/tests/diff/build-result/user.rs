//! Builds what may fail to build now.

use things::types::Part;

fn main() {
    let part: Part = Part::builder().size(1).build();
    assert_eq!(part.size(), Some(1));
}
