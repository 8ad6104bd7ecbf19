//! Errors: their types, codes and messages, with both protocols and through the sans-I/O functions.

use std::error::Error as _;

use aws_sdk_directconnect::{
    Client, Error,
    error::{DisplayErrorContext, ErrorMetadata, ProvideErrorMetadata, SdkError},
    operation::{RequestId, delete_connection::DeleteConnectionError},
    types::error::{DirectConnectClientException, DirectConnectServerException},
};
use client_suite::{Response, Server};

use super::{
    CONNECTION, config,
    protocol::{Protocol, with_each_protocol},
    through_client,
};

with_each_protocol! {
    error_code_is_read_from_header_and_body,
    error_message_is_read_under_each_of_its_names,
    errors_display_the_parts_that_are_known,
    body_of_another_sender_is_the_message,
    wrapping_errors_keep_the_message,
    modeled_errors_are_variants,
    success_that_cannot_be_parsed_is_an_error,
}

const CLIENT: &str = "DirectConnectClientException";
const SERVER: &str = "DirectConnectServerException";

/// An error response, and the expected error.
#[derive(Clone, Copy, Debug)]
struct Case {
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
    /// The body is sent as it is, whatever the protocol.
    is_raw: bool,
    code: Option<&'static str>,
    message: Option<&'static str>,
    display: &'static str,
}

impl Case {
    /// A response with status 400. The body is given as JSON and encoded by the protocol.
    const fn new(body: &'static str) -> Self {
        Self { status: 400, headers: &[], body, is_raw: false, code: None, message: None, display: "" }
    }

    /// A response with status 400 and a body of another sender, such as a proxy.
    const fn raw(body: &'static str) -> Self {
        Self { is_raw: true, ..Self::new(body) }
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

    /// The error as it is displayed.
    const fn display(self, display: &'static str) -> Self {
        Self { display, ..self }
    }

    fn response(&self, protocol: Protocol) -> Response {
        if self.is_raw {
            return Response::new(self.status, self.headers, self.body);
        }
        protocol.response_with(self.status, self.headers, self.body)
    }

    fn request_id(&self) -> Option<&'static str> {
        self.headers.iter().find(|(name, _)| *name == "x-amzn-requestid").map(|(_, value)| *value)
    }
}

/// Locations and spellings of the error code.
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

/// Locations in JSON alone: another member, and a header that takes precedence over the member.
const JSON_CODES: [Case; 4] = [
    Case::new(r#"{"code":"DirectConnectClientException","message":"m"}"#),
    Case::new(r#"{"code":"com.amazonaws.directconnect#DirectConnectClientException","message":"m"}"#),
    Case::new(r#"{"code":"DirectConnectClientException:http://internal.amazon.com/x/","message":"m"}"#),
    Case::new(r#"{"__type":"Other","message":"m"}"#).headers(&[("x-amzn-errortype", CLIENT)]),
];

/// Names of the message, and missing messages.
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

/// Displayed errors, modeled and unmodeled.
const DISPLAYED: [Case; 12] = [
    Case::new(r#"{"__type":"DirectConnectClientException","message":"Connection ID foobar has an invalid format."}"#)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .code(CLIENT)
        .message("Connection ID foobar has an invalid format.")
        .display("DeleteConnection: DirectConnectClientException: Connection ID foobar has an invalid format. (HTTP 400, request id c0ffee)"),
    Case::new(r#"{"__type":"DirectConnectClientException","message":"m"}"#)
        .code(CLIENT)
        .message("m")
        .display("DeleteConnection: DirectConnectClientException: m (HTTP 400)"),
    Case::new(r#"{"__type":"DirectConnectClientException"}"#)
        .code(CLIENT)
        .display("DeleteConnection: DirectConnectClientException (HTTP 400)"),
    Case::new(r#"{"__type":"DirectConnectServerException","message":"m"}"#)
        .status(500)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .code(SERVER)
        .message("m")
        .display("DeleteConnection: DirectConnectServerException: m (HTTP 500, request id c0ffee)"),
    Case::new(r#"{"__type":"AccessDeniedException","Message":"not authorized"}"#)
        .status(403)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .code("AccessDeniedException")
        .message("not authorized")
        .display("DeleteConnection: AccessDeniedException: not authorized (HTTP 403, request id c0ffee)"),
    Case::new(r#"{"__type":"ConnectionNotFound","message":"dxcon-1 does not match any connections"}"#)
        .code("ConnectionNotFound")
        .message("dxcon-1 does not match any connections")
        .display("DeleteConnection: ConnectionNotFound: dxcon-1 does not match any connections (HTTP 400)"),
    Case::new(r#"{"message":"m"}"#).message("m").display("DeleteConnection: m (HTTP 400)"),
    Case::raw("")
        .status(403)
        .headers(&[("x-amzn-errortype", "AccessDeniedException"), ("x-amzn-requestid", "c0ffee")])
        .code("AccessDeniedException")
        .display("DeleteConnection: AccessDeniedException (HTTP 403, request id c0ffee)"),
    Case::raw("<html><body>403 Forbidden</body></html>\n")
        .status(403)
        .headers(&[("content-type", "text/html")])
        .message("<html><body>403 Forbidden</body></html>")
        .display("DeleteConnection: <html><body>403 Forbidden</body></html> (HTTP 403)"),
    Case::raw("Service Unavailable")
        .status(503)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .message("Service Unavailable")
        .display("DeleteConnection: Service Unavailable (HTTP 503, request id c0ffee)"),
    Case::raw("<html>throttled</html>")
        .status(503)
        .headers(&[("x-amzn-errortype", "Throttling:http://a")])
        .code("Throttling")
        .message("<html>throttled</html>")
        .display("DeleteConnection: Throttling: <html>throttled</html> (HTTP 503)"),
    Case::raw(r#"{"__type":"DirectConnectClientException","message":"cut o"#)
        .message(r#"{"__type":"DirectConnectClientException","message":"cut o"#)
        .display(r#"DeleteConnection: {"__type":"DirectConnectClientException","message":"cut o (HTTP 400)"#),
];

/// Bodies of proxies and load balancers, whatever the protocol.
const RAW: [Case; 7] = [
    Case::raw(r#"{"error":"forbidden"}"#)
        .status(403)
        .headers(&[("x-amzn-requestid", "c0ffee")])
        .message(r#"{"error":"forbidden"}"#)
        .display(r#"DeleteConnection: {"error":"forbidden"} (HTTP 403, request id c0ffee)"#),
    Case::raw(r#"["forbidden"]"#)
        .message(r#"["forbidden"]"#)
        .display(r#"DeleteConnection: ["forbidden"] (HTTP 400)"#),
    Case::raw("null").message("null").display("DeleteConnection: null (HTTP 400)"),
    Case::raw("{}").status(302).message("{}").display("DeleteConnection: {} (HTTP 302)"),
    Case::raw("")
        .message("the response is empty")
        .display("DeleteConnection: the response is empty (HTTP 400)"),
    Case::raw("\n")
        .message("the response is empty")
        .display("DeleteConnection: the response is empty (HTTP 400)"),
    Case::raw("")
        .status(403)
        .headers(&[("x-amzn-errortype", "AccessDeniedException")])
        .code("AccessDeniedException")
        .display("DeleteConnection: AccessDeniedException (HTTP 403)"),
];

async fn errors(protocol: Protocol, response: &Response) -> Vec<DeleteConnectionError> {
    let outcomes = protocol.outcomes(response).await.into_iter();
    outcomes.map(|outcome| outcome.expect_err("the response is an error")).collect()
}

async fn error_code_is_read_from_header_and_body(protocol: Protocol) {
    assert_codes(protocol, &CODES).await;
}

#[tokio::test]
async fn error_code_is_read_from_members_of_json() {
    assert_codes(Protocol::Json, &JSON_CODES).await;
}

async fn assert_codes(protocol: Protocol, cases: &[Case]) {
    for case in cases {
        for error in errors(protocol, &case.response(protocol)).await {
            assert_eq!(error.code(), Some(CLIENT), "{case:?}: {error:?}");
            assert_eq!(error.message(), Some("m"), "{case:?}: {error:?}");
            assert!(error.is_direct_connect_client_exception(), "{case:?}: {error:?}");
            assert!(!error.is_direct_connect_server_exception(), "{case:?}: {error:?}");
        }
    }
}

async fn error_message_is_read_under_each_of_its_names(protocol: Protocol) {
    for case in MESSAGES {
        for error in errors(protocol, &case.response(protocol)).await {
            assert_eq!(error.message(), case.message, "{case:?}: {error:?}");
            let DeleteConnectionError::DirectConnectClientException(exception) = error else {
                panic!("{case:?}: {error:?}")
            };
            assert_eq!(exception.message(), case.message, "{case:?}");
            assert_eq!(exception.message, case.message.map(str::to_owned), "{case:?}");
        }
    }
}

async fn errors_display_the_parts_that_are_known(protocol: Protocol) {
    assert_displayed(protocol, &DISPLAYED).await;
}

async fn body_of_another_sender_is_the_message(protocol: Protocol) {
    assert_displayed(protocol, &RAW).await;
}

async fn assert_displayed(protocol: Protocol, cases: &[Case]) {
    for case in cases {
        for error in errors(protocol, &case.response(protocol)).await {
            assert_eq!(error.to_string(), case.display, "{case:?}");
            assert_eq!(error.code(), case.code, "{case:?}: {error:?}");
            assert_eq!(error.message(), case.message, "{case:?}: {error:?}");
            assert_eq!(error.request_id(), case.request_id(), "{case:?}: {error:?}");
            let is_modeled = matches!(case.code, Some(CLIENT | SERVER));
            assert_eq!(
                matches!(error, DeleteConnectionError::Unhandled(_)),
                !is_modeled,
                "{case:?}: {error:?}"
            );
            assert!(error.source().is_none(), "{case:?}: {error:?}");

            let context = DisplayErrorContext(&error).to_string();
            assert!(context.starts_with(case.display), "{context}");
            let error = Error::from(error);
            assert_eq!(error.to_string(), case.display, "{case:?}");
            assert_eq!(error.code(), case.code, "{case:?}: {error:?}");
            assert_eq!(error.request_id(), case.request_id(), "{case:?}: {error:?}");
        }
    }
}

async fn wrapping_errors_keep_the_message(protocol: Protocol) {
    for case in DISPLAYED {
        let error =
            through_client(protocol, &case.response(protocol)).await.expect_err("the response is an error");
        assert!(matches!(error, SdkError::ServiceError(_)), "{case:?}: {error:?}");
        let context = DisplayErrorContext(&error).to_string();
        assert!(context.contains(case.display), "{context}");
        assert_eq!(error.code(), case.code, "{case:?}");
        assert_eq!(error.request_id(), case.request_id(), "{case:?}");
        assert_eq!(error.raw_response().map(|raw| raw.status().as_u16()), Some(case.status), "{case:?}");
        assert_eq!(Error::from(error).to_string(), case.display, "{case:?}");
    }
}

async fn modeled_errors_are_variants(protocol: Protocol) {
    let client = protocol.response(400, r#"{"__type":"DirectConnectClientException","message":"m"}"#);
    let error = through_client(protocol, &client).await.expect_err("the response is an error");
    let Error::DirectConnectClientException(exception) = Error::from(error) else {
        panic!("the error is modeled")
    };
    assert_eq!(exception.to_string(), "DirectConnectClientException: m");
    assert_eq!(exception.meta().code(), Some(CLIENT));

    let server = protocol.response(500, r#"{"__type":"DirectConnectServerException","message":"m"}"#);
    let error = through_client(protocol, &server).await.expect_err("the response is an error");
    assert!(error.as_service_error().is_some_and(DeleteConnectionError::is_direct_connect_server_exception));
    let Error::DirectConnectServerException(exception) = Error::from(error) else {
        panic!("the error is modeled")
    };
    assert_eq!(exception.to_string(), "DirectConnectServerException: m");
}

/// An error without a response has no code.
#[tokio::test]
async fn crate_error_without_a_response_has_operation_and_cause() {
    let server = Server::start([]);
    let config = config(&server).build();
    let call = Client::from_conf(config.clone()).delete_connection();
    let text = Error::from(call.send().await.expect_err("connectionId is required")).to_string();
    assert!(text.starts_with("DeleteConnection: "), "{text}");
    assert!(text.contains("connectionId"), "{text}");

    drop(server);
    let call = Client::from_conf(config).delete_connection().connection_id(CONNECTION);
    let text = Error::from(call.send().await.expect_err("the server is closed")).to_string();
    assert!(text.starts_with("DeleteConnection: "), "{text}");
    assert!(text.contains("refused"), "{text}");
}

/// Status 200 with a body that does not parse.
async fn success_that_cannot_be_parsed_is_an_error(protocol: Protocol) {
    let whole = protocol.body(r#"{"connectionId":"dxcon-1"}"#);
    for body in [&whole[..whole.len() - 1], &whole[..whole.len() - 6], b"<html><body>Welcome to the hotel"] {
        assert_rejected(protocol, body, "DeleteConnection").await;
    }
    assert_rejected(protocol, &protocol.body("[]"), "DeleteConnection").await;
    for vlan in ["3000000000", "-2147483649", "99999999999999999999999999"] {
        assert_rejected(protocol, &protocol.body(&format!(r#"{{"vlan":{vlan}}}"#)), "`vlan`").await;
    }
}

/// Bodies that CBOR cannot encode, or ignores.
#[tokio::test]
async fn success_that_is_not_json_is_an_error() {
    let cases = [
        (r#"{"connectionId":"dxcon-1"}}"#, "DeleteConnection"),
        (r#"{"connectionId":"\ud8"}"#, "DeleteConnection"),
        (r#"{"vlan":1e999}"#, "`vlan`"),
    ];
    for (body, mentioned) in cases {
        assert_rejected(Protocol::Json, body.as_bytes(), mentioned).await;
    }
}

async fn assert_rejected(protocol: Protocol, body: &[u8], mentioned: &str) {
    let response = Response::new(200, &[("x-amzn-requestid", "c0ffee")], body);
    let body = body.escape_ascii();
    for error in errors(protocol, &response).await {
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
fn errors_from_builders_display_their_values() {
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
