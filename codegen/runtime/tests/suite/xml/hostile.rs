//! Documents that attack a reader. Their size makes a quadratic reader exceed the time limit by far.

use super::{item, read, read_document};
use crate::in_time::in_time;

const COUNT: usize = 20_000;

#[test]
fn flattened_members_that_alternate() {
    let content = "<Key>a</Key><Sub/><counts><Name>n</Name><Number>1</Number></counts>".repeat(COUNT);
    let item = in_time(|| item(&content));
    assert_eq!(item.keys.unwrap().len(), COUNT);
    assert_eq!(item.items.unwrap().len(), COUNT);
}

/// Each level is searched for each of its flattened members, but not for those of other levels.
#[test]
fn flattened_members_that_alternate_at_each_level() {
    let mut content = String::new();
    for _ in 0..100 {
        let keys = "<Key/><x/>".repeat(COUNT / 100);
        content = format!("{keys}<Sub>{content}</Sub>{keys}");
    }
    let item = in_time(|| item(&content));
    assert_eq!(item.keys.unwrap().len(), COUNT / 100 * 2);
}

#[test]
fn many_unknown_elements_attributes_and_comments() {
    let elements = "<x y='1'><y/></x>".repeat(COUNT);
    in_time(|| item(&elements));
    let attributes: String = (0..COUNT).map(|index| format!(" a{index}='1'")).collect();
    let document = format!("<Item{attributes} level='7'/>");
    assert_eq!(in_time(|| read_document(document.as_bytes())).unwrap().level, Some(7));
    let comments = format!("<name>{}</name>", "a<!-- -->&amp;".repeat(COUNT));
    assert_eq!(in_time(|| item(&comments)).name.unwrap().len(), 2 * COUNT);
}

#[test]
fn many_elements_that_are_never_closed() {
    for opening in ["<inner>", "<Key>", "<x y='", "<!--", "<![CDATA[", "<name>&", "<!DOCTYPE [", "</x>"] {
        in_time(|| read(&opening.repeat(COUNT)).expect_err(opening));
    }
}
