//! Customized calls and interceptors.

use std::{
    convert::Infallible,
    io,
    sync::{Arc, Mutex},
};

use aws_sdk_directconnect::{
    Client, Config,
    config::{
        ConfigBag, Credentials, Intercept, Region, RuntimeComponents,
        interceptors::{
            BeforeSerializationInterceptorContextMut, BeforeTransmitInterceptorContextRef,
            FinalizerInterceptorContextRef,
        },
    },
    error::{BoxError, DisplayErrorContext, SdkError},
    operation::delete_connection::{DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput},
};
use client_suite::{Response, Server};
use serde_json::json;

use super::{
    CONNECTION, config,
    protocol::{Protocol, with_each_protocol},
    retries,
};

// The other tests do not depend on the response.
with_each_protocol! {
    interceptors_see_the_types_of_the_operation,
}

/// Replaces the connection id, and records the method of the request and the outcome.
#[derive(Clone, Debug, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl Recorder {
    fn record(&self, line: impl Into<String>) {
        self.0.lock().expect("no test panics here").push(line.into());
    }

    fn lines(&self) -> Vec<String> {
        self.0.lock().expect("no test panics here").clone()
    }
}

#[aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint]
impl Intercept for Recorder {
    fn name(&self) -> &'static str {
        "Recorder"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input = context.input_mut().downcast_mut::<DeleteConnectionInput>();
        let input = input.ok_or("the input is not the operation's")?;
        input.connection_id = Some("dxcon-renamed".into());
        Ok(())
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.record(context.request().method());
        Ok(())
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match context.output_or_error() {
            Some(Ok(output)) => {
                let output = output.downcast_ref::<DeleteConnectionOutput>();
                self.record(output.and_then(DeleteConnectionOutput::connection_id).unwrap_or("no output"));
            }
            Some(Err(error)) => {
                let error = error
                    .as_operation_error()
                    .and_then(|error| error.downcast_ref::<DeleteConnectionError>());
                self.record(error.map_or("no error".to_owned(), ToString::to_string));
            }
            None => self.record("nothing"),
        }
        Ok(())
    }
}

#[tokio::test]
async fn settings_of_a_call_override_those_of_the_client() {
    let (server, other) =
        (Server::start([]), Server::start([Response::json(500, "{}"), Response::json(500, "{}")]));
    let client = Client::from_conf(config(&server).build());
    let overrides = Config::builder()
        .endpoint_url(format!("{}/base", other.url()))
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("OTHER", "secret", None, None, "test"))
        .retry_config(retries(2));
    let call = client.delete_connection().connection_id(CONNECTION).customize().config_override(overrides);
    call.send().await.expect_err("every response is an error");

    assert!(server.requests().is_empty(), "{:?}", server.requests());
    let requests = other.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].uri(), "/base/");
    let authorization = requests[0].headers()["authorization"].to_str().expect("headers are text");
    assert!(authorization.contains("Credential=OTHER/"), "{authorization}");
    assert!(authorization.contains("/eu-west-1/directconnect/"), "{authorization}");
}

#[tokio::test]
async fn client_keeps_its_settings_after_a_customized_call() {
    let server = Server::start([Response::json(200, "{}"), Response::json(200, "{}")]);
    let client = Client::from_conf(config(&server).build());
    let call = || client.delete_connection().connection_id(CONNECTION);
    let overrides = Config::builder().region(Region::new("eu-west-1"));
    call().customize().config_override(overrides).send().await.expect("a success");
    call().send().await.expect("a success");
    let regions = ["/eu-west-1/", "/us-east-1/"];
    for (request, region) in server.requests().iter().zip(regions) {
        let authorization = request.headers()["authorization"].to_str().expect("headers are text");
        assert!(authorization.contains(region), "{authorization}");
    }
}

#[tokio::test]
async fn changes_to_requests_are_signed() {
    let server = Server::start([Response::json(200, "{}")]);
    let client = Client::from_conf(config(&server).build());
    client
        .delete_connection()
        .connection_id(CONNECTION)
        .customize()
        .mutate_request(|request| {
            request.headers_mut().insert("x-mutated", "1");
        })
        .map_request(|mut request| {
            request.headers_mut().insert("x-mapped", "1");
            Ok::<_, Infallible>(request)
        })
        .send()
        .await
        .expect("a success");
    let request = server.request();
    let authorization = request.headers()["authorization"].to_str().expect("headers are text");
    for name in ["x-mutated", "x-mapped"] {
        assert_eq!(request.headers()[name], "1");
        assert!(authorization.contains(name), "{authorization}");
    }
}

#[tokio::test]
async fn request_that_cannot_be_mapped_is_not_sent() {
    let server = Server::start([]);
    let client = Client::from_conf(config(&server).build());
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let call = call.map_request(|_| Err::<_, io::Error>(io::Error::other("no such thing")));
    let error = call.send().await.expect_err("the request is refused");
    assert!(DisplayErrorContext(&error).to_string().contains("no such thing"), "{error:?}");
    assert!(server.requests().is_empty(), "{:?}", server.requests());
}

async fn interceptors_see_the_types_of_the_operation(protocol: Protocol) {
    let success = protocol.response(200, r#"{"connectionId":"dxcon-1"}"#);
    let failure = protocol.response(400, r#"{"__type":"DirectConnectClientException","message":"m"}"#);
    let cases =
        [(success, "dxcon-1"), (failure, "DeleteConnection: DirectConnectClientException: m (HTTP 400)")];
    for (response, outcome) in cases {
        for of_the_call in [false, true] {
            let server = Server::start([response.clone()]);
            let recorder = Recorder::default();
            let mut config = protocol.config(&server);
            if !of_the_call {
                config = config.interceptor(recorder.clone());
            }
            let client = Client::from_conf(config.build());
            let mut call = client.delete_connection().connection_id(CONNECTION).customize();
            if of_the_call {
                call = call.interceptor(recorder.clone());
            }
            // The recorder has the outcome.
            let _ = call.send().await;
            assert_eq!(recorder.lines(), ["POST", outcome]);
            let request = protocol.value(server.request().body());
            assert_eq!(request, json!({ "connectionId": "dxcon-renamed" }));
        }
    }
}

/// Fails before the request is sent.
#[derive(Debug)]
struct Veto;

#[aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint]
impl Intercept for Veto {
    fn name(&self) -> &'static str {
        "Veto"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        Err("vetoed".into())
    }
}

#[tokio::test]
async fn failing_interceptor_stops_the_call() {
    let server = Server::start([]);
    let client = Client::from_conf(config(&server).build());
    let call = client.delete_connection().connection_id(CONNECTION).customize().interceptor(Veto);
    let error = call.send().await.expect_err("the interceptor fails");
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    assert!(DisplayErrorContext(&error).to_string().contains("vetoed"), "{error:?}");
    assert!(server.requests().is_empty(), "{:?}", server.requests());
}
