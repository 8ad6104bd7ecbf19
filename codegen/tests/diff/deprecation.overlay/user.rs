//! Uses what an overlay deprecates: the compiler warns, and the program runs.

use things::types::{Choice, Kind, Part};

fn main() {
    assert!(Choice::Number(1).is_number());
    assert_eq!((Kind::Large.as_str(), Part::builder().build().size), ("large", None));
}
