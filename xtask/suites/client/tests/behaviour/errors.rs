//! What the client makes of failures, and what it says about them: each with either protocol, and
//! through the sans-I/O functions.

use std::error::Error as _;

use aws_sdk_directconnect::{
    Client, Error,
    error::{DisplayErrorContext, ErrorMetadata, ProvideErrorMetadata, SdkError},
    operation::{RequestId, delete_connection::DeleteConnectionError},
    types::error::{DirectConnectClientException, DirectConnectServerException},
};
use client_suite::{Answer, Server};

use super::{
    CONNECTION, config,
    protocol::{Protocol, with_each_protocol},
    through_client,
};

with_each_protocol! {
    the_code_is_found_wherever_it_stands,
    the_message_is_found_under_each_of_its_names,
    errors_say_what_is_known_and_leave_out_what_is_not,
    what_somebody_else_says_is_kept_as_text,
    the_text_survives_the_wrappers,
    modelled_errors_are_variants,
    a_success_that_cannot_be_read_is_an_error,
}

const CLIENT: &str = "DirectConnectClientException";
const SERVER: &str = "DirectConnectServerException";

/// An answer of the service and what is expected of it.
#[derive(Clone, Copy, Debug)]
struct Case {
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
    /// Whether the body stands for itself, whatever the protocol.
    foreign: bool,
    code: Option<&'static str>,
    message: Option<&'static str>,
    text: &'static str,
}

impl Case {
    /// A response of the service with status 400. The body is given in JSON.
    const fn new(body: &'static str) -> Self {
        Self { status: 400, headers: &[], body, foreign: false, code: None, message: None, text: "" }
    }

    /// The same with a body that is not the protocol's.
    const fn foreign(body: &'static str) -> Self {
        Self { foreign: true, ..Self::new(body) }
    }

    const fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    const fn headers(self, headers: &'static [(&'static str, &'static str)]) -> Self {
        Self { headers, ..self }
    }

    const fn code(self, code: &'static str) -> Self {
        Self { code: Some(code), ..self }
    }

    const fn message(self, message: &'static str) -> Self {
        Self { message: Some(message), ..self }
    }

    /// The whole text of the error.
    const fn text(self, text: &'static str) -> Self {
        Self { text, ..self }
    }

    fn answer(&self, protocol: Protocol) -> Answer {
        if self.foreign {
            return Answer::response(self.status, self.headers, self.body);
        }
        protocol.answer_with(self.status, self.headers, self.body)
    }

    fn request_id(&self) -> Option<&'static str> {
        self.headers.iter().find(|(name, _)| *name == "x-amzn-requestid").map(|(_, value)| *value)
    }
}

/// Where the code may stand, and what may stand around it.
const CODES: [Case; 10] = [
    Case::new(r#"{"message":"m"}"#).headers(&[("x-amzn-errortype", CLIENT)]),
    Case::new(r#"{"message":"m"}"#)
        .headers(&[("X-Amzn-ErrorType", "DirectConnectClientException:http://internal.amazon.com/x/")]),
    Case::new(r#"{"message":"m"}"#)
        .headers(&[("x-amzn-errortype", "com.amazonaws.directconnect#DirectConnectClientException")]),
    Case::new(r#"{"message":"m"}"#).headers(&[(
        "x-amzn-errortype",
        "com.amazonaws.directconnect#DirectConnectClientException:http://a#b",
    )]),
    Case::new(r#"{"__type":"DirectConnectClientException","message":"m"}"#),
    Case::new(r#"{"message":"m","__type":"com.amazonaws.directconnect#DirectConnectClientException"}"#),
    Case::new(r#"{"__type":"DirectConnectClientException:http://internal.amazon.com/x/","message":"m"}"#),
    Case::new(r#"{"__type":"aws.protocoltests#DirectConnectClientException:http://a.b/c#d","message":"m"}"#),
    Case::new(
        r#"{"code":null,"__type":"DirectConnectClientException","message":"m","extra":{"code":"Inner"}}"#,
    ),
    Case::new(r#"{"__type":"DirectConnectClientException","message":"m"}"#).status(500),
];

/// Where it stands in JSON alone: another member, and a header that comes before the member.
const JSON_CODES: [Case; 4] = [
    Case::new(r#"{"code":"DirectConnectClientException","message":"m"}"#),
    Case::new(r#"{"code":"com.amazonaws.directconnect#DirectConnectClientException","message":"m"}"#),
    Case::new(r#"{"code":"DirectConnectClientException:http://internal.amazon.com/x/","message":"m"}"#),
    Case::new(r#"{"__type":"Other","message":"m"}"#).headers(&[("x-amzn-errortype", CLIENT)]),
];

/// The names a message goes by, and what may be wrong with it.
const MESSAGES: [Case; 8] = [
    Case::new(r#"{"__type":"DirectConnectClientException","message":"m"}"#).message("m"),
    Case::new(r#"{"__type":"DirectConnectClientException","Message":"m"}"#).message("m"),
    Case::new(r#"{"__type":"DirectConnectClientException","errorMessage":"m"}"#).message("m"),
    Case::new(r#"{"__type":"DirectConnectClientException","message":"\u00e9 \ud83e\udd80"}"#).message("é 🦀"),
    Case::new(r#"{"__type":"DirectConnectClientException","message":null,"Message":"m"}"#).message("m"),
    Case::new(r#"{"__type":"DirectConnectClientException","message":null}"#),
    Case::new(r#"{"__type":"DirectConnectClientException"}"#),
    Case::new("{}").headers(&[("x-amzn-errortype", CLIENT)]),
];

/// What is said about errors, modelled or not.
const TEXTS: [Case; 12] = [
    Case::new(r#"{"__type":"DirectConnectClientException","message":"Connection ID foobar has an invalid format."}"#)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .code(CLIENT)
        .message("Connection ID foobar has an invalid format.")
        .text("DeleteConnection: DirectConnectClientException: Connection ID foobar has an invalid format. (HTTP 400, request id c0ffee)"),
    Case::new(r#"{"__type":"DirectConnectClientException","message":"m"}"#)
        .code(CLIENT)
        .message("m")
        .text("DeleteConnection: DirectConnectClientException: m (HTTP 400)"),
    Case::new(r#"{"__type":"DirectConnectClientException"}"#)
        .code(CLIENT)
        .text("DeleteConnection: DirectConnectClientException (HTTP 400)"),
    Case::new(r#"{"__type":"DirectConnectServerException","message":"m"}"#)
        .status(500)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .code(SERVER)
        .message("m")
        .text("DeleteConnection: DirectConnectServerException: m (HTTP 500, request id c0ffee)"),
    Case::new(r#"{"__type":"AccessDeniedException","Message":"not authorized"}"#)
        .status(403)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .code("AccessDeniedException")
        .message("not authorized")
        .text("DeleteConnection: AccessDeniedException: not authorized (HTTP 403, request id c0ffee)"),
    Case::new(r#"{"__type":"ConnectionNotFound","message":"dxcon-1 does not match any connections"}"#)
        .code("ConnectionNotFound")
        .message("dxcon-1 does not match any connections")
        .text("DeleteConnection: ConnectionNotFound: dxcon-1 does not match any connections (HTTP 400)"),
    Case::new(r#"{"message":"m"}"#).message("m").text("DeleteConnection: m (HTTP 400)"),
    Case::foreign("")
        .status(403)
        .headers(&[("x-amzn-errortype", "AccessDeniedException"), ("x-amzn-requestid", "c0ffee")])
        .code("AccessDeniedException")
        .text("DeleteConnection: AccessDeniedException (HTTP 403, request id c0ffee)"),
    Case::foreign("<html><body>403 Forbidden</body></html>\n")
        .status(403)
        .headers(&[("content-type", "text/html")])
        .message("<html><body>403 Forbidden</body></html>")
        .text("DeleteConnection: <html><body>403 Forbidden</body></html> (HTTP 403)"),
    Case::foreign("Service Unavailable")
        .status(503)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .message("Service Unavailable")
        .text("DeleteConnection: Service Unavailable (HTTP 503, request id c0ffee)"),
    Case::foreign("<html>throttled</html>")
        .status(503)
        .headers(&[("x-amzn-errortype", "Throttling:http://a")])
        .code("Throttling")
        .message("<html>throttled</html>")
        .text("DeleteConnection: Throttling: <html>throttled</html> (HTTP 503)"),
    Case::foreign(r#"{"__type":"DirectConnectClientException","message":"cut o"#)
        .message(r#"{"__type":"DirectConnectClientException","message":"cut o"#)
        .text(r#"DeleteConnection: {"__type":"DirectConnectClientException","message":"cut o (HTTP 400)"#),
];

/// JSON that is not the service's, and nothing at all: what a proxy or a load balancer says, whatever
/// the client and the service speak.
const FOREIGN: [Case; 7] = [
    Case::foreign(r#"{"error":"forbidden"}"#)
        .status(403)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .message(r#"{"error":"forbidden"}"#)
        .text(r#"DeleteConnection: {"error":"forbidden"} (HTTP 403, request id c0ffee)"#),
    Case::foreign(r#"["forbidden"]"#)
        .message(r#"["forbidden"]"#)
        .text(r#"DeleteConnection: ["forbidden"] (HTTP 400)"#),
    Case::foreign("null").message("null").text("DeleteConnection: null (HTTP 400)"),
    Case::foreign("{}").status(302).message("{}").text("DeleteConnection: {} (HTTP 302)"),
    Case::foreign("")
        .message("the response is empty")
        .text("DeleteConnection: the response is empty (HTTP 400)"),
    Case::foreign("\n")
        .message("the response is empty")
        .text("DeleteConnection: the response is empty (HTTP 400)"),
    Case::foreign("")
        .status(403)
        .headers(&[("x-amzn-errortype", "AccessDeniedException")])
        .code("AccessDeniedException")
        .text("DeleteConnection: AccessDeniedException (HTTP 403)"),
];

async fn errors(protocol: Protocol, answer: &Answer) -> Vec<DeleteConnectionError> {
    let outcomes = protocol.outcomes(answer).await.into_iter();
    outcomes.map(|outcome| outcome.expect_err("the answer is an error")).collect()
}

async fn the_code_is_found_wherever_it_stands(protocol: Protocol) {
    assert_codes(protocol, &CODES).await;
}

#[tokio::test]
async fn the_code_is_found_where_only_json_has_it() {
    assert_codes(Protocol::Json, &JSON_CODES).await;
}

async fn assert_codes(protocol: Protocol, cases: &[Case]) {
    for case in cases {
        for error in errors(protocol, &case.answer(protocol)).await {
            assert_eq!(error.code(), Some(CLIENT), "{case:?}: {error:?}");
            assert_eq!(error.message(), Some("m"), "{case:?}: {error:?}");
            assert!(error.is_direct_connect_client_exception(), "{case:?}: {error:?}");
            assert!(!error.is_direct_connect_server_exception(), "{case:?}: {error:?}");
        }
    }
}

async fn the_message_is_found_under_each_of_its_names(protocol: Protocol) {
    for case in MESSAGES {
        for error in errors(protocol, &case.answer(protocol)).await {
            assert_eq!(error.message(), case.message, "{case:?}: {error:?}");
            let DeleteConnectionError::DirectConnectClientException(exception) = error else {
                panic!("{case:?}: {error:?}")
            };
            assert_eq!(exception.message(), case.message, "{case:?}");
            assert_eq!(exception.message, case.message.map(str::to_owned), "{case:?}");
        }
    }
}

async fn errors_say_what_is_known_and_leave_out_what_is_not(protocol: Protocol) {
    assert_texts(protocol, &TEXTS).await;
}

async fn what_somebody_else_says_is_kept_as_text(protocol: Protocol) {
    assert_texts(protocol, &FOREIGN).await;
}

async fn assert_texts(protocol: Protocol, cases: &[Case]) {
    for case in cases {
        for error in errors(protocol, &case.answer(protocol)).await {
            assert_eq!(error.to_string(), case.text, "{case:?}");
            assert_eq!(error.code(), case.code, "{case:?}: {error:?}");
            assert_eq!(error.message(), case.message, "{case:?}: {error:?}");
            assert_eq!(error.request_id(), case.request_id(), "{case:?}: {error:?}");
            let modelled = matches!(case.code, Some(CLIENT | SERVER));
            assert_eq!(
                matches!(error, DeleteConnectionError::Unhandled(_)),
                !modelled,
                "{case:?}: {error:?}"
            );
            assert!(error.source().is_some(), "{case:?}: {error:?}");

            let context = DisplayErrorContext(&error).to_string();
            assert!(context.starts_with(case.text), "{context}");
            let error = Error::from(error);
            assert_eq!(error.to_string(), case.text, "{case:?}");
            assert_eq!(error.code(), case.code, "{case:?}: {error:?}");
            assert_eq!(error.request_id(), case.request_id(), "{case:?}: {error:?}");
        }
    }
}

async fn the_text_survives_the_wrappers(protocol: Protocol) {
    for case in TEXTS {
        let error =
            through_client(protocol, &case.answer(protocol)).await.expect_err("the answer is an error");
        assert!(matches!(error, SdkError::ServiceError(_)), "{case:?}: {error:?}");
        let context = DisplayErrorContext(&error).to_string();
        assert!(context.contains(case.text), "{context}");
        assert_eq!(error.code(), case.code, "{case:?}");
        assert_eq!(error.request_id(), case.request_id(), "{case:?}");
        assert_eq!(error.raw_response().map(|raw| raw.status().as_u16()), Some(case.status), "{case:?}");
        assert_eq!(Error::from(error).to_string(), case.text, "{case:?}");
    }
}

async fn modelled_errors_are_variants(protocol: Protocol) {
    let client = protocol.answer(400, r#"{"__type":"DirectConnectClientException","message":"m"}"#);
    let error = through_client(protocol, &client).await.expect_err("the answer is an error");
    let Error::DirectConnectClientException(exception) = Error::from(error) else {
        panic!("the variant is the model's")
    };
    assert_eq!(exception.to_string(), "DirectConnectClientException: m");
    assert_eq!(exception.meta().code(), Some(CLIENT));

    let server = protocol.answer(500, r#"{"__type":"DirectConnectServerException","message":"m"}"#);
    let error = through_client(protocol, &server).await.expect_err("the answer is an error");
    assert!(error.as_service_error().is_some_and(DeleteConnectionError::is_direct_connect_server_exception));
    let Error::DirectConnectServerException(exception) = Error::from(error) else {
        panic!("the variant is the model's")
    };
    assert_eq!(exception.to_string(), "DirectConnectServerException: m");
}

/// What never got an answer has no code, and is told all the same: by the operation and the reason.
#[tokio::test]
async fn the_crates_error_says_why_there_was_no_answer() {
    let server = Server::start([]);
    let config = config(&server).build();
    let call = Client::from_conf(config.clone()).delete_connection();
    let text = Error::from(call.send().await.expect_err("connectionId is required")).to_string();
    assert!(text.starts_with("DeleteConnection: "), "{text}");
    assert!(text.contains("connectionId"), "{text}");

    drop(server);
    let call = Client::from_conf(config).delete_connection().connection_id(CONNECTION);
    let text = Error::from(call.send().await.expect_err("nobody listens")).to_string();
    assert!(text.starts_with("DeleteConnection: "), "{text}");
    assert!(text.contains("refused"), "{text}");
}

/// Successes that are none: nothing makes an output of these.
async fn a_success_that_cannot_be_read_is_an_error(protocol: Protocol) {
    let whole = protocol.body(r#"{"connectionId":"dxcon-1"}"#);
    for body in [&whole[..whole.len() - 1], &whole[..whole.len() - 6], b"<html><body>Welcome to the hotel"] {
        assert_refused(protocol, body, "DeleteConnection").await;
    }
    for body in ["[]", "null"] {
        assert_refused(protocol, &protocol.body(body), "DeleteConnection").await;
    }
    for vlan in ["3000000000", "-2147483649", "99999999999999999999999999", "1.5", "{}"] {
        assert_refused(protocol, &protocol.body(&format!(r#"{{"vlan":{vlan}}}"#)), "`vlan`").await;
    }
}

/// What CBOR cannot write, or reads past.
#[tokio::test]
async fn a_success_that_is_not_json_is_an_error() {
    let cases = [
        (r#"{"connectionId":"dxcon-1"}}"#, "DeleteConnection"),
        (r#"{"connectionId":"\ud800"}"#, "DeleteConnection"),
        (r#"{"vlan":1e999}"#, "`vlan`"),
    ];
    for (body, mentioned) in cases {
        assert_refused(Protocol::Json, body.as_bytes(), mentioned).await;
    }
}

async fn assert_refused(protocol: Protocol, body: &[u8], mentioned: &str) {
    let answer = Answer::response(200, &[("x-amzn-requestid", "c0ffee")], body);
    let body = body.escape_ascii();
    for error in errors(protocol, &answer).await {
        assert!(matches!(error, DeleteConnectionError::Unhandled(_)), "{body}: {error:?}");
        assert_eq!(error.code(), None, "{body}");
        assert_eq!(error.request_id(), Some("c0ffee"), "{body}");
        let text = error.to_string();
        assert!(text.starts_with("DeleteConnection: "), "{body}: {text}");
        assert!(text.ends_with("(HTTP 200, request id c0ffee)"), "{body}: {text}");
        let context = DisplayErrorContext(&error).to_string();
        assert!(context.contains(mentioned), "{body}: {context}");
    }
}

#[test]
fn errors_made_by_hand_say_what_they_were_given() {
    let full = ErrorMetadata::builder().code("Code").message("text").build();
    let exception = DirectConnectClientException::builder().message("text");
    let cases = [
        (DeleteConnectionError::generic(full.clone()), "Code: text"),
        (DeleteConnectionError::generic(ErrorMetadata::builder().code("Code").build()), "Code"),
        (DeleteConnectionError::generic(ErrorMetadata::builder().message("text").build()), "text"),
        (DeleteConnectionError::generic(ErrorMetadata::builder().build()), "unhandled error"),
        (DeleteConnectionError::unhandled("why"), "why"),
        (
            DeleteConnectionError::DirectConnectClientException(exception.clone().build()),
            "DirectConnectClientException: text",
        ),
        (DeleteConnectionError::DirectConnectClientException(exception.meta(full).build()), "Code: text"),
        (
            DeleteConnectionError::DirectConnectServerException(
                DirectConnectServerException::builder().build(),
            ),
            "DirectConnectServerException",
        ),
    ];
    for (error, text) in cases {
        assert_eq!(error.to_string(), text, "{error:?}");
        assert_eq!(Error::from(error).to_string(), text);
    }
}
