//! Errors of the service.

use aws_sdk_s3::{
    error::{ProvideErrorMetadata, SdkError},
    operation::{RequestId, RequestIdExt},
    primitives::AggregatedBytes,
};
use mock_server::{Response, Server};

use crate::record::Record;
use crate::setup::{client, failure, response, xml};
use crate::wire::requests;

/// Gets an object from this response.
async fn get(response: Response) -> Record {
    let server = Server::start([response]);
    let mut record = Record::of(&server);
    let outcome = client(&server).get_object().bucket("a-bucket").key("k").send().await;
    record.outcome("outcome", &outcome);
    details(&mut record, &outcome);
    if let Err(SdkError::ServiceError(error)) = outcome {
        record.debug("is a missing key", error.err().is_no_such_key());
        record.debug("is an invalid state", error.err().is_invalid_object_state());
    }
    requests(&mut record, &server);
    record
}

fn details<T, E: ProvideErrorMetadata>(record: &mut Record, outcome: &Result<T, SdkError<E>>)
where
    SdkError<E>: RequestId + RequestIdExt,
{
    let Err(error) = outcome else { return };
    record.debug("request id", error.request_id());
    record.debug("extended request id", error.extended_request_id());
    record.debug("code", error.code());
    record.debug("message", error.message());
    record.debug("status", error.raw_response().map(|response| response.status().as_u16()));
}

pub(crate) async fn modeled() -> Record {
    get(failure(404, "NoSuchKey")).await
}

pub(crate) async fn unmodeled() -> Record {
    get(failure(403, "AccessDenied")).await
}

pub(crate) async fn empty_body() -> Record {
    get(response(404, &[], "")).await
}

pub(crate) async fn not_xml() -> Record {
    get(xml(400, "<html>not here")).await
}

/// The head of a response without a body.
async fn head(status: u16) -> Record {
    let server = Server::start([response(status, &[("content-type", "application/xml")], "")]);
    let mut record = Record::of(&server);
    let outcome = client(&server).head_object().bucket("a-bucket").key("k").send().await;
    record.outcome("outcome", &outcome);
    details(&mut record, &outcome);
    if let Err(SdkError::ServiceError(error)) = outcome {
        record.debug("is not found", error.err().is_not_found());
    }
    requests(&mut record, &server);
    record
}

pub(crate) async fn head_missing() -> Record {
    head(404).await
}

pub(crate) async fn head_forbidden() -> Record {
    head(403).await
}

pub(crate) async fn redirected() -> Record {
    let body = "<Error><Code>PermanentRedirect</Code><Message>a message</Message><Endpoint>b.s3.test</Endpoint></Error>";
    get(response(301, &[("x-amz-bucket-region", "us-west-2")], body)).await
}

pub(crate) async fn not_modified() -> Record {
    let server = Server::start([
        Response::raw("HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n").then_disconnect()
    ]);
    let mut record = Record::of(&server);
    let outcome =
        client(&server).get_object().bucket("a-bucket").key("k").if_none_match("\"tag\"").send().await;
    record.outcome("outcome", &outcome);
    details(&mut record, &outcome);
    requests(&mut record, &server);
    record
}

/// An object that looks like an error is an object.
pub(crate) async fn with_success() -> Record {
    let body = "<Error><Code>InternalError</Code></Error>";
    let server = Server::start([xml(200, body)]);
    let mut record = Record::of(&server);
    let object = client(&server).get_object().bucket("a-bucket").key("k").send().await;
    let body = object.expect("it is an object").body.collect().await.map(AggregatedBytes::into_bytes);
    record.debug("body", body.ok());
    record
}
