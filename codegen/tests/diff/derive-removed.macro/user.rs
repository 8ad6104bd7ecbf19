//! Uses a derive of another crate.

use things::types::Part;

fn main() {
    println!("{}", Part::MARKED);
}
