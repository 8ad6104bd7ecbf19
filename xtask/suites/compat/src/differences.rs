//! Intended differences between the crates, with reasons.

use crate::comparison::{Deviation, Difference, official_parts, parts};

pub(crate) const DIFFERENCES: [Difference; 10] = [
    Difference {
        name: "order of `Debug`",
        reason: "endpoint parameters and error metadata have no defined order",
        covers: |official, ours| parts(official) == parts(ours),
    },
    Difference {
        name: "sensitive members",
        reason: "`Debug` redacts BGP keys, which the overlay marks as sensitive",
        covers: |official, ours| redacted(official) == ours,
    },
    Difference {
        name: "metadata of errors",
        reason: "errors have their operation and the HTTP status",
        covers: |official, ours| parts(official) == official_parts(ours),
    },
    Difference {
        name: "displayed errors",
        reason: "they have operation, code, message, status and request id",
        covers: |official, ours| {
            DISPLAYED.iter().any(|(from, to)| {
                official.contains(from) && parts(&official.replacen(from, to, 1)) == official_parts(ours)
            })
        },
    },
    Difference {
        name: "messages",
        reason: "messages of the generated crate itself have other words",
        covers: |official, ours| MESSAGES.iter().any(|(from, to)| official.replacen(from, to, 1) == ours),
    },
    Difference {
        name: "sources",
        reason: "the text of an error has that of its cause, which is not a source",
        covers: |official, ours| {
            let is_none =
                official.split_once("source: Some(").map(|(start, _)| format!("{start}source: None"));
            is_none.is_some_and(|line| line == ours) || is_last_source_left_out(official, ours)
        },
    },
    Difference {
        name: "signed headers",
        reason: "the length of an empty input is set and signed, like that of any other input",
        covers: |official, ours| {
            let headers = "SignedHeaders=content-type;";
            let signed = official.replacen(headers, "SignedHeaders=content-length;content-type;", 1);
            official.contains(headers) && signed == ours
        },
    },
    Difference {
        name: "defaults",
        reason: "the models of botocore have none",
        covers: |official, ours| {
            let mut line = official.to_owned();
            for (from, to) in DEFAULTS {
                line = line.replace(from, to);
            }
            line == ours
        },
    },
    Difference {
        name: "bodies of errors",
        reason: "the body of a response that may have sensitive members is redacted",
        covers: |official, ours| {
            redacted_body(official).is_some_and(|line| parts(&line) == official_parts(ours))
        },
    },
    Difference {
        name: "names of interceptors",
        reason: "one interceptor prepares the calls of all operations",
        covers: |official, ours| {
            let official = official.replace("DeleteConnectionEndpointParamsInterceptor", "Preparation");
            let kind = r#"kind: InvalidValue { message: "must be a valid host label" }"#;
            official.replace(kind, r#"problem: "must be a valid host label""#) == ours
        },
    },
];

pub(crate) const DEVIATIONS: [Deviation; 5] = [
    Deviation {
        scenario: "calls::nulls_in_lists",
        reason: "dense lists drop nulls; the official crate fails the call",
        official: "outcome, kind: service",
        ours: "speeds: Some([\"1G\", \"10G\"])",
    },
    Deviation {
        scenario: "errors::missing_member",
        reason: "members that the model requires are checked before sending",
        official: "outcome, kind: service",
        ours: "outcome, with its sources: failed to construct request: invalid field in input: connectionId (details: \
               DeleteConnection requires it)",
    },
    Deviation {
        scenario: "errors::not_json",
        reason: "a body that is not JSON is the message, and the request id is kept",
        official: "service error, request id: None",
        ours: "message: Some(\"<html>not here</html>\")",
    },
    Deviation {
        scenario: "pages::same_token",
        reason: "a page that repeats its own token is an error; otherwise later pages would be lost silently",
        official: "pages: 2",
        ours: "pages: 3",
    },
    Deviation {
        scenario: "types::order_of_values",
        reason: "values are in the order of the model instead of alphabetical",
        official: "first: Some(\"available\")",
        ours: "first: Some(\"ordering\")",
    },
];

/// Displayed errors, official and ours.
const DISPLAYED: [(&str, &str); 14] = [
    (
        "DirectConnectClientException: a message",
        "DeleteConnection: DirectConnectClientException: a message (HTTP 400, request id c0ffee)",
    ),
    (
        "DirectConnectServerException: a message",
        "DeleteConnection: DirectConnectServerException: a message (HTTP 500, request id c0ffee)",
    ),
    (
        "DirectConnectServerException: a message",
        "DeleteConnection: DirectConnectServerException: a message (HTTP 400, request id c0ffee)",
    ),
    (
        "PaginationTokenExpiredException: a message",
        "GetResources: PaginationTokenExpiredException: a message (HTTP 400, request id c0ffee)",
    ),
    (
        "unhandled error (AccessDeniedException)",
        "DeleteConnection: AccessDeniedException: a message (HTTP 400, request id c0ffee)",
    ),
    (
        "MalformedPolicyDocumentException: a message",
        "AssumeRole: MalformedPolicyDocument: a message (HTTP 400, request id c0ffee)",
    ),
    ("NotFoundException: a message", "GetTopicAttributes: NotFound: a message (HTTP 404, request id c0ffee)"),
    (
        "ResourceNotFoundException: a message",
        "GetFunction: ResourceNotFoundException: a message (HTTP 404, request id c0ffee)",
    ),
    ("unhandled error (ConnectionNotFound)", "DeleteConnection: ConnectionNotFound: m (HTTP 400)"),
    (
        "unhandled error",
        "response error: error reading a body from connection: end of file before message length reached",
    ),
    ("unhandled error: something else", "something else"),
    ("DirectConnectClientException: m", "A code: of the metadata"),
    ("unhandled error", "a text"),
    ("DirectConnectClientException: m", "A code: a text (request id c0ffee)"),
];

/// Other messages, official and ours.
const MESSAGES: [(&str, &str); 5] = [
    ("key was not specified but it is required when building Tag", "`key` is required to build `Tag`"),
    (
        "A behavior major version must be set when sending a request or constructing a client. You must set it during \
         client construction or by enabling the `behavior-version-latest` cargo feature.",
        "a behavior version must be set: call `behavior_version` on the configuration, or enable the cargo feature \
         `behavior-version-latest`",
    ),
    (
        "function_name was missing: cannot be empty or unset",
        "invalid input: FunctionName was missing: cannot be empty or unset",
    ),
    (
        r#"BuildError { kind: MissingField { field: "function_name", details: "cannot be empty or unset" } }"#,
        r#"InvalidInput { message: "FunctionName was missing: cannot be empty or unset" }"#,
    ),
    ("unhandled error (A code)", "A code: a text (request id c0ffee)"),
];

/// Members with a default, official and ours.
const DEFAULTS: [(&str, &str); 2] =
    [("status_code: 200", "status_code: Some(200)"), ("status_code: 204", "status_code: Some(204)")];

/// Returns true if two lines show the same displayed error, which the official crate shows with one source more.
fn is_last_source_left_out(official: &str, ours: &str) -> bool {
    let displayed = DISPLAYED.iter().map(|(from, to)| official.replacen(from, to, 1));
    let mut sources = displayed.filter_map(|line| Some(line.strip_prefix(ours)?.starts_with(": ")));
    sources.any(|is_source| is_source)
}

/// Redacts BGP keys as the generated crate does.
fn redacted(line: &str) -> String {
    const REDACTED: &str = r#"auth_key: "*** Sensitive Data Redacted ***""#;
    line.replace(r#"auth_key: Some("a secret")"#, REDACTED).replace("auth_key: None", REDACTED)
}

/// Redacts the body of a response as the generated crate does.
fn redacted_body(line: &str) -> Option<String> {
    let (start, rest) = line.split_once("Once(Some(b\"")?;
    let (_, end) = rest.split_once("\")), retryable")?;
    Some(format!("{start}Once(Some(b\"*** Sensitive Data Redacted ***\")), retryable{end}"))
}
