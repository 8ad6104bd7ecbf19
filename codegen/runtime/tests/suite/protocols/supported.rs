//! Protocols that replace the one of a service.

use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_schema::{
    Schema, ShapeId,
    protocol::{ClientProtocolInner, SharedClientProtocol},
    serde::{SerdeError, SerializableStruct, ShapeDeserializer},
    shape_id,
};
use aws_smithy_types::{body::SdkBody, config_bag::ConfigBag, endpoint::Endpoint};
use tinsmith_runtime::{
    protocol::{erased, serialize},
    wire::protocol::RestJson,
};

use super::{
    super::sample::{DeleteConnection, DeleteConnectionInput},
    harness,
};

fn send(protocol: &SharedClientProtocol) -> Result<HttpRequest, String> {
    let (_, cfg) = harness::protocol::<RestJson>();
    serialize(erased::<DeleteConnection>(), protocol, &DeleteConnectionInput::new("dxcon-1"), None, &cfg)
        .map_err(|error| error.to_string())
}

#[test]
fn a_protocol_whose_traits_are_missing_is_refused() {
    let error = send(&SharedClientProtocol::new(RestJson::new())).expect_err("the crate has no HTTP traits");
    assert!(
        error.contains(
            "the crate for Direct Connect was generated without the traits of protocol `aws.protocols#restJson1`; it \
             supports `aws.protocols#awsJson1_0`, `aws.protocols#awsJson1_1`, `smithy.protocols#rpcv2Cbor`"
        ),
        "{error}"
    );
}

#[test]
fn a_protocol_that_needs_no_traits_is_used() {
    let request = send(&SharedClientProtocol::new(AwsJsonRpcProtocol::aws_json_1_0())).expect("a request");
    assert_eq!(request.headers().get("content-type"), Some("application/x-amz-json-1.0"));
}

/// A protocol of the user's own.
#[derive(Debug)]
struct Own;

impl ClientProtocolInner for Own {
    type Request = HttpRequest;
    type Response = HttpResponse;

    fn protocol_id(&self) -> &ShapeId<'static> {
        static ID: ShapeId<'static> = shape_id!("sample", "own");
        &ID
    }

    fn serialize_request(
        &self,
        _: &dyn SerializableStruct,
        _: &Schema<'_>,
        _: &str,
        _: &ConfigBag,
    ) -> Result<HttpRequest, SerdeError> {
        Ok(HttpRequest::new(SdkBody::from("own")))
    }

    fn deserialize_response<'a>(
        &self,
        _: &'a HttpResponse,
        _: &Schema<'_>,
        _: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        Err(SerdeError::unsupported("it only writes"))
    }

    fn update_endpoint(&self, _: &mut HttpRequest, _: &Endpoint, _: &ConfigBag) -> Result<(), SerdeError> {
        Ok(())
    }
}

#[test]
fn a_protocol_of_the_users_own_is_used() {
    let request = send(&SharedClientProtocol::new(Own)).expect("a request");
    assert_eq!(request.body().bytes(), Some(&b"own"[..]));
}
