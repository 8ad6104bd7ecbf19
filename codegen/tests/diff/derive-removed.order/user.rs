//! Puts parts in order.

use things::types::Part;

fn main() {
    let mut parts = [Part::builder().size(2).build(), Part::builder().size(1).build()];
    parts.sort();
}
