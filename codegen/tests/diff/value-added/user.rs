//! Matches every value that it knows.

use things::types::Kind;

fn main() {
    let size = match Kind::from("large") {
        Kind::Large => 2,
        Kind::Small => 1,
        _ => 0,
    };
    assert_eq!(size, 2);
}
