//! Error texts.

use std::{error::Error, fmt};

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use super::sample::DeleteConnectionError;
use tinsmith_runtime::error::{HTTP_STATUS_KEY, OPERATION_KEY, describe, into_operation_error};

use crate::error::{BuildError, SdkError};

/// The text of metadata with a source.
struct Described<'a>(&'a ErrorMetadata, Option<&'a (dyn Error + 'static)>);

impl fmt::Display for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe(self.0, self.1, f)
    }
}

fn described(metadata: &ErrorMetadata, source: Option<&(dyn Error + 'static)>) -> String {
    Described(metadata, source).to_string()
}

fn text(builder: Builder) -> String {
    described(&builder.build(), None)
}

#[test]
fn what_is_absent_is_left_out() {
    let located =
        || ErrorMetadata::builder().custom(OPERATION_KEY, "DeleteConnection").custom(HTTP_STATUS_KEY, "400");
    let identified = || located().custom("aws_request_id", "abc");
    assert_eq!(
        text(identified().code("DirectConnectClientException").message("No such connection.")),
        "DeleteConnection: DirectConnectClientException: No such connection. (HTTP 400, request id abc)"
    );
    assert_eq!(text(identified().code("C")), "DeleteConnection: C (HTTP 400, request id abc)");
    assert_eq!(text(located().message("m")), "DeleteConnection: m (HTTP 400)");
    assert_eq!(text(located()), "DeleteConnection: unhandled error (HTTP 400)");
    let bare = ErrorMetadata::builder().code("C").custom("aws_request_id", "abc");
    assert_eq!(text(bare), "C (request id abc)");
    assert_eq!(text(ErrorMetadata::builder()), "unhandled error");
}

#[test]
fn the_source_speaks_where_the_metadata_is_silent() {
    let silent = ErrorMetadata::builder().custom(OPERATION_KEY, "DeleteConnection").build();
    let source = SerdeError::custom("cut short");
    assert_eq!(described(&silent, Some(&source)), "DeleteConnection: cut short");
    assert_eq!(described(&silent, Some(&silent.clone())), "DeleteConnection: unhandled error");
}

#[test]
fn sources_are_followed_to_the_end() {
    let error = BuildError::invalid_field("connectionId", "DeleteConnection requires it");
    let error: SdkError<DeleteConnectionError> = SdkError::construction_failure(error);
    let unhandled = into_operation_error(error, "DeleteConnection").expect_err("nothing was answered");
    let text = described(unhandled.meta(), Some(unhandled.source()));
    assert!(text.starts_with("DeleteConnection: failed to construct request: "), "{text}");
    assert!(text.contains("connectionId"), "{text}");
}
