//! Customized calls.

use std::sync::{Arc, Mutex};

use aws_sdk_directconnect::{
    Client,
    config::{
        Builder, ConfigBag, Intercept, Region, RuntimeComponents,
        interceptors::{
            AfterDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextRef,
            BeforeTransmitInterceptorContextMut,
        },
    },
    error::BoxError,
    operation::{
        RequestId,
        delete_connection::{DeleteConnectionInput, DeleteConnectionOutput},
    },
};
use aws_smithy_http_client::test_util::capture_request;
use mock_server::{Response, Server};

use crate::{
    record::Record,
    setup::{CONNECTION, basics, client, config, deleted},
};

/// Records input, request and output.
#[derive(Clone, Debug, Default)]
struct Watcher(Arc<Mutex<Vec<String>>>);

impl Watcher {
    fn record(&self, line: String) {
        self.0.lock().expect("no thread panics").push(line);
    }
}

#[aws_smithy_runtime_api::client::interceptors::dyn_dispatch_hint]
impl Intercept for Watcher {
    fn name(&self) -> &'static str {
        "Watcher"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input = context.input().downcast_ref::<DeleteConnectionInput>();
        self.record(format!("input {:?}", input.and_then(DeleteConnectionInput::connection_id)));
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let target = context.request().headers().get("x-amz-target").map(str::to_owned);
        self.record(format!("target {target:?}"));
        context.request_mut().headers_mut().insert("x-watched", "yes");
        Ok(())
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let output = context.output_or_error();
        let output =
            output.map(|output| output.downcast_ref::<DeleteConnectionOutput>().map(RequestId::request_id));
        self.record(format!("output {:?}", output.ok()));
        Ok(())
    }
}

pub(crate) async fn interceptors() -> Record {
    let server = Server::start([Response::json(500, "{}").then_disconnect(), deleted()]);
    let mut record = Record::of(&server);
    let watcher = Watcher::default();
    let client = Client::from_conf(config(&server).interceptor(watcher.clone()).build());
    let call = client.delete_connection().connection_id(CONNECTION);
    record.outcome("outcome", &call.customize().interceptor(watcher.clone()).send().await);
    record.debug("watched", watcher);
    record.requests(&server);
    record
}

pub(crate) async fn overrides() -> Record {
    let server = Server::start([deleted(), deleted()]);
    let mut record = Record::of(&server);
    let client = client(&server);
    let call = client.delete_connection().connection_id(CONNECTION);
    let overridden = Builder::default().region(Region::new("eu-west-1"));
    record.outcome("overridden", &call.clone().customize().config_override(overridden).send().await);
    record.outcome("as before", &call.send().await);
    record.requests(&server);
    record
}

pub(crate) async fn requests() -> Record {
    let server = Server::start([deleted()]);
    let mut record = Record::of(&server);
    let client = client(&server);
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-mutated", "1");
    });
    let mapped = call.map_request(|mut request| {
        request.headers_mut().insert("x-mapped", "1");
        Ok::<_, std::convert::Infallible>(request)
    });
    record.outcome("outcome", &mapped.send().await);
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let refused = call.map_request(|_| Err(std::io::Error::other("not this one")));
    record.outcome("refused", &refused.send().await);
    record.requests(&server);
    record
}

/// With the same user agent, requests of both crates are equal, including their signatures.
pub(crate) async fn same_signature() -> Record {
    let (http_client, captured) = capture_request(None);
    let client = Client::from_conf(basics().http_client(http_client).build());
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-amz-user-agent", "one for both");
    });
    let mut record = Record::default();
    record.outcome("outcome", &call.send().await);
    let request = captured.expect_request();
    record.debug("uri", request.uri());
    record.debug("authorization", request.headers().get("authorization"));
    record.debug("agent", request.headers().get("x-amz-user-agent"));
    record
}
