//! REST: requests and outputs of Lambda.

use aws_sdk_lambda as lambda;
use lambda::{
    primitives::Blob,
    types::{Environment, FunctionCode, LogType, Runtime},
};
use mock_server::{Response, Server};

use crate::{
    record::Record,
    setup::{client_of, response},
};

const FUNCTION: &str = r#"{"FunctionName":"a","FunctionArn":"arn","Runtime":"python3.12","Timeout":3,"CodeSize":12,
    "Environment":{"Variables":{"KEY":"value"}},"State":"Pending","LastModified":"2026-11-26T12:00:00.000+0000"}"#;

pub(crate) async fn created() -> Record {
    let server = Server::start([response(201, FUNCTION)]);
    let mut record = Record::of(&server);
    let call = client_of!(lambda, server).create_function().function_name("a").runtime(Runtime::Python312);
    let call = call.role("arn:aws:iam::123456789012:role/a").handler("a.b").timeout(3).publish(true);
    let call = call.code(FunctionCode::builder().zip_file(Blob::new("PK")).build());
    let call = call.environment(Environment::builder().variables("KEY", "value").build()).layers("arn");
    let outcome = call.send().await;
    if let Ok(function) = &outcome {
        // Not the whole output: a newer model has more members.
        record.debug("name", function.function_name());
        record.debug("runtime", function.runtime());
        record.debug("timeout", function.timeout());
        record.debug("environment", function.environment());
        record.debug("state", function.state());
        record.debug("layers", function.layers());
    } else {
        record.outcome("outcome", &outcome);
    }
    record.requests(&server);
    record
}

pub(crate) async fn invoked() -> Record {
    let headers = [
        ("content-type", "application/json"),
        ("x-amzn-requestid", "c0ffee"),
        ("x-amz-function-error", "Unhandled"),
        ("x-amz-log-result", "bG9n"),
        ("x-amz-executed-version", "$LATEST"),
        ("connection", "close"),
    ];
    let server = Server::start([Response::new(200, &headers, r#"{"errorMessage":"no"}"#).then_disconnect()]);
    let mut record = Record::of(&server);
    let call =
        client_of!(lambda, server).invoke().function_name("a").qualifier("a b").log_type(LogType::Tail);
    record.outcome("outcome", &call.payload(Blob::new(r#"{"key":1}"#)).send().await);
    record.requests(&server);
    record
}

pub(crate) async fn functions() -> Record {
    let page = |marker: &str| response(200, &format!(r#"{{"Functions":[{FUNCTION}]{marker}}}"#));
    let server = Server::start([page(r#","NextMarker":"a/b+c= d""#), page("")]);
    let mut record = Record::of(&server);
    let pages = client_of!(lambda, server).list_functions().into_paginator().page_size(1).items().send();
    let functions = pages.collect::<Result<Vec<_>, _>>().await;
    let names =
        functions.map(|functions| functions.into_iter().map(|function| function.function_name).collect());
    record.outcome::<Vec<_>, _, _>("functions", &names);
    record.requests(&server);
    record
}

pub(crate) async fn deleted() -> Record {
    let server = Server::start([response(204, "")]);
    let mut record = Record::of(&server);
    let call = client_of!(lambda, server).delete_function().function_name("a").qualifier("1");
    record.outcome("outcome", &call.send().await);
    record.requests(&server);
    record
}

pub(crate) async fn missing_function() -> Record {
    let headers = [
        ("content-type", "application/json"),
        ("x-amzn-requestid", "c0ffee"),
        ("x-amzn-errortype", "ResourceNotFoundException"),
        ("connection", "close"),
    ];
    let body = r#"{"Type":"User","Message":"a message"}"#;
    let server = Server::start([Response::new(404, &headers, body).then_disconnect()]);
    let mut record = Record::of(&server);
    let outcome = client_of!(lambda, server).get_function().function_name("a").send().await;
    record.outcome("outcome", &outcome);
    let error = outcome.map_err(|error| error.into_service_error());
    record.debug("is not found", error.is_err_and(|error| error.is_resource_not_found_exception()));
    record.requests(&server);
    record
}

/// Labels with characters that are escaped, and an empty one.
pub(crate) async fn labels() -> Record {
    let server = Server::start([response(200, "{}")]);
    let mut record = Record::of(&server);
    for name in ["arn:aws:lambda:us-east-1:123456789012:function:a/b c%$ü", ""] {
        record
            .outcome("outcome", &client_of!(lambda, server).get_function().function_name(name).send().await);
    }
    record.requests(&server);
    record
}
