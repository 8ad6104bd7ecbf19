//! Needs `Hash`, which a map takes away.

use things::types::Part;

fn set<T: std::hash::Hash + Eq>(value: T) -> std::collections::HashSet<T> {
    [value].into()
}

fn main() {
    assert_eq!(set(Part::builder().build()).len(), 1);
}
