//! Names a value that is gone.

use things::types::Kind;

fn main() {
    assert_eq!(Kind::from("small"), Kind::Small);
}
