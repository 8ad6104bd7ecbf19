//! Documents as a whole, and positions in them.

use aws_smithy_runtime_api::{client::orchestrator::HttpResponse, http::StatusCode};
use aws_smithy_schema::{
    Schema, ShapeType, http_protocol::http_output_deserializer, serde::ShapeDeserializer, shape_id,
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag};
use tinsmith_runtime::wire::{Readable as _, XmlReader, members::read_each};

use super::{
    read_document,
    sample::{ITEM, Item},
};

/// What restXml, awsQuery and ec2Query wrap their values in.
const ERROR: &str =
    "<Response><Errors><Error><name>a</name><count>1</count></Error></Errors><Id>b</Id></Response>";

#[test]
fn an_empty_body_is_an_empty_root() {
    for body in ["", " \n", "\u{feff}"] {
        assert_eq!(read_document(body.as_bytes()), Ok(Item::default()));
        assert_eq!(XmlReader::new(body.as_bytes()).unwrap().root_name(), None);
    }
}

#[test]
fn the_root_has_any_name() {
    let document =
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- --><a:Other><name>a</name></a:Other>\n";
    assert_eq!(read_document(document.as_bytes()).unwrap().name.as_deref(), Some("a"));
    assert_eq!(XmlReader::new(document.as_bytes()).unwrap().root_name(), Some("Other"));
}

#[test]
fn readers_enter_elements() {
    let mut reader = XmlReader::new(ERROR.as_bytes()).unwrap();
    assert!(!reader.enter("Error").unwrap());
    assert_eq!(reader.child_text("Id").unwrap().as_deref(), Some("b"));
    assert!(reader.enter("Errors").unwrap());
    assert!(reader.enter("Error").unwrap());
    assert!(!reader.enter("Errors").unwrap());
    assert_eq!(reader.root_name(), Some("Response"));
    assert_eq!(reader.child_text("name").unwrap().as_deref(), Some("a"));
    assert_eq!(reader.child_text("other").unwrap(), None);
    assert_eq!(Item::read(&mut reader, &ITEM).unwrap().count, Some(1));
}

#[test]
fn forks_have_positions_of_their_own() {
    let mut reader = XmlReader::new(ERROR.as_bytes()).unwrap();
    let mut fork = reader.fork();
    assert!(fork.enter("Errors").unwrap());
    assert!(reader.enter("Id").unwrap());
    assert!(fork.enter("Error").unwrap());
    assert_eq!(Item::read(&mut fork, &ITEM).unwrap(), Item::read(&mut fork.fork(), &ITEM).unwrap());
}

#[test]
fn values_are_read_again_from_the_same_position() {
    let mut reader = XmlReader::new(b"<a><Key>a</Key><Sub><name>b</name></Sub></a>").unwrap();
    assert_eq!(Item::read(&mut reader, &ITEM).unwrap(), Item::read(&mut reader, &ITEM).unwrap());
}

#[test]
fn malformed_documents_are_errors() {
    for document in [
        "text",
        "{}",
        "<a>",
        "<a",
        "<a b='",
        "<a><b></a>",
        "<a></b>",
        "</a>",
        "<a/><b/>",
        "<a/>text",
        "text<a/>",
        "<a/>&amp;",
        "<a/><![CDATA[]]>",
        "<a><></></a>",
        "<a><!-- </a>",
        "<a><![CDATA[</a>",
        "<a><?b</a>",
        "<x:a></y:a>",
        "<!-- -->",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY % b 'c'>]><a/>",
    ] {
        let error = read_document(document.as_bytes()).expect_err(document);
        assert!(error.contains("malformed XML at byte "), "{document}: {error}");
    }
    let error = read_document(b"<a>\xff</a>").unwrap_err();
    assert!(error.contains("malformed XML at byte 3"), "{error}");
}

#[test]
fn a_document_type_without_entities_is_ignored() {
    assert_eq!(read_document(b"<!DOCTYPE a [<!ELEMENT a ANY>]><a/>"), Ok(Item::default()));
}

#[test]
fn truncated_documents_are_errors() {
    let document =
        "<?xml version='1.0'?><a b='c'><!-- d --><name>e&amp;f</name><Key/><x:y><![CDATA[g]]></x:y></a>";
    read_document(document.as_bytes()).unwrap();
    for length in 1..document.len() {
        read_document(&document.as_bytes()[..length]).expect_err(&document[..length]);
    }
}

#[test]
fn elements_are_nested_up_to_a_limit() {
    let nested = |depth| format!("{}{}", "<inner>".repeat(depth), "</inner>".repeat(depth));
    let mut item = read_document(nested(128).as_bytes()).unwrap();
    for _ in 1..128 {
        item = *item.inner.expect("an element for each level");
    }
    assert_eq!(item, Item::default());
    let error = read_document(nested(129).as_bytes()).unwrap_err();
    assert!(error.ends_with("elements are nested deeper than 128"), "{error}");
}

static LOCATION: Schema<'static> =
    Schema::new_member(shape_id!("sample", "Located", "location"), ShapeType::String, "location", 0)
        .with_xml_name("Location");
static LOCATED: Schema<'static> =
    Schema::new_struct(shape_id!("sample", "Located"), ShapeType::Structure, &[&LOCATION])
        .with_xml_unwrapped_output();

static TITLE: Schema<'static> =
    Schema::new_member(shape_id!("sample", "Titled", "title"), ShapeType::String, "title", 0)
        .with_http_header("x-title");
static BODY: Schema<'static> =
    Schema::new_member(shape_id!("sample", "Titled", "body"), ShapeType::String, "body", 1);
static TITLED: Schema<'static> =
    Schema::new_struct(shape_id!("sample", "Titled"), ShapeType::Structure, &[&TITLE, &BODY]);

/// Reads the members of a structure of strings.
fn strings(reader: &mut dyn ShapeDeserializer, schema: &Schema<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let read = read_each(reader, schema, &mut |_, member, reader| {
        found.push(reader.read_string(member)?);
        Ok(())
    });
    read.unwrap();
    found
}

#[test]
fn the_root_of_an_unwrapped_output_is_its_member() {
    let read = |document: &str| strings(&mut XmlReader::new(document.as_bytes()).unwrap(), &LOCATED);
    assert_eq!(read("<a:Location>x</a:Location>"), ["x"]);
    assert_eq!(read("<Wrapped><Location>x</Location></Wrapped>"), ["x"]);
    // As in boto3.
    assert!(read("<Location/>").is_empty());
}

/// The composite reader of the official crates decides what comes from the body.
#[test]
fn members_of_headers_are_not_read_from_the_body() {
    let document = "<a><title>in the body</title><body>b</body></a>";
    let mut response = HttpResponse::new(StatusCode::try_from(200).unwrap(), SdkBody::from(document));
    response.headers_mut().insert("x-title", "in a header");
    let config = ConfigBag::base();
    let body = XmlReader::new(document.as_bytes()).unwrap();
    let mut reader = http_output_deserializer(body, &response, &TITLED, &config);
    assert_eq!(strings(&mut *reader, &TITLED), ["in a header", "b"]);
}
