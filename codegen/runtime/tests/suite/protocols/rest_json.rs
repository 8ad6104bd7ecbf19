//! REST JSON.

use aws_smithy_types::{Blob, DateTime, Document};
use tinsmith_runtime::wire::protocol::RestJson;

use super::{
    harness::{
        ActError, body, error, header, is_leniently_valid, is_strictly_valid, output, request, target,
    },
    rest::{
        BlobInput, BlobOutput, BoundOutput, DatesOutput, DocumentInput, DocumentOutput, HEADERS, Inner,
        InnerInput, InnerOutput, JpegInput, ListOutput, NoBody, PlainDocument, PlainList, PlainMap,
        PlainNumber, PlainTime, TARGET, TextInput, TextOutput, bound,
    },
};

const JSON: Option<&str> = Some("application/json");

#[test]
fn members_are_sent_where_the_model_binds_them() {
    let input = bound();
    let request = request::<RestJson, _>(&input);
    assert_eq!(request.method(), "PUT");
    assert_eq!(target::<RestJson, _>(&input), TARGET);
    for (name, value) in HEADERS {
        assert_eq!(header(&request, name), Some(value), "{name}");
    }
    assert_eq!(request.body(), r#"{"body":7}"#);
    assert_eq!(header(&request, "content-type"), JSON);
}

#[test]
fn an_input_without_body_members_has_no_body() {
    let request = request::<RestJson, _>(&NoBody { name: Some("n".into()) });
    assert_eq!(request.uri(), "https://example.com/?name=n");
    assert!(request.body().is_empty());
    assert_eq!(header(&request, "content-type"), None);
    assert_eq!(header(&request, "content-length"), None);
}

#[test]
fn raw_payloads_have_a_media_type() {
    let data = || Some(Blob::new("data"));
    let blob = request::<RestJson, _>(&BlobInput { payload: data(), content_type: None });
    assert_eq!(header(&blob, "content-type"), Some("application/octet-stream"));
    assert_eq!(blob.body(), "data");
    let jpeg = request::<RestJson, _>(&JpegInput { payload: data(), content_type: None });
    assert_eq!(header(&jpeg, "content-type"), Some("image/jpeg"));
    let text = request::<RestJson, _>(&TextInput { payload: Some("text".into()), content_type: None });
    assert_eq!(header(&text, "content-type"), Some("text/plain"));
    let bound = JpegInput { payload: data(), content_type: Some("image/png".into()) };
    assert_eq!(header(&request::<RestJson, _>(&bound), "content-type"), Some("image/png"));
    let unset = request::<RestJson, _>(&BlobInput::default());
    assert_eq!((header(&unset, "content-type"), header(&unset, "content-length")), (None, None));
}

#[test]
fn a_payload_structure_is_the_body() {
    let inner = Inner { name: Some("n".into()), kind: None };
    let set = InnerInput { payload: Some(inner), content_type: None };
    assert_eq!(body::<RestJson, _>(&set), r#"{"Name":"n"}"#);
    let unset = request::<RestJson, _>(&InnerInput::default());
    assert_eq!(unset.body(), "{}");
    assert_eq!((header(&unset, "content-type"), header(&unset, "content-length")), (JSON, Some("2")));
}

#[test]
fn a_payload_document_is_the_body() {
    let document = PlainDocument { document: Some(Document::String("hello".into())) };
    let request = request::<RestJson, _>(&document);
    assert_eq!(request.method(), "POST");
    assert_eq!(request.body(), r#""hello""#);
    assert_eq!((header(&request, "content-type"), header(&request, "content-length")), (JSON, Some("7")));
    let unset = super::harness::request::<RestJson, _>(&PlainDocument::default());
    assert!(unset.body().is_empty());
    assert_eq!((header(&unset, "content-type"), header(&unset, "content-length")), (None, None));
}

#[test]
fn a_payload_of_any_type_is_the_body() {
    let list = request::<RestJson, _>(&PlainList { payload: Some(vec!["a".into()]) });
    assert_eq!((list.body().as_ref(), header(&list, "content-type")), (&br#"["a"]"#[..], JSON));
    let map = PlainMap { payload: Some([("k".into(), "v".into())].into()) };
    assert_eq!(body::<RestJson, _>(&map), r#"{"k":"v"}"#);
    assert_eq!(body::<RestJson, _>(&PlainNumber { payload: Some(7) }), "7");
    assert_eq!(body::<RestJson, _>(&PlainTime { payload: Some(DateTime::from_secs(1)) }), "1");
    let unset = request::<RestJson, _>(&PlainList::default());
    assert_eq!((unset.body().len(), header(&unset, "content-type")), (0, None));
    let read: ListOutput = output::<RestJson, _>(&[], r#"["a"]"#);
    assert_eq!(read.payload, Some(vec!["a".into()]));
}

#[test]
fn an_unset_document_keeps_a_bound_content_type() {
    let input = DocumentInput { payload: None, content_type: Some("x/y".into()) };
    assert_eq!(header(&request::<RestJson, _>(&input), "content-type"), Some("x/y"));
}

#[test]
fn payloads_are_read() {
    let blob: BlobOutput = output::<RestJson, _>(&[("x-count", "3")], "data");
    assert_eq!((blob.payload, blob.count), (Some(Blob::new("data")), Some(3)));
    let text: TextOutput = output::<RestJson, _>(&[], "text");
    assert_eq!(text.payload.as_deref(), Some("text"));
    let inner: InnerOutput = output::<RestJson, _>(&[], r#"{"Name":"n"}"#);
    assert_eq!(inner.payload.and_then(|inner| inner.name).as_deref(), Some("n"));
    let document: DocumentOutput = output::<RestJson, _>(&[], "[true]");
    assert_eq!(document.payload, Some(Document::Array(vec![Document::Bool(true)])));
    let empty: InnerOutput = output::<RestJson, _>(&[("x-count", "3")], "");
    assert_eq!((empty.payload, empty.count), (None, Some(3)));
}

#[test]
fn members_in_headers_are_read_when_the_body_deviates() {
    let headers = [
        ("x-count", "3"),
        ("x-at", "Mon, 16 Dec 2019 23:48:18 GMT"),
        ("x-tags", r#"a, "b, c""#),
        ("x-meta-one", "1"),
    ];
    let body = r#"{"Size":"7","Flag":"True","Time":"2019-12-16 23:48:18","Count":"99"}"#;
    let read: BoundOutput = output::<RestJson, _>(&headers, body);
    let time = DateTime::from_secs(1_576_540_098);
    assert_eq!((read.count, read.status, read.at), (Some(3), Some(200), Some(time)));
    assert_eq!(read.tags, Some(vec!["a".into(), "b, c".into()]));
    assert_eq!(read.meta.expect("a map")["one"], "1");
    assert_eq!((read.size, read.flag, read.time), (Some(7), Some(true), Some(time)));
    assert!(!is_strictly_valid::<RestJson, BoundOutput>(&headers, body));
    assert!(is_strictly_valid::<RestJson, BoundOutput>(&headers, "{}"));
}

#[test]
fn headers_that_deviate_are_read_or_left_out() {
    let read: BoundOutput =
        output::<RestJson, _>(&[("x-count", "many"), ("x-at", "2019-12-16T23:48:18")], "");
    assert_eq!((read.count, read.at), (None, Some(DateTime::from_secs(1_576_540_098))));
    let blob: BlobOutput = output::<RestJson, _>(&[("x-count", "many")], "data");
    assert_eq!((blob.payload, blob.count), (Some(Blob::new("data")), None));
}

#[test]
fn timestamps_in_headers_may_have_any_format() {
    let time = DateTime::from_secs(1_576_540_098);
    for text in
        ["2019-12-16T23:48:18+0000", "2019-12-16 23:48:18", "Mon, 16 Dec 2019 23:48:18 GMT", "1576540098"]
    {
        let read: DatesOutput = output::<RestJson, _>(&[("x-at", text), ("x-epoch", text)], "");
        assert_eq!((read.at, read.epoch), (Some(time), Some(time)), "{text}");
    }
    let dates = "2019-12-16 23:48:18, Mon, 16 Dec 2019 23:48:18 GMT, 1576540098.5";
    let read: DatesOutput = output::<RestJson, _>(&[("x-dates", dates), ("x-counts", "1, 2.0")], "");
    let half = DateTime::from_secs_and_nanos(1_576_540_098, 500_000_000);
    assert_eq!((read.dates, read.counts), (Some(vec![time, time, half]), Some(vec![1, 2])));
    let strict = |name, value| is_strictly_valid::<RestJson, DatesOutput>(&[(name, value)], "");
    assert!(!strict("x-dates", dates) && !strict("x-counts", "1, 2.0"));
    assert!(strict("x-dates", "Mon, 16 Dec 2019 23:48:18 GMT") && strict("x-counts", "1, 2"));
    assert!(
        !is_leniently_valid::<RestJson, DatesOutput>(&[("x-dates", "soon")], ""),
        "a list is never left out"
    );
}

/// Upstream takes them for infinite numbers.
#[test]
fn floats_in_headers_are_not_out_of_range() {
    for header in [("x-ratio", "1e400"), ("x-ratios", "1, 1e39"), ("x-ratios", "inf")] {
        assert!(!is_leniently_valid::<RestJson, DatesOutput>(&[header], ""), "{header:?}");
    }
    let headers = [("x-ratio", "-Infinity"), ("x-ratios", "0.5, Infinity")];
    let read: DatesOutput = output::<RestJson, _>(&headers, "");
    assert_eq!((read.ratio, read.ratios), (Some(f64::NEG_INFINITY), Some(vec![0.5, f32::INFINITY])));
    let read: DatesOutput = output::<RestJson, _>(&[("x-ratio", "nan")], "");
    assert_eq!(read.ratio, None);
}

#[test]
fn null_is_an_empty_body() {
    let read: BoundOutput = output::<RestJson, _>(&[("x-count", "3")], "null");
    assert_eq!((read.count, read.size), (Some(3), None));
    let inner: InnerOutput = output::<RestJson, _>(&[], "null");
    assert_eq!(inner.payload, None);
    assert!(!is_strictly_valid::<RestJson, BoundOutput>(&[], "null"));
    for body in ["null null", "nullx"] {
        assert!(!is_leniently_valid::<RestJson, BoundOutput>(&[], body), "{body}");
        assert!(!is_leniently_valid::<RestJson, InnerOutput>(&[], body), "{body}");
    }
}

#[test]
fn errors_have_members_in_headers_and_body() {
    let headers = [("x-amzn-errortype", "InvalidThing"), ("x-header", "h")];
    for (body, top) in [(r#"{"Top":1}"#, Some(1)), (r#"{"Top":"1"}"#, Some(1)), ("", None)] {
        let ActError::InvalidThing(thing) = error::<RestJson>(400, &headers, body) else {
            panic!("{body}: the error is modelled");
        };
        assert_eq!((thing.header.as_deref(), thing.top), (Some("h"), top), "{body}");
    }
}
