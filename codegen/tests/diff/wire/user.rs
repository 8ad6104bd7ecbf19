//! Names a value that is another one on the wire.

use things::types::Kind;

fn main() {
    assert_ne!(Kind::Large.as_str(), "");
}
