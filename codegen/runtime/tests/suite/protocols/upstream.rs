//! Faults of the official protocols that `wire::protocol` makes up for. A test fails when the fault is fixed: then the code
//! for it can go.

use aws_smithy_json::protocol::aws_rest_json_1::AwsRestJsonProtocol;
use aws_smithy_query::protocol::AwsQueryProtocol;
use aws_smithy_runtime_api::{
    client::orchestrator::{HttpRequest, HttpResponse},
    http::StatusCode,
};
use aws_smithy_schema::protocol::ClientProtocolInner;
use aws_smithy_types::{Blob, Document, body::SdkBody};
use aws_smithy_xml::protocol::aws_rest_xml::AwsRestXmlProtocol;
use tinsmith_runtime::{wire::Readable as _, wire::protocol::RestJson};

use super::{
    harness::{Shape, protocol},
    rest::{BlobInput, Inner, InnerInput, PlainDocument},
    tree::TreeOutput,
};

fn serialize<I: Shape>(
    upstream: &dyn ClientProtocolInner<Request = HttpRequest, Response = HttpResponse>,
    input: &I,
) -> HttpRequest {
    let (_, cfg) = protocol::<RestJson>();
    upstream.serialize_request(input, I::shape(), "", &cfg).expect("the input is valid")
}

#[test]
fn rest_xml_writes_characters_that_xml_cannot_contain() {
    let payload = Some(Inner { name: Some("\0".into()), kind: None });
    let request = serialize(&AwsRestXmlProtocol::new(), &InnerInput { payload, content_type: None });
    assert!(request.body().bytes().unwrap().contains(&0));
}

fn empty(status: u16) -> HttpResponse {
    HttpResponse::new(StatusCode::try_from(status).expect("a status"), SdkBody::from(""))
}

/// Reads an output from an empty body.
fn read_empty(
    upstream: &dyn ClientProtocolInner<Request = HttpRequest, Response = HttpResponse>,
) -> Result<TreeOutput, String> {
    let (_, cfg) = protocol::<RestJson>();
    let response = empty(200);
    let mut reader = upstream
        .deserialize_response(&response, TreeOutput::shape(), &cfg)
        .map_err(|error| error.to_string())?;
    TreeOutput::read(&mut *reader, TreeOutput::shape()).map_err(|error| error.to_string())
}

#[test]
fn rest_protocols_send_raw_payloads_without_a_media_type() {
    let input = BlobInput { payload: Some(Blob::new("data")), content_type: None };
    for request in
        [serialize(&AwsRestJsonProtocol::new(), &input), serialize(&AwsRestXmlProtocol::new(), &input)]
    {
        assert_eq!(request.headers().get("content-type"), None);
    }
}

#[test]
fn rest_json_throws_away_payload_documents() {
    let input = PlainDocument { document: Some(Document::Bool(true)) };
    let request = serialize(&AwsRestJsonProtocol::new(), &input);
    assert_eq!(request.body().bytes(), Some(&b""[..]));
}

#[test]
fn rest_json_sends_nothing_for_an_unset_payload_structure() {
    let request = serialize(&AwsRestJsonProtocol::new(), &InnerInput::default());
    assert_eq!(request.body().bytes(), Some(&b""[..]));
}

#[test]
fn rest_protocols_describe_an_empty_body() {
    let request = serialize(&AwsRestXmlProtocol::new(), &InnerInput::default());
    assert_eq!(request.headers().get("content-type"), Some("application/xml"));
    assert_eq!(request.headers().get("content-length"), Some("0"));
}

#[test]
fn xml_protocols_reject_empty_bodies() {
    assert!(read_empty(&AwsRestXmlProtocol::new()).is_err());
    assert!(read_empty(&AwsQueryProtocol::new()).is_err());
}

#[test]
fn aws_query_does_not_read_errors() {
    let (_, cfg) = protocol::<RestJson>();
    let body = "<ErrorResponse><Error><Code>Some</Code></Error></ErrorResponse>";
    let response = HttpResponse::new(StatusCode::try_from(400).expect("a status"), SdkBody::from(body));
    let metadata = ClientProtocolInner::parse_error_metadata(&AwsQueryProtocol::new(), &response, &cfg);
    assert_eq!(metadata.expect("no error").build().code(), None);
}

#[test]
fn rest_xml_reads_errors_of_one_form_only() {
    let (_, cfg) = protocol::<RestJson>();
    let body = "<Error><Code>Some</Code></Error>";
    let response = HttpResponse::new(StatusCode::try_from(400).expect("a status"), SdkBody::from(body));
    let metadata = ClientProtocolInner::parse_error_metadata(&AwsRestXmlProtocol::new(), &response, &cfg);
    assert_eq!(metadata.expect("no error").build().code(), None);
}
