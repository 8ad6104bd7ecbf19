//! Members whose elements have the same name.

use aws_smithy_schema::prelude;
use tinsmith_runtime::{
    schema, structure,
    wire::{Readable as _, XmlReader},
};

schema! {
    QUEUE: Structure "sample" "Queue" {
        0 "id": String;
        1 "first": String.with_xml_name("Event");
        2 "events": List.with_list_member(&prelude::STRING).with_xml_name("Event").with_xml_flattened();
        3 "name": String;
        4 "more": List.with_list_member(&prelude::STRING).with_xml_name("q:More").with_xml_flattened();
        5 "last": String.with_xml_name("More");
        6 "attribute": String.with_xml_name("Event").with_xml_attribute();
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Queue {
    id: Option<String>,
    first: Option<String>,
    events: Option<Vec<String>>,
    name: Option<String>,
    more: Option<Vec<String>>,
    last: Option<String>,
    attribute: Option<String>,
}

structure! {
    #[derive(Clone, Debug, Default, PartialEq)]
    #[readable(QUEUE)]
    pub struct QueueBuilder => always structure Queue {
        id: optional String, set_id, get_id;
        first: optional String, set_first, get_first;
        events: optional Strings, set_events, get_events;
        name: optional String, set_name, get_name;
        more: optional Strings, set_more, get_more;
        last: optional String, set_last, get_last;
        attribute: optional String, set_attribute, get_attribute;
    }
}

fn queue(content: &str) -> Queue {
    let document = format!("<Queue>{content}</Queue>");
    Queue::read(&mut XmlReader::new(document.as_bytes()).unwrap(), &QUEUE).unwrap()
}

fn strings(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|&text| text.to_owned()).collect())
}

/// As boto3 reads them. It cannot read several elements as a string; here, as for other members, the last one is read.
#[test]
fn elements_belong_to_all_members_of_their_name() {
    let queue = queue("<id>i</id><Event>a</Event><name>n</name><Event>b</Event><More>c</More>");
    assert_eq!((queue.id.as_deref(), queue.name.as_deref()), (Some("i"), Some("n")));
    assert_eq!((queue.first.as_deref(), queue.events), (Some("b"), strings(&["a", "b"])));
    assert_eq!((queue.last.as_deref(), queue.more), (Some("c"), strings(&["c"])));
    assert_eq!(queue.attribute, None);
}

#[test]
fn the_order_of_elements_does_not_matter() {
    for content in [
        "<name/><Event>a</Event>",
        "<Event>a</Event><name/>",
        "<More/><Event>a</Event><id/>",
        "<x/><Event>a</Event>",
    ] {
        let queue = queue(content);
        assert_eq!((queue.first.as_deref(), queue.events), (Some("a"), strings(&["a"])), "{content}");
    }
}
