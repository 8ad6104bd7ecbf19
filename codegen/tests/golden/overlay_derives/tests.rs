//! What the overlay asks for is there.

use golden_overlay_derives::types::{Kind, Pick, Point, Tag};

#[test]
fn types_are_put_in_order() {
    let tag = |key: &str| Tag::builder().key(key).build().unwrap();
    let mut tags = [tag("b"), tag("a")];
    tags.sort();
    assert_eq!(tags, [tag("a"), tag("b")]);
    let point = Point::builder().x(1).build();
    let copy = point;
    assert!(point <= copy && Pick::Point(point) < Pick::Unknown);
    assert_eq!(Kind::Round, Kind::from("round"));
}

#[test]
fn derives_of_other_crates_see_their_attributes() {
    const { assert!(Tag::MARKED) };
    #[cfg(feature = "with-spots")]
    const {
        assert!(Pick::MARKED);
    };
}
