//! Stand-in for the emitted service: AWS Direct Connect.

use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_schema::protocol::SharedClientProtocol;
use tinsmith_runtime::{
    protocol::SansIo,
    service::{Customization, Scheme, Service},
};

pub(crate) mod auth;
pub(crate) mod endpoint;

pub(crate) static SERVICE: Service = described(Customization::NONE);

/// Returns the service with customizations.
pub(crate) const fn described(customization: Customization) -> Service {
    Service {
        sdk_id: "Direct Connect",
        name: "directconnect",
        signing_name: "directconnect",
        auth_schemes: &[Scheme::SigV4],
        shape_name: "OvertureService",
        namespace: "com.amazonaws.directconnect",
        version: "2012-10-25",
        crate_version: crate::meta::PKG_VERSION,
        xml_namespace: Some("http://directconnect.amazonaws.com/doc/2012-10-25/"),
        customization,
        protocols: &[
            "aws.protocols#awsJson1_0",
            "aws.protocols#awsJson1_1",
            "smithy.protocols#rpcv2Cbor",
            "aws.protocols#awsQuery",
        ],
        protocol,
        sans_io: SansIo::new(),
    }
}

fn protocol() -> SharedClientProtocol {
    SharedClientProtocol::new(
        AwsJsonRpcProtocol::aws_json_1_1().with_default_namespace("com.amazonaws.directconnect"),
    )
}
