//! Names a field, a value and a variant.

use things::types::{Choice, Kind, Part, Thing};

fn main() {
    let thing = Thing::builder().kind(Kind::Large).part(Part::builder().size(1).build()).build();
    assert_eq!(thing.part().and_then(|part| part.size), Some(1));
    assert_eq!(thing.kind().map(Kind::as_str), Some("large"));
    assert!(Choice::Number(1).is_number());
}
