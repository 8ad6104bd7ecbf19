//! Intended differences of the crates of S3, with reasons.

use crate::comparison::{Deviation, Difference, official_parts, parts};

pub(crate) const DIFFERENCES: [Difference; 6] = [
    Difference {
        name: "order of `Debug`",
        reason: "the ids of a request and the metadata of errors have no defined order",
        covers: |official, ours| parts(official) == parts(ours),
    },
    Difference {
        name: "members of a newer model",
        reason: "outputs of uploads have a version id",
        covers: |official, ours| parts(official) == parts(&ours.replacen("version_id: None", "", 1)),
    },
    Difference {
        name: "metadata of errors",
        reason: "errors have their operation and the HTTP status, and bodies that may be sensitive are redacted",
        covers: |official, ours| parts(&with_our_metadata(official)) == official_parts(ours),
    },
    Difference {
        name: "displayed errors",
        reason: "they have operation, code, message, status and request id",
        covers: |official, ours| {
            DISPLAYED.iter().any(|(from, to)| official.contains(from) && ours.ends_with(to))
        },
    },
    Difference {
        name: "missing members",
        reason: "the members of the model that are required are checked before sending, and named as there",
        covers: |official, ours| {
            official.contains("A required field was not set")
                && (ours.contains("HeadObject requires it") || ours.contains("Key was missing"))
        },
    },
    Difference {
        name: "messages",
        reason: "messages of the generated crate itself have other words",
        covers: |official, ours| MESSAGES.iter().any(|(from, to)| official.replacen(from, to, 1) == ours),
    },
];

pub(crate) const DEVIATIONS: [Deviation; 10] = [
    Deviation {
        scenario: "addressing::path_of_endpoint",
        reason: "the path of an endpoint is separated from the bucket",
        official: "path, a-bucket: https://s3.test /belowa-bucket/k",
        ours: "path, a-bucket: https://s3.test /below/a-bucket/k",
    },
    Deviation {
        scenario: "addressing::short_label",
        reason: "as in botocore, a label of a bucket's name may be shorter than a bucket's name",
        official: "short, a.bucket: http://s3.test /a.bucket/k",
        ours: "short, a.bucket: http://a.bucket.s3.test /k",
    },
    Deviation {
        scenario: "checksums::chosen_when_required",
        reason: "the official crate names the chosen algorithm and sends no checksum",
        official: "checksum: None",
        ours: "checksum: Some(\"H4JaovACDvfPkd+jDaRmjXkcXUgk/I5BNUuJ7AV5WrM=\")",
    },
    Deviation {
        scenario: "checksums::undecodable_response",
        reason: "the official crate returns the object unchecked",
        official: "x-amz-checksum-crc32: Ok(b\"content\")",
        ours: "x-amz-checksum-crc32: response error: ResponseChecksum modify_before_deserialization interceptor \
               encountered an error: the response header `x-amz-checksum-crc32` is not a checksum",
    },
    Deviation {
        scenario: "errors::head_forbidden",
        reason: "an error without a body has a message",
        official: "message: None",
        ours: "message: Some(\"the response is empty\")",
    },
    Deviation {
        scenario: "errors::not_modified",
        reason: "an error without a body has a message",
        official: "message: None",
        ours: "message: Some(\"the response is empty\")",
    },
    Deviation {
        scenario: "errors::not_xml",
        reason: "a body that is not XML is the message, redacted where the operation has sensitive members",
        official: "message: None",
        ours: "message: Some(\"*** Sensitive Data Redacted ***\")",
    },
    Deviation {
        scenario: "listings::decoded_keys",
        reason: "XML cannot hold every key: as in botocore, listings are requested in URL encoding and decoded",
        official: "keys: [Some(\"a+b%26%01\")]",
        ours: "keys: [Some(\"a b&\\u{1}\")]",
    },
    Deviation {
        scenario: "objects::customer_key",
        reason: "the digest of a customer key is computed, as in botocore; the official crate leaves it to the caller",
        official: "digest: None",
        ours: "digest: Some(\"PG4LipwVIkqCKLmpjKFTHQ==\")",
    },
    Deviation {
        scenario: "objects::operation_in_query",
        reason: "the models of botocore have no `x-id`, which only names the operation",
        official: "request: /a-bucket/k?x-id=GetObject",
        ours: "request: /a-bucket/k",
    },
];

/// Displayed errors, official and ours.
const DISPLAYED: [(&str, &str); 8] = [
    ("NotFound: NotFound", "HeadObject: NotFound (HTTP 404, request id C0FFEE)"),
    ("NoSuchKey: a message", "GetObject: NoSuchKey: a message (HTTP 404, request id C0FFEE)"),
    ("unhandled error (NotFound)", "GetObject: NotFound (HTTP 404, request id C0FFEE)"),
    ("unhandled error (PermanentRedirect)", "PermanentRedirect: a message (HTTP 301, request id C0FFEE)"),
    ("unhandled error (AccessDenied)", "AccessDenied: a message (HTTP 403, request id C0FFEE)"),
    ("unhandled error (SlowDown)", "SlowDown: a message (HTTP 200, request id C0FFEE)"),
    ("unhandled error (EntityTooSmall)", "EntityTooSmall: a message (HTTP 200, request id C0FFEE)"),
    ("unhandled error (InternalError)", "InternalError: a message (HTTP 500, request id C0FFEE)"),
];

/// Other messages, official and ours.
const MESSAGES: [(&str, &str); 2] = [
    (
        "dispatch failure: other: Invalid region: region was not a valid DNS name.",
        "failed to construct request: Preparation read_before_execution interceptor encountered an error: endpoint \
         params could not be built: invalid value for field: `region` - must be a valid host label",
    ),
    ("must be no longer than", "must not be longer than"),
];

/// Names the extended request id and redacts a body as the generated crate does.
fn with_our_metadata(line: &str) -> String {
    let line = line.replace("s3_extended_request_id", "extended_request_id");
    let redacted = line.split_once("Once(Some(b\"").and_then(|(start, rest)| {
        let (_, end) = rest.split_once("\")), retryable")?;
        Some(format!("{start}Once(Some(b\"*** Sensitive Data Redacted ***\")), retryable{end}"))
    });
    redacted.unwrap_or(line)
}
