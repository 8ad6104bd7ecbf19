//! Customizations of calls.

use aws_smithy_runtime_api::{
    box_error::BoxError,
    client::{
        interceptors::{Intercept, context::BeforeTransmitInterceptorContextMut, dyn_dispatch_hint},
        runtime_components::RuntimeComponents,
    },
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag, error::metadata::ProvideErrorMetadata};
use tinsmith_runtime::{orchestrator, wire::protocol::AwsQuery};

use super::input;
use crate::{
    Client,
    calls::{Request, config, script},
    config::Builder,
    sample::{DeleteConnectionInput, customized::Customized, fluent::SendResult},
};

async fn call(builder: Builder, input: DeleteConnectionInput) -> SendResult {
    orchestrator::send::<Customized>(Client::from_conf(builder.build()).handle, Ok(input), None).await
}

async fn sent_with(
    answers: &'static [(u16, &'static str)],
    input: DeleteConnectionInput,
    change: impl FnOnce(Builder) -> Builder,
) -> Vec<Request> {
    let (http, seen) = script(answers);
    call(change(config(http)), input).await.expect("the last answer is an output");
    std::mem::take(&mut *seen.lock().unwrap())
}

async fn sent(answers: &'static [(u16, &'static str)], input: DeleteConnectionInput) -> Vec<Request> {
    sent_with(answers, input, |it| it).await
}

fn body(request: &Request) -> &str {
    std::str::from_utf8(request.body().bytes().unwrap()).unwrap()
}

#[tokio::test]
async fn inputs_are_adapted_before_they_are_serialized() {
    let requests = sent(&[(200, "{}")], input(Some("/connection/a"), &[])).await;
    assert!(body(&requests[0]).starts_with(r#"{"connectionId":"a""#), "{}", body(&requests[0]));
}

#[tokio::test]
async fn every_attempt_goes_to_the_endpoint_in_the_input() {
    let input = input(None, &[("endpoint", "https://real.example.com")]);
    let requests = sent(&[(500, "{}"), (200, "{}")], input).await;
    let hosts: Vec<_> = requests.iter().map(|request| request.uri().host().unwrap()).collect();
    assert_eq!(hosts, ["real.example.com"; 2]);
}

#[tokio::test]
async fn bodies_are_hashed_in_a_header() {
    let requests = sent(&[(200, "{}")], input(None, &[])).await;
    assert_eq!(requests[0].headers()["x-amz-content-sha256"].len(), 64);
}

#[tokio::test]
async fn transient_errors_of_the_service_are_retried() {
    let requests = sent(&[(400, r#"{"__type":"Fleeting"}"#), (200, "{}")], input(None, &[])).await;
    assert_eq!(requests.len(), 2);
    let (http, seen) = script(&[(400, r#"{"__type":"Lasting"}"#), (200, "{}")]);
    let error = call(config(http), input(None, &[])).await.unwrap_err();
    assert_eq!((error.code(), seen.lock().unwrap().len()), (Some("Lasting"), 1));
}

#[tokio::test]
async fn copies_from_another_region_have_a_presigned_url() {
    let answers = &[(500, ""), (200, "<CopyResponse><CopyResult/></CopyResponse>")];
    let input = input(Some("a"), &[("source", "eu-west-1")]);
    let requests = sent_with(answers, input, |it| it.protocol(AwsQuery::new())).await;
    for request in &requests {
        let (_, parameters) = body(request).split_once("&PreSignedUrl=").unwrap();
        let (url, rest) = parameters.split_once('&').unwrap();
        assert_eq!(rest, "DestinationRegion=us-east-1");
        assert!(url.starts_with("https%3A%2F%2Fdirectconnect.eu-west-1.amazonaws.com%2F%3F"), "{url}");
        for part in [
            "%3FAction%3DCustomized%26",
            "%26DestinationRegion%3Dus-east-1%26",
            "%26X-Amz-Credential%3Dkey%252F",
            "%252Feu-west-1%252Fdirectconnect%252Faws4_request%26",
            "%26X-Amz-Expires%3D3600%26",
            "%26X-Amz-Signature%3D",
        ] {
            assert!(url.contains(part), "{part} in {url}");
        }
        let length = request.headers()["content-length"].to_str().unwrap();
        assert_eq!(length, request.body().bytes().unwrap().len().to_string());
        assert!(request.headers().contains_key("authorization"));
    }
}

/// Adds a destination to the form, as a member of the input would.
#[derive(Debug)]
struct Destination;

#[dyn_dispatch_hint]
impl Intercept for Destination {
    fn name(&self) -> &'static str {
        "Destination"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = context.request_mut().body_mut();
        let form = std::str::from_utf8(body.bytes().unwrap())?;
        *body = SdkBody::from(format!("{form}&DestinationRegion=ap-south-1"));
        Ok(())
    }
}

#[tokio::test]
async fn the_region_of_the_client_replaces_a_destination_in_the_form() {
    let answers = &[(200, "<CopyResponse><CopyResult/></CopyResponse>")];
    let input = input(Some("a"), &[("source", "eu-west-1")]);
    let requests =
        sent_with(answers, input, |it| it.protocol(AwsQuery::new()).interceptor(Destination)).await;
    let form = body(&requests[0]);
    assert!(!form.contains("ap-south-1"), "{form}");
    assert_eq!(form.matches("&DestinationRegion=us-east-1").count(), 1, "{form}");
    assert_eq!(form.matches("%26DestinationRegion%3Dus-east-1").count(), 1, "{form}");
}

#[tokio::test]
async fn other_requests_have_no_presigned_url() {
    let requests = sent(&[(200, "{}")], input(Some("a"), &[])).await;
    assert!(!body(&requests[0]).contains("PreSignedUrl"));
}

#[tokio::test]
async fn errors_with_the_status_of_success_fail_the_call() {
    let (http, _) = script(&[(200, "<Error><Code>Slow</Code></Error>")]);
    let error = call(config(http), input(None, &[])).await.unwrap_err();
    assert_eq!(error.raw_response().unwrap().status().as_u16(), 200);
    assert!(matches!(error, crate::error::SdkError::ServiceError(_)), "{error:?}");
}
