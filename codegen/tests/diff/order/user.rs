//! Compares values.

use things::types::Kind;

fn main() {
    assert_ne!(Kind::Large, Kind::Small);
}
