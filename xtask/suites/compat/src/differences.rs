//! What is meant to differ, and why.

/// How lines may differ on purpose.
#[derive(Clone, Copy)]
pub(crate) struct Difference {
    pub(crate) name: &'static str,
    pub(crate) reason: &'static str,
    /// Whether two lines, official and ours, differ in this way and in no other.
    pub(crate) covers: fn(&str, &str) -> bool,
}

/// A scene that goes another way on purpose.
#[derive(Clone, Copy)]
pub(crate) struct Detour {
    pub(crate) scene: &'static str,
    pub(crate) reason: &'static str,
    /// A line that the official crate alone gives.
    pub(crate) official: &'static str,
    /// A line that ours alone gives.
    pub(crate) ours: &'static str,
}

pub(crate) const DIFFERENCES: [Difference; 8] = [
    Difference {
        name: "order of `Debug`",
        reason: "parameters of endpoints and metadata of errors have no order that anybody could rely on",
        covers: |official, ours| parts(official) == parts(ours),
    },
    Difference {
        name: "secrets",
        reason: "`Debug` hides BGP keys, which the overlay marks as sensitive",
        covers: |official, ours| hidden(official) == ours,
    },
    Difference {
        name: "metadata of errors",
        reason: "errors know their operation and the HTTP status",
        covers: |official, ours| parts(official) == official_parts(ours),
    },
    Difference {
        name: "texts of errors",
        reason: "they tell operation, code, message, status and request id",
        covers: |official, ours| {
            TEXTS.iter().any(|(from, to)| {
                official.contains(from) && parts(&official.replacen(from, to, 1)) == official_parts(ours)
            })
        },
    },
    Difference {
        name: "wording",
        reason: "what is our own to say is said in our own words",
        covers: |official, ours| WORDS.iter().any(|(from, to)| official.replacen(from, to, 1) == ours),
    },
    Difference {
        name: "sources",
        reason: "the error of the crate, too, leads to the exception that it holds",
        covers: |official, ours| {
            official == "modelled, of the crate, source: None"
                && ours == r#"modelled, of the crate, source: Some("DirectConnectClientException: m")"#
        },
    },
    Difference {
        name: "signed headers",
        reason: "an empty input says its length itself, as every other input does, and so the length is signed",
        covers: |official, ours| {
            let headers = "SignedHeaders=content-type;";
            let signed = official.replacen(headers, "SignedHeaders=content-length;content-type;", 1);
            official.contains(headers) && signed == ours
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

pub(crate) const DETOURS: [Detour; 5] = [
    Detour {
        scene: "calls::nulls_in_lists",
        reason: "dense lists drop nulls, where the official crate fails the call",
        official: "outcome, kind: service",
        ours: "speeds: Some([\"1G\", \"10G\"])",
    },
    Detour {
        scene: "errors::missing_member",
        reason: "members that the model requires are checked before anything is sent",
        official: "outcome, kind: service",
        ours: "outcome, with its sources: failed to construct request: invalid field in input: connectionId (details: \
               DeleteConnection requires it)",
    },
    Detour {
        scene: "errors::not_json",
        reason: "a body that is not JSON is the message, and the request id is kept",
        official: "service error, request id: None",
        ours: "message: Some(\"<html>not here</html>\")",
    },
    Detour {
        scene: "pages::same_token",
        reason: "a page that leads to itself is an error: the pages behind it would be lost in silence",
        official: "pages: 2",
        ours: "pages: 3",
    },
    Detour {
        scene: "types::order_of_values",
        reason: "values keep the order of the model instead of the alphabet's",
        official: "first: Some(\"available\")",
        ours: "first: Some(\"ordering\")",
    },
];

/// Official texts of errors, and ours.
const TEXTS: [(&str, &str); 11] = [
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
    ("unhandled error (ConnectionNotFound)", "DeleteConnection: ConnectionNotFound: m (HTTP 400)"),
    (
        "unhandled error",
        "response error: error reading a body from connection: end of file before message length reached",
    ),
    ("unhandled error: something else", "something else: something else"),
    ("DirectConnectClientException: m", "A code: of the metadata"),
    ("unhandled error", "a text"),
    ("DirectConnectClientException: m", "A code: a text (request id c0ffee)"),
];

/// Other official texts, and ours.
const WORDS: [(&str, &str); 3] = [
    ("key was not specified but it is required when building Tag", "`key` is required to build `Tag`"),
    (
        "A behavior major version must be set when sending a request or constructing a client. You must set it during \
         client construction or by enabling the `behavior-version-latest` cargo feature.",
        "a behavior version must be set: call `behavior_version` on the configuration, or enable the cargo feature \
         `behavior-version-latest`",
    ),
    ("unhandled error (A code)", "A code: a text (request id c0ffee)"),
];

fn hidden(line: &str) -> String {
    const HIDDEN: &str = r#"auth_key: "*** Sensitive Data Redacted ***""#;
    line.replace(r#"auth_key: Some("a secret")"#, HIDDEN).replace("auth_key: None", HIDDEN)
}

/// The parts of a line in alphabetical order.
fn parts(line: &str) -> Vec<&str> {
    let mut parts: Vec<_> = line.split([',', '{', '}', '(', ')']).map(str::trim).collect();
    // Metadata beside code and message is there or not.
    parts.retain(|part| !matches!(*part, "" | "extras: Some" | "extras: None"));
    parts.sort_unstable();
    parts
}

/// The parts of a line of ours without what only our errors know.
fn official_parts(line: &str) -> Vec<&str> {
    let mut parts = parts(line);
    parts.retain(|part| {
        let name = part.trim_start_matches(['\\', '"']);
        !name.starts_with("operation") && !name.starts_with("http_status")
    });
    parts
}
