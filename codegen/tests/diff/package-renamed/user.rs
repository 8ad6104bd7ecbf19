//! Names the package.

use things::types::Thing;

fn main() {
    assert_eq!(Thing::builder().build().name, None);
}
