//! This reader and that of the official crates, on random documents.
//!
//! The official reader stops at CDATA sections and comments, does not trim scalars, keeps carriage returns, and knows no nulls. For
//! these, documents are compared with others that have the same values.

use aws_smithy_schema::codec::Codec as _;
use aws_smithy_xml::codec::XmlCodec;
use proptest::{
    collection::vec, prelude::*, sample::select, strategy::ValueTree as _, test_runner::TestRunner,
};
use tinsmith_runtime::wire::{Readable as _, XmlReader};

use super::sample::{ITEM, Item};

fn ours(document: &str, is_lenient: bool) -> Result<Item, String> {
    let read = |reader: XmlReader<'_>| Item::read(&mut reader.lenient(is_lenient), &ITEM);
    XmlReader::new(document.as_bytes()).and_then(read).map_err(|error| error.to_string())
}

fn official(document: &str) -> Result<Item, String> {
    let codec = XmlCodec::default();
    Item::read(&mut codec.create_deserializer(document.as_bytes()), &ITEM).map_err(|error| error.to_string())
}

/// Returns whether unions are the cause of an error. The official reader knows neither unknown variants nor several.
fn is_about_variants(outcome: &Result<Item, String>) -> bool {
    matches!(outcome, Err(error) if error.contains("expected one variant"))
}

/// Returns whether text instead of elements is the cause of an error. The official reader leaves it out.
fn is_about_text(outcome: &Result<Item, String>) -> bool {
    matches!(outcome, Err(error) if error.contains("found text in member"))
}

/// An element, before it is written.
#[derive(Clone, Debug)]
struct Element {
    name: &'static str,
    attributes: &'static str,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Text(String),
    Elements(Vec<Element>),
}

fn attributes() -> impl Strategy<Value = &'static str> {
    select(
        &["", "", " xsi:type=\"a&lt;b\"", " level='3'", " level=\"x\" other = '>'", " xmlns=\"urn:a\""][..],
    )
}

fn text() -> impl Strategy<Value = String> {
    let scalars = select(
        &[
            "",
            "a",
            "true",
            "false",
            "1",
            "-128",
            "300",
            "70000",
            "1.5",
            "-Infinity",
            "1e5",
            "aGk=",
            "%",
            "2026-11-22T20:50:04Z",
            "1795380604",
            "Sun, 22 Nov 2026 20:50:04 GMT",
            "99999999999999999999",
        ][..],
    );
    let any = vec(select(&["a", " ", "é", "<", "&", "\"", "]]>", "-->", "\n"][..]), 0..6);
    prop_oneof![3 => scalars.prop_map(str::to_owned), 1 => any.prop_map(|parts| parts.concat())]
}

fn name() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "name",
            "Other",
            "flag",
            "byte",
            "short",
            "count",
            "long",
            "float",
            "double",
            "bigInteger",
            "bigDecimal",
            "blob",
            "at",
            "epoch",
            "date",
            "tags",
            "Key",
            "Sub",
            "labels",
            "counts",
            "inner",
            "choice",
            "groups",
            "entry",
            "key",
            "value",
            "Name",
            "Number",
            "unknown",
            "nothing",
            "required",
            "a:Key",
            "a:name",
        ][..],
    )
}

fn leaf(
    names: &'static [&'static str],
    text: impl Strategy<Value = String>,
) -> impl Strategy<Value = Element> {
    (select(names), text).prop_map(|(name, text)| Element {
        name,
        attributes: "",
        content: Content::Text(text),
    })
}

fn texts(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    select(texts).prop_map(str::to_owned)
}

/// An element that has a value of its type.
fn valid_leaf() -> impl Strategy<Value = Element> {
    prop_oneof![
        leaf(&["name", "Other", "Key", "a:Key", "unknown"], text()),
        leaf(&["byte", "short", "count", "long", "bigInteger", "required"], texts(&["0", "-5", "+7", "127"])),
        leaf(&["float", "double"], texts(&["1.5", "-Infinity", "1e5", "0"])),
        leaf(&["flag"], texts(&["true", "false"])),
        leaf(&["at"], texts(&["2026-11-22T20:50:04Z", "2026-11-22T20:50:04.5+01:00"])),
        leaf(&["epoch"], texts(&["1795380604", "1.25", "-1"])),
        leaf(&["blob"], texts(&["", "aGk="])),
    ]
}

/// Elements that nest, with values of their type at most places.
fn element() -> impl Strategy<Value = Element> {
    let odd = (name(), attributes(), text()).prop_map(|(name, attributes, text)| Element {
        name,
        attributes,
        content: Content::Text(text),
    });
    let parents = || {
        select(
            &["Sub", "inner", "Sub", "tags", "labels", "counts", "groups", "choice", "entry", "unknown"][..],
        )
    };
    let pair = |name: &'static str, key: &'static [&'static str], value: &'static [&'static str], values| {
        (leaf(key, text()), leaf(value, values), any::<bool>()).prop_map(move |(key, value, is_reversed)| {
            let entry = if is_reversed { vec![value, key] } else { vec![key, value] };
            Element { name, attributes: "", content: Content::Elements(entry) }
        })
    };
    let leaves = prop_oneof![
        20 => valid_leaf(),
        1 => odd,
        3 => pair("counts", &["Name"], &["Number"], texts(&["1", "-2"])),
    ];
    leaves.prop_recursive(4, 40, 8, move |inner| {
        (parents(), attributes(), vec(inner, 0..8)).prop_map(|(name, attributes, children)| Element {
            name,
            attributes,
            content: Content::Elements(children),
        })
    })
}

fn elements() -> impl Strategy<Value = Vec<Element>> {
    vec(element(), 0..8)
}

/// The ways to write the same values.
#[derive(Clone, Copy)]
enum Style {
    Plain,
    /// With CDATA sections, comments, processing instructions, character references, and whitespace between elements.
    Decorated,
}

fn write(document: &mut String, elements: &[Element], style: Style) {
    for (index, Element { name, attributes, content }) in elements.iter().enumerate() {
        if matches!((style, index % 3), (Style::Decorated, 1)) {
            document.push_str("\n <!-- <name>not</name> -->\t<?pi <name>?>");
        }
        document.push_str(&format!("<{name}{attributes}>"));
        match content {
            Content::Text(text) => write_text(document, text, style),
            Content::Elements(elements) => write(document, elements, style),
        }
        let space = if matches!(style, Style::Decorated) { " " } else { "" };
        document.push_str(&format!("</{name}{space}>"));
    }
}

fn write_text(document: &mut String, text: &str, style: Style) {
    for (index, character) in text.chars().enumerate() {
        match (style, character, index % 5) {
            (Style::Decorated, ']' | '>', _) => document.push_str(&format!("&#{};", u32::from(character))),
            (Style::Decorated, _, 1) => document.push_str(&format!("<![CDATA[{character}]]>")),
            (Style::Decorated, _, 2) => document.push_str(&format!("<!-- -->&#x{:X};", u32::from(character))),
            (Style::Decorated, '\n', _) => document.push_str("\r\n"),
            (_, '<', _) => document.push_str("&lt;"),
            (_, '>', _) => document.push_str("&gt;"),
            (_, '&', _) => document.push_str("&amp;"),
            _ => document.push(character),
        }
    }
}

fn document(elements: &[Element], style: Style) -> String {
    let mut document = "<?xml version=\"1.0\"?><Item>".to_owned();
    write(&mut document, elements, style);
    document + "</Item>"
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn readers_agree(elements in elements()) {
        let document = document(&elements, Style::Plain);
        let (ours, official) = (ours(&document, false), official(&document));
        if is_about_variants(&ours) || is_about_variants(&official) || is_about_text(&ours) {
            return Ok(());
        }
        prop_assert_eq!(ours.as_ref().ok(), official.as_ref().ok(), "{}: {:?} {:?}", document, &ours, &official);
    }

    #[test]
    fn the_same_values_are_read_however_they_are_written(elements in elements()) {
        let (plain, decorated) = (document(&elements, Style::Plain), document(&elements, Style::Decorated));
        let (plain, read) = (ours(&plain, false), ours(&decorated, false));
        prop_assert_eq!(plain, read, "{}", decorated);
    }

    #[test]
    fn lenient_readers_change_no_value_that_is_valid(elements in elements()) {
        let document = document(&elements, Style::Plain);
        if let Ok(item) = ours(&document, false) {
            prop_assert_eq!(Ok(item), ours(&document, true), "{}", document);
        }
    }

    #[test]
    fn changed_documents_are_read_or_refused(
        elements in elements(),
        changes in vec((any::<prop::sample::Index>(), select(&["<", ">", "/", "&", "\"", "", "<![CDATA[", "é"][..])), 1..4),
    ) {
        let mut bytes = document(&elements, Style::Decorated).into_bytes();
        for (index, change) in changes {
            let at = index.index(bytes.len());
            bytes.splice(at..=at, change.bytes());
        }
        let document = String::from_utf8_lossy(&bytes);
        let _ = (ours(&document, false), ours(&document, true));
        let _ = ours(&document[..document.floor_char_boundary(document.len() / 2)], false).unwrap_err();
    }
}

/// Otherwise the properties above would compare errors only.
#[test]
fn many_random_documents_are_valid() {
    let mut runner = TestRunner::deterministic();
    let valid = (0..200).filter(|_| {
        let elements = elements().new_tree(&mut runner).expect("a tree").current();
        let document = document(&elements, Style::Plain);
        document.len() > 100 && ours(&document, false).is_ok()
    });
    let count = valid.count();
    assert!(count > 40, "{count}");
}

/// The documents on which the readers differ on purpose. If one fails, the official reader has changed.
#[test]
fn differences_have_reasons() {
    for (content, ours_reads) in [
        ("<name>a<![CDATA[<&>]]>b</name>", true),
        ("<name>a<!-- -->b</name>", true),
        ("<count> 1 </count>", true),
        ("<blob>aG\nk=</blob>", true),
        ("<name>a\r\nb</name>", true),
        ("<count xsi:nil='true'/>", true),
        ("<double>inf</double>", false),
        ("<tags>a</tags>", false),
        ("<float>1e39</float>", false),
        ("<name>a</name></Item><Item>", false),
        ("<unknown>", false),
        ("<name>a</Other>", false),
    ] {
        let document = format!("<Item>{content}</Item>");
        let (ours, official) = (ours(&document, false), official(&document));
        assert_eq!(ours.is_ok(), ours_reads, "{content}: {ours:?}");
        assert_ne!(ours.ok(), official.ok(), "{content}");
    }
}
