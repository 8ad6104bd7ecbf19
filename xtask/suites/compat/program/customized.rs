//! Calls that are customized.

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
use mock_server::{Answer, Server};

use crate::{
    notes::Notes,
    stage::{CONNECTION, basics, client, config, deleted},
};

/// Writes down what it sees.
#[derive(Clone, Debug, Default)]
struct Watcher(Arc<Mutex<Vec<String>>>);

impl Watcher {
    fn saw(&self, text: String) {
        self.0.lock().expect("nobody panics here").push(text);
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
        self.saw(format!("input {:?}", input.and_then(DeleteConnectionInput::connection_id)));
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let target = context.request().headers().get("x-amz-target").map(str::to_owned);
        self.saw(format!("target {target:?}"));
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
        self.saw(format!("output {:?}", output.ok()));
        Ok(())
    }
}

pub(crate) async fn interceptors() -> Notes {
    let server = Server::start([Answer::json(500, "{}").then_cut(), deleted()]);
    let mut notes = Notes::of(&server);
    let watcher = Watcher::default();
    let client = Client::from_conf(config(&server).interceptor(watcher.clone()).build());
    let call = client.delete_connection().connection_id(CONNECTION);
    notes.outcome("outcome", &call.customize().interceptor(watcher.clone()).send().await);
    notes.debug("watched", watcher);
    notes.requests(&server);
    notes
}

pub(crate) async fn overrides() -> Notes {
    let server = Server::start([deleted(), deleted()]);
    let mut notes = Notes::of(&server);
    let client = client(&server);
    let call = client.delete_connection().connection_id(CONNECTION);
    let overridden = Builder::default().region(Region::new("eu-west-1"));
    notes.outcome("overridden", &call.clone().customize().config_override(overridden).send().await);
    notes.outcome("as before", &call.send().await);
    notes.requests(&server);
    notes
}

pub(crate) async fn requests() -> Notes {
    let server = Server::start([deleted()]);
    let mut notes = Notes::of(&server);
    let client = client(&server);
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-mutated", "1");
    });
    let mapped = call.map_request(|mut request| {
        request.headers_mut().insert("x-mapped", "1");
        Ok::<_, std::convert::Infallible>(request)
    });
    notes.outcome("outcome", &mapped.send().await);
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let refused = call.map_request(|_| Err(std::io::Error::other("not this one")));
    notes.outcome("refused", &refused.send().await);
    notes.requests(&server);
    notes
}

/// With one agent for both crates, the whole request must be the same, its signature included.
pub(crate) async fn same_signature() -> Notes {
    let (http_client, captured) = capture_request(None);
    let client = Client::from_conf(basics().http_client(http_client).build());
    let call = client.delete_connection().connection_id(CONNECTION).customize();
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-amz-user-agent", "one for both");
    });
    let mut notes = Notes::default();
    notes.outcome("outcome", &call.send().await);
    let request = captured.expect_request();
    notes.debug("uri", request.uri());
    notes.debug("authorization", request.headers().get("authorization"));
    notes.debug("agent", request.headers().get("x-amz-user-agent"));
    notes
}
