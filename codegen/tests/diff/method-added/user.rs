//! Uses an error that can be asked more now.

use things::types::error::NotFound;

fn main() {
    assert_eq!(NotFound::builder().build().message(), None);
}
