//! Stand-in for the generated facts of one service: AWS Direct Connect.

use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_schema::protocol::SharedClientProtocol;

#[cfg(feature = "client")]
pub(crate) mod auth;
pub(crate) mod endpoint;

/// Name of the service in documentation, signing and telemetry.
pub(crate) const SDK_ID: &str = "Direct Connect";
/// Name of the service shape, which is also the prefix of `X-Amz-Target`.
pub(crate) const SHAPE_NAME: &str = "OvertureService";
/// Namespace of the service shape.
pub(crate) const NAMESPACE: &str = "com.amazonaws.directconnect";
/// Version of the API.
pub(crate) const VERSION: &str = "2012-10-25";
/// Namespace of XML documents, where the model has one.
pub(crate) const XML_NAMESPACE: Option<&str> = Some("http://directconnect.amazonaws.com/doc/2012-10-25/");
/// Name under which requests are signed.
#[cfg(feature = "client")]
pub(crate) const SIGNING_NAME: &str = "directconnect";
/// Name of the service in user agents, telemetry and retry partitions.
#[cfg(feature = "client")]
pub(crate) const SERVICE_NAME: &str = "directconnect";

/// The protocol that the model prefers.
pub(crate) fn protocol() -> SharedClientProtocol {
    SharedClientProtocol::new(AwsJsonRpcProtocol::aws_json_1_1().with_default_namespace(NAMESPACE))
}
