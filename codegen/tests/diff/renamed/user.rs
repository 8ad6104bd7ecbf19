//! Names a type that has another name.

use things::types::Part;

fn main() {
    assert_eq!(Part::builder().build().size(), None);
}
