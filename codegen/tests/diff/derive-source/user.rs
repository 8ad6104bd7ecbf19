//! Asks a derive of another crate what it has seen.

use things::types::Part;

fn main() {
    println!("{}", Part::MARKED);
}
