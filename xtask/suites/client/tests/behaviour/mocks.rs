//! Rules of `aws-smithy-mocks`, which rely on the types and module paths of the official crate.

use aws_sdk_directconnect::{
    Client,
    config::http::HttpResponse,
    error::{ProvideErrorMetadata, SdkError},
    operation::delete_connection::{DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput},
    types::{ConnectionState, error::DirectConnectClientException},
};
use aws_smithy_mocks::{Rule, RuleBuilder, RuleMode, mock, mock_client};
use aws_smithy_types::body::SdkBody;

use super::{CONNECTION, Outcome, retries};

async fn call(client: &Client) -> Outcome {
    client.delete_connection().connection_id(CONNECTION).send().await
}

fn deleted() -> DeleteConnectionOutput {
    DeleteConnectionOutput::builder().connection_state(ConnectionState::Deleted).build()
}

#[tokio::test]
async fn rule_with_an_output_returns_it() {
    let rule = mock!(Client::delete_connection)
        .match_requests(|input| input.connection_id() == Some(CONNECTION))
        .then_output(deleted);
    let client = mock_client!(aws_sdk_directconnect, [&rule]);
    assert_eq!(call(&client).await.expect("the rule is a success"), deleted());
    assert_eq!(rule.num_calls(), 1);
}

#[tokio::test]
async fn rule_with_a_function_computes_the_output() {
    let rule = mock!(Client::delete_connection).then_compute_output(|input| {
        DeleteConnectionOutput::builder().set_connection_id(input.connection_id.clone()).build()
    });
    let client = mock_client!(aws_sdk_directconnect, [&rule]);
    assert_eq!(call(&client).await.expect("the rule is a success").connection_id(), Some(CONNECTION));
}

#[tokio::test]
async fn rule_with_an_error_fails_the_call() {
    let rule: Rule =
        RuleBuilder::<DeleteConnectionInput, DeleteConnectionOutput, DeleteConnectionError>::new()
            .then_error(|| {
                let exception = DirectConnectClientException::builder().message("m").build();
                DeleteConnectionError::DirectConnectClientException(exception)
            });
    let client = mock_client!(aws_sdk_directconnect, [&rule]);
    let error = call(&client).await.expect_err("the rule is an error");
    assert!(matches!(error, SdkError::ServiceError(_)), "{error:?}");
    assert!(error.into_service_error().is_direct_connect_client_exception());
}

#[tokio::test]
async fn rule_with_responses_is_parsed_and_retried() {
    let busy = || HttpResponse::new(503.try_into().expect("a status"), SdkBody::from("{}"));
    let rule = mock!(Client::delete_connection)
        .sequence()
        .http_response(busy)
        .http_status(400, Some(r#"{"__type":"ThrottlingException"}"#.into()))
        .http_status(400, Some(r#"{"__type":"ConnectionNotFound","message":"m"}"#.into()))
        .build();
    let client = mock_client!(aws_sdk_directconnect, RuleMode::Sequential, [&rule], |config| {
        config.retry_config(retries(3))
    });
    let error = call(&client).await.expect_err("the last response is an error");
    assert_eq!((error.code(), error.message()), (Some("ConnectionNotFound"), Some("m")));
    assert_eq!(rule.num_calls(), 3);
}

#[tokio::test]
async fn rules_are_selected_by_input() {
    let other = mock!(Client::delete_connection)
        .match_requests(|input| input.connection_id() == Some("another"))
        .then_output(|| DeleteConnectionOutput::builder().build());
    let this = mock!(Client::delete_connection).then_output(deleted);
    let client = mock_client!(aws_sdk_directconnect, RuleMode::MatchAny, [&other, &this]);
    assert_eq!(call(&client).await.expect("the rule is a success"), deleted());
    assert_eq!((other.num_calls(), this.num_calls()), (0, 1));
}
