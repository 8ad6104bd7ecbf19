//! Reads the field that has stood in the way of `Eq`.

use things::types::Part;

fn main() {
    let weight: Option<f64> = Part::builder().weight(1.5).build().weight;
    assert_eq!(weight, Some(1.5));
}
