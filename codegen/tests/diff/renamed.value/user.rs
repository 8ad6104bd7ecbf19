//! Names a value that has another name.

use things::types::Kind;

fn main() {
    assert_eq!(Kind::Large.as_str(), "large");
}
