// ---- src/operation/get_queue.rs
    #[inline]
    fn adapt_request(request: &mut HttpRequest, _protocol: &SharedClientProtocol) {
        protocol::ask_for_query_errors(request);
    }

    #[inline]
    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError> {
        let error = match code {
            "OverLimit" => {
                GetQueueError::OverLimit(OverLimit::from_wire(reader, metadata)?)
            }
            "QueueDoesNotExist" | "AWS.SimpleQueueService.NonExistentQueue" => {
                GetQueueError::QueueDoesNotExist(
                    QueueDoesNotExist::from_wire(reader, metadata)?,
                )
            }
            _ => return Ok(None),
        };
        Ok(Some(error))
    }

static OPERATION_SCHEMA: OperationSchema<'static> = operation_schema(
    shape_id!("example.query_compatible", "GetQueue"),
    &INPUT_SCHEMA,
    &OUTPUT_SCHEMA,
    &[&OVER_LIMIT_SCHEMA, &QUEUE_DOES_NOT_EXIST_SCHEMA],
);

// ---- src/service.rs
//! Description of Fixture Query Compatible, for the runtime.

use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_schema::protocol::SharedClientProtocol;
use tinsmith_runtime::protocol;
use tinsmith_runtime::service::{Customization, Scheme, Service};

use crate::meta::PKG_VERSION;

#[cfg(feature = "client")]
pub(crate) mod auth;
pub(crate) mod endpoint;

pub(crate) static SERVICE: Service = Service {
    sdk_id: "Fixture Query Compatible",
    name: "fixturequerycompatible",
    signing_name: "query-compatible",
    auth_schemes: &[Scheme::SigV4],
    shape_name: "Fixture",
    namespace: "example.query_compatible",
    version: "2026-01-01",
    crate_version: PKG_VERSION,
    xml_namespace: None,
    customization: Customization::NONE,
    protocols: &[
        "aws.protocols#awsJson1_0",
        "aws.protocols#awsJson1_1",
        "smithy.protocols#rpcv2Cbor",
    ],
    protocol: default_protocol,
    sans_io: protocol::SansIo::new(),
};

fn default_protocol() -> SharedClientProtocol {
    SharedClientProtocol::new(
        AwsJsonRpcProtocol::aws_json_1_1()
            .with_default_namespace("example.query_compatible"),
    )
}
