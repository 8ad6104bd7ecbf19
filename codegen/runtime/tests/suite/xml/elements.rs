//! Structures, lists, maps, unions, attributes.

use std::collections::HashMap;

use aws_smithy_schema::{
    prelude,
    serde::{SerdeError, ShapeDeserializer as _},
};
use tinsmith_runtime::wire::{Readable as _, XmlReader};

use super::{
    item, read, read_document,
    sample::{Choice, ITEM, Item},
};

fn strings(texts: &[&str]) -> Option<Vec<String>> {
    Some(texts.iter().map(|&text| text.to_owned()).collect())
}

fn names(items: Option<Vec<Item>>) -> Vec<String> {
    items.unwrap_or_default().into_iter().filter_map(|item| item.name).collect()
}

#[test]
fn members_are_found_by_their_xml_name_or_name() {
    let item = item("<Other>b</Other><unknown><name>x</name></unknown><renamed>c</renamed><name>a</name>");
    assert_eq!(item.name.as_deref(), Some("a"));
    assert_eq!(item.renamed.as_deref(), Some("b"));
}

#[test]
fn prefixes_of_elements_are_ignored() {
    let document = br#"<a:Item xmlns:a="urn:a"><a:name>a</a:name><b:tags><c:x>t</c:x></b:tags></a:Item>"#;
    let item = read_document(document).unwrap();
    assert_eq!(item.name.as_deref(), Some("a"));
    assert_eq!(item.tags, strings(&["t"]));
}

#[test]
fn attributes_are_found_whatever_their_prefix() {
    let item = |attributes| read_document(format!("<Item {attributes}/>").as_bytes()).unwrap();
    let both = item(r#"xsi:type="a&amp;b" level = '3'"#);
    assert_eq!((both.kind.as_deref(), both.level), (Some("a&b"), Some(3)));
    assert_eq!(item(r#"i:type=">/""#).kind.as_deref(), Some(">/"));
    assert_eq!(item("i:type='a\tb'").kind.as_deref(), Some("a b"));
    assert_eq!(item(r#"xmlns:type="urn:a" type="b""#).kind, None);
    assert_eq!(item(r#"a:level="1""#).level, None);
    let error = read_document(b"<Item level=3/>").unwrap_err();
    assert!(error.contains("malformed attribute"), "{error}");
    assert_eq!(super::item("<level>3</level>").level, None);
}

#[test]
fn elements_of_lists_have_any_name() {
    assert_eq!(item("<tags><member>a</member><x>b</x></tags>").tags, strings(&["a", "b"]));
    let groups = item("<groups><x><y>a</y></x><x/></groups>").groups;
    assert_eq!(groups, Some(vec![vec!["a".to_owned()], vec![]]));
}

#[test]
fn flattened_elements_need_not_be_neighbours() {
    let item = item(
        "<Sub><name>1</name></Sub><Key>a</Key><Sub><name>2</name><Key>inner</Key></Sub><Key>b</Key><Key>c</Key>
         <name>n</name><Sub><name>3</name><Sub><name>inner</name></Sub></Sub><x:Key>d</x:Key>",
    );
    assert_eq!(item.keys, strings(&["a", "b", "c", "d"]));
    assert_eq!(names(item.items.clone()), ["1", "2", "3"]);
    assert_eq!(item.items.as_ref().unwrap()[1].keys, strings(&["inner"]));
    assert_eq!(names(item.items.unwrap().remove(2).items), ["inner"]);
    assert_eq!(item.name.as_deref(), Some("n"));
}

#[test]
fn map_entries_have_a_key_and_a_value_in_any_order() {
    let labels = item(
        "<labels><entry><value>1</value><key>a</key></entry><x><key>b&amp;c</key><other/><value/></x></labels>",
    );
    let expected = [("a", "1"), ("b&c", "")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(labels.labels, Some(HashMap::from(expected)));
}

#[test]
fn map_entries_without_key_or_value_are_skipped() {
    let labels = "<labels><entry><key>a</key></entry><entry><value>1</value></entry><entry/></labels>";
    assert_eq!(item(labels).labels, Some(HashMap::new()));
}

#[test]
fn entries_of_flattened_maps_need_not_be_neighbours() {
    let counts = item(
        "<counts><Name>a</Name><Number>1</Number></counts><name/><counts><Number>2</Number><Name>b</Name></counts>",
    );
    assert_eq!(counts.counts, Some(HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)])));
}

#[test]
fn empty_elements_are_empty_values() {
    let empty = "<name/><Other></Other><blob/><tags/><labels></labels><Key/><inner/><groups>\n</groups>";
    let item = item(empty);
    assert_eq!((item.name.as_deref(), item.renamed.as_deref()), (Some(""), Some("")));
    assert_eq!(item.blob.unwrap().as_ref(), b"");
    assert_eq!((item.tags, item.keys), (strings(&[]), strings(&[""])));
    assert_eq!((item.labels, item.groups), (Some(HashMap::new()), Some(vec![])));
    assert_eq!(item.inner, Some(Box::default()));
}

#[test]
fn unions_have_the_variant_of_their_element() {
    let choice = |content: &str| item(&format!("<choice>{content}</choice>")).choice.unwrap();
    assert_eq!(choice("<count>1</count>"), Choice::Count(1));
    assert_eq!(choice("<nothing><more/></nothing>"), Choice::Nothing);
    assert_eq!(choice("<Key>a</Key><Key>b</Key>"), Choice::Keys(strings(&["a", "b"]).unwrap()));
    assert_eq!(choice("<newer><count>1</count></newer>"), Choice::Unknown);
    assert_eq!(choice("<newer>1</newer><newer>2</newer>"), Choice::Unknown);
    assert_eq!(choice("<__type>Choice</__type><count>1</count>"), Choice::Count(1));
    for content in
        ["", "<__type/>", "<newer/><newest/>", "<count>1</count><newer/>", "<count>1</count><Key>a</Key>"]
    {
        let error = read(&format!("<choice>{content}</choice>")).expect_err(content);
        assert!(error.contains("expected one variant of `Choice`"), "{error}");
    }
}

/// As the readers of JSON and CBOR do: see `aws_smithy_schema`.
#[test]
fn unknown_variants_are_reported_without_an_index() {
    let mut reader = XmlReader::new(b"<choice><newer/></choice>").unwrap();
    let mut indexes = Vec::new();
    let read = reader.read_struct(&super::sample::CHOICE, &mut |member, _| {
        indexes.push(member.member_index());
        Ok(())
    });
    read.unwrap();
    assert_eq!(indexes, [None]);
}

#[test]
fn nil_elements_are_null() {
    let nil = r#"<m i:nil="true"/>"#;
    let sparse = item(&format!("<sparse>{nil}<m/><m i:nil='1'>a</m><m i:nil='false'>b</m></sparse>")).sparse;
    assert_eq!(sparse, Some(vec![None, Some(String::new()), None, Some("b".to_owned())]));
    assert_eq!(item(r#"<count i:nil="true"/><required i:nil="true"/>"#), Item::default());
    let dense = format!("<Item><tags>{nil}<m>a</m></tags></Item>");
    let error = read_document(dense.as_bytes()).unwrap_err();
    assert!(error.contains("null in a list or map that has none"), "{error}");
    let mut reader = XmlReader::new(dense.as_bytes()).unwrap();
    assert_eq!(Item::read(&mut reader, &ITEM).unwrap().tags, strings(&["a"]));
}

#[test]
fn values_of_another_kind_are_type_mismatches() {
    let mut reader = XmlReader::new(b"<Item><name><x/></name></Item>").unwrap();
    let error = Item::read(&mut reader, &ITEM).unwrap_err();
    assert!(matches!(error, SerdeError::TypeMismatch { .. }), "{error}");
    assert_eq!(error.to_string(), "type mismatch: expected a string, found elements in member `name`");
    let error = reader.read_document(&prelude::DOCUMENT).unwrap_err();
    assert!(matches!(error, SerdeError::UnsupportedOperation { .. }), "{error}");
    assert!(read("<count><x>1</x></count>").is_err());
    for (content, expected) in [
        ("<tags>none</tags>", "a list, found text in member `tags`"),
        ("<labels><![CDATA[none]]></labels>", "a map, found text in member `labels`"),
        ("<inner>none</inner>", "a structure, found text in member `inner`"),
        ("<groups><x>none</x></groups>", "a list, found text in member `groups`"),
    ] {
        let error = read(content).expect_err(content);
        assert!(error.ends_with(expected), "{error}");
    }
    assert_eq!(item("<tags> <!-- none -->\n</tags>").tags, strings(&[]));
}
