//! Errors in XML, in the forms that services and emulators send.

use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use aws_types::request_id::RequestId as _;
use tinsmith_runtime::wire::protocol::{AwsQuery, Ec2Query, RestXml};

use super::harness::{ActError, Protocol, error};

const ERROR: &str =
    "<Error><Type>Sender</Type><Code>InvalidThing</Code><Message>m</Message><Top>1</Top></Error>";

/// Reads an error of each form.
fn reads_each_form<P: Protocol>() {
    let forms = [
        format!("<ErrorResponse>{ERROR}<RequestId>id</RequestId></ErrorResponse>"),
        format!(r#"<ErrorResponse xmlns="urn:other">{ERROR}<RequestID>id</RequestID></ErrorResponse>"#),
        format!("<Response><Errors>{ERROR}</Errors><RequestID>id</RequestID></Response>"),
        format!("<ErrorResponse><Errors>{ERROR}</Errors><RequestId>id</RequestId></ErrorResponse>"),
        format!("<AnyRoot>{ERROR}<RequestId>id</RequestId></AnyRoot>"),
        ERROR.replace("</Error>", "<RequestId>id</RequestId></Error>"),
        "<InvalidThing><Message>m</Message><Top>1</Top><RequestId>id</RequestId></InvalidThing>".to_owned(),
        format!("<?xml version=\"1.0\"?>\n<!-- c -->\n<Response>{ERROR}<RequestId>id</RequestId></Response>"),
    ];
    for form in forms {
        let ActError::InvalidThing(thing) = error::<P>(400, &[], &form) else {
            panic!("{form}: the error is modelled");
        };
        assert_eq!((thing.message.as_deref(), thing.top), (Some("m"), Some(1)), "{form}");
        assert_eq!(thing.request_id(), Some("id"), "{form}");
    }
}

#[test]
fn each_form_is_read_in_each_protocol() {
    reads_each_form::<AwsQuery>();
    reads_each_form::<Ec2Query>();
    reads_each_form::<RestXml>();
}

#[test]
fn an_error_of_messages_has_them_as_message_and_member() {
    let body = concat!(
        r#"<InvalidThing xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Messages>"#,
        "<Message>one</Message><Message>two</Message></Messages><RequestId>id</RequestId></InvalidThing>"
    );
    let error = error::<RestXml>(400, &[], body);
    assert_eq!((error.code(), error.message()), (Some("InvalidThing"), Some("one; two")));
    let ActError::InvalidThing(thing) = error else {
        panic!("the error is modelled");
    };
    assert_eq!(thing.messages, Some(vec!["one".into(), "two".into()]));
}

#[test]
fn the_first_of_several_errors_is_read() {
    let second = "<Error><Code>Second</Code><Message>n</Message></Error>";
    let body = format!("<Response><Errors>{ERROR}{second}</Errors></Response>");
    assert_eq!(error::<Ec2Query>(400, &[], &body).code(), Some("InvalidThing"));
}

#[test]
fn the_request_id_of_the_header_is_preferred() {
    let body = format!("<ErrorResponse>{ERROR}<RequestId>of-body</RequestId></ErrorResponse>");
    let error = error::<AwsQuery>(400, &[("x-amzn-requestid", "of-header")], &body);
    assert_eq!(error.request_id(), Some("of-header"));
}

#[test]
fn errors_without_xml_have_the_text_as_message() {
    for (status, body, message) in [
        (404, "", "the response is empty"),
        (503, "Service Unavailable", "Service Unavailable"),
        (502, "<html><body>Bad Gateway</body></html>", "<html><body>Bad Gateway</body></html>"),
        (500, "<ErrorResponse><Error><Code>", "<ErrorResponse><Error><Code>"),
    ] {
        let error = error::<RestXml>(status, &[], body);
        assert_eq!((error.code(), error.message()), (None, Some(message)), "{body}");
    }
}

#[test]
fn codes_are_trimmed_and_may_be_empty() {
    let body = ERROR.replace("InvalidThing", "\n InvalidThing\n");
    assert_eq!(error::<RestXml>(400, &[], &body).code(), Some("InvalidThing"));
    let body = format!(
        "<ErrorResponse>{}<RequestId>id</RequestId></ErrorResponse>",
        ERROR.replace("InvalidThing", "")
    );
    let error = error::<AwsQuery>(400, &[], &body);
    assert_eq!((error.code(), error.message(), error.request_id()), (None, Some("m"), Some("id")));
}

#[test]
fn an_error_that_the_operation_does_not_model_is_unhandled() {
    let body = ERROR.replace("InvalidThing", "Throttling");
    let error = error::<AwsQuery>(400, &[], &body);
    assert!(matches!(error, ActError::Unhandled(_)));
    assert_eq!((error.code(), error.message()), (Some("Throttling"), Some("m")));
}
