//! REST XML.

use aws_smithy_types::{Blob, DateTime};
use tinsmith_runtime::wire::protocol::{AwsQuery, Ec2Query, RestXml};

use super::{
    harness::{
        ActError, body, error, header, is_leniently_valid, is_strictly_valid, is_valid_with_bytes, output,
        refused, request, target,
    },
    rest::{
        BlobInput, BlobOutput, BoundOutput, HEADERS, Inner, InnerInput, InnerOutput, ListOutput, NamedInput,
        NoBody, PlainInner, PlainList, TARGET, TextInput, bound,
    },
    tree::{ELEMENTS, TreeOutput, tree, tree_output},
};

const XML: Option<&str> = Some("application/xml");

#[test]
fn members_are_sent_where_the_model_binds_them() {
    let input = bound();
    let request = request::<RestXml, _>(&input);
    assert_eq!(target::<RestXml, _>(&input), TARGET);
    for (name, value) in HEADERS {
        assert_eq!(header(&request, name), Some(value), "{name}");
    }
    assert_eq!(
        request.body(),
        r#"<BoundRequest xmlns="https://sample.example.com/doc/"><body>7</body></BoundRequest>"#
    );
    assert_eq!(header(&request, "content-type"), XML);
}

#[test]
fn an_input_without_body_members_has_no_body() {
    let request = request::<RestXml, _>(&NoBody { name: None });
    assert!(request.body().is_empty());
    assert_eq!((header(&request, "content-type"), header(&request, "content-length")), (None, None));
}

#[test]
fn lists_maps_attributes_and_namespaces_are_written() {
    let expected = format!(r#"<Ahoy xmlns="https://sample.example.com/doc/">{ELEMENTS}</Ahoy>"#);
    assert_eq!(body::<RestXml, _>(&tree()), expected);
}

#[test]
fn payload_structures_are_named_by_themselves_or_by_the_member() {
    let inner = || Some(Inner { name: Some("n".into()), kind: Some("t".into()) });
    let own = InnerInput { payload: inner(), content_type: None };
    let elements = r#" xmlns="https://sample.example.com/doc/" xsi:type="t"><Name>n</Name></"#;
    assert_eq!(body::<RestXml, _>(&own), format!("<Inner{elements}Inner>"));
    let named = NamedInput { payload: inner(), content_type: None };
    assert_eq!(body::<RestXml, _>(&named), format!("<Hola{elements}Hola>"));
}

#[test]
fn characters_that_xml_cannot_contain_are_refused() {
    let inner = |name: &str| InnerInput {
        payload: Some(Inner { name: Some(name.into()), kind: None }),
        content_type: None,
    };
    for (name, code) in [("a\0", "0000"), ("\u{1f}", "001F"), ("b\u{ffff}", "FFFF"), ("\u{fffe}", "FFFE")] {
        let error = refused::<RestXml, _>(&inner(name));
        assert!(
            error.contains(&format!("`Name` has the character U+{code}, which XML cannot contain")),
            "{error}"
        );
    }
    let body = body::<RestXml, _>(&inner("\t\r\n\u{85} \u{7f}\u{fffd}\u{10ffff}"));
    assert!(body.contains("<Name>\t&#xD;&#xA;&#x85; \u{7f}\u{fffd}\u{10ffff}</Name>"), "{body}");
}

#[test]
fn characters_of_payloads_that_are_not_xml_are_sent() {
    let text = TextInput { payload: Some("\0\u{1f}".into()), ..TextInput::default() };
    assert_eq!(self::body::<RestXml, _>(&text), "\0\u{1f}");
}

#[test]
fn a_payload_without_a_value_has_no_body() {
    let request = request::<RestXml, _>(&PlainInner::default());
    assert!(request.body().is_empty());
    assert_eq!((header(&request, "content-type"), header(&request, "content-length")), (None, None));
}

#[test]
fn raw_payloads_have_a_media_type() {
    let blob = BlobInput { payload: Some(Blob::new("data")), content_type: None };
    let blob = request::<RestXml, _>(&blob);
    assert_eq!(header(&blob, "content-type"), Some("application/octet-stream"));
    let text = request::<RestXml, _>(&TextInput { payload: Some("text".into()), content_type: None });
    assert_eq!(header(&text, "content-type"), Some("text/plain"));
}

#[test]
fn lists_maps_attributes_and_namespaces_are_read() {
    // The name and the namespace of the root do not matter.
    for root in ["TreeResponse", "Other"] {
        let body = format!(r#"<{root} xmlns="urn:x">{ELEMENTS}</{root}>"#);
        assert_eq!(output::<RestXml, TreeOutput>(&[], &body), tree_output(), "{root}");
    }
}

#[test]
fn an_empty_body_is_an_output_without_body_members() {
    for body in ["", " \n"] {
        let read: BoundOutput = output::<RestXml, _>(&[("x-count", "3")], body);
        assert_eq!((read.count, read.status, read.size), (Some(3), Some(200), None), "{body:?}");
        assert_eq!(output::<RestXml, TreeOutput>(&[], body), TreeOutput::default(), "{body:?}");
    }
}

#[test]
fn a_payload_of_any_type_is_the_body() {
    let list = PlainList { payload: Some(vec!["a".into(), "b".into()]) };
    let request = request::<RestXml, _>(&list);
    assert_eq!(header(&request, "content-type"), XML);
    let sent = body::<RestXml, _>(&list);
    let read: ListOutput = output::<RestXml, _>(&[], &sent);
    assert_eq!(read.payload, list.payload, "{sent}");
}

#[test]
fn errors_and_pages_are_no_outputs() {
    for body in
        ["<ErrorResponse><Error><Code>C</Code></Error></ErrorResponse>", "<HTML><body>busy</body></HTML>"]
    {
        assert!(!is_leniently_valid::<RestXml, TreeOutput>(&[], body), "{body}");
        assert!(!is_leniently_valid::<AwsQuery, TreeOutput>(&[], body), "{body}");
        assert!(!is_leniently_valid::<Ec2Query, TreeOutput>(&[], body), "{body}");
    }
}

#[test]
fn payloads_are_read() {
    let blob: BlobOutput = output::<RestXml, _>(&[("x-count", "3")], "data");
    assert_eq!((blob.payload, blob.count), (Some(Blob::new("data")), Some(3)));
    let inner: InnerOutput = output::<RestXml, _>(&[], r#"<Any xsi:type="t"><Name>n</Name></Any>"#);
    let expected = Inner { name: Some("n".into()), kind: Some("t".into()) };
    assert_eq!(inner.payload, Some(expected));
}

#[test]
fn text_that_deviates_is_read_or_left_out() {
    let body = "<R><Size> 7 </Size><Flag>True</Flag><Time>2019-12-16 23:48:18</Time></R>";
    let read: BoundOutput = output::<RestXml, _>(&[("x-count", "many")], body);
    let time = DateTime::from_secs(1_576_540_098);
    assert_eq!((read.count, read.status), (None, Some(200)));
    assert_eq!((read.size, read.flag, read.time), (Some(7), Some(true), Some(time)));
    assert!(!is_strictly_valid::<RestXml, BoundOutput>(&[], body));
    assert!(is_strictly_valid::<RestXml, BoundOutput>(&[("x-count", "3")], "<R><Size>7</Size></R>"));
    let read: BoundOutput = output::<RestXml, _>(&[], "<R><Size>many</Size><Flag>false</Flag></R>");
    assert_eq!((read.size, read.flag), (None, Some(false)));
}

#[test]
fn headers_of_members_are_utf8() {
    for name in ["x-count", "x-tags", "x-meta-one"] {
        assert!(!is_valid_with_bytes::<RestXml, BoundOutput>(name, b"caf\xe9"), "{name}");
    }
    assert!(is_valid_with_bytes::<RestXml, BoundOutput>("x-other", b"caf\xe9"));
}

#[test]
fn raw_payloads_are_not_decoded_when_a_header_deviates() {
    let blob: BlobOutput = output::<RestXml, _>(&[("x-count", "many")], "data");
    assert_eq!((blob.payload, blob.count), (Some(Blob::new("data")), None));
}

#[test]
fn errors_have_members_in_headers_and_body() {
    let body = "<ErrorResponse><Error><Code>InvalidThing</Code><Top>1</Top></Error></ErrorResponse>";
    let ActError::InvalidThing(thing) = error::<RestXml>(400, &[("x-header", "h")], body) else {
        panic!("the error is modelled");
    };
    assert_eq!((thing.header.as_deref(), thing.top), (Some("h"), Some(1)));
}
