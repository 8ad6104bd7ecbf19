//! Needs `Eq`, which a number with a fraction takes away.

use things::types::Part;

fn compared<T: Eq>(left: &T, right: &T) -> bool {
    left == right
}

fn main() {
    let part = Part::builder().build();
    assert!(compared(&part, &part));
}
