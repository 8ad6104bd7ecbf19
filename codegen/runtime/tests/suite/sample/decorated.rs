//! An operation with every request feature.

use aws_smithy_runtime_api::client::endpoint::EndpointPrefix;
use aws_smithy_schema::{
    OperationSchema,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::error::{metadata::ErrorMetadata, operation::BuildError};

use super::{DeleteConnection, DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput};
use tinsmith_runtime::{
    interceptors::{
        ContentMd5, HostPrefix, IdempotencyToken, RequestChecksum, RequestCompression, SensitiveRequest,
        SensitiveResponse,
    },
    operation_plugin,
    protocol::{Checksummed, Idempotent, Operation, Prefixed, endpoint_prefix, host_label},
    service::Service,
};

/// [`DeleteConnection`] with request features: `connectionId` is the idempotency token, `labels` contain the
/// host label `stage` and the checksum `algorithm`.
#[derive(Debug)]
pub(crate) struct Decorated;

impl Operation for Decorated {
    type Input = DeleteConnectionInput;
    type Output = DeleteConnectionOutput;
    type Error = DeleteConnectionError;

    const NAME: &'static str = "Decorated";

    fn service() -> &'static Service {
        DeleteConnection::service()
    }

    fn schema() -> &'static OperationSchema<'static> {
        DeleteConnection::schema()
    }

    fn check_input(_input: &Self::Input) -> Result<(), BuildError> {
        Ok(())
    }

    fn read_error(
        code: &str,
        reader: &mut dyn ShapeDeserializer,
        metadata: &ErrorMetadata,
    ) -> Result<Option<Self::Error>, SerdeError> {
        DeleteConnection::read_error(code, reader, metadata)
    }
}

fn label<'a>(input: &'a DeleteConnectionInput, name: &str) -> Option<&'a str> {
    input.labels.as_ref()?.get(name).map(String::as_str)
}

impl Idempotent for Decorated {
    fn fill_token(input: &mut Self::Input, make: &dyn Fn() -> String) {
        input.connection_id.get_or_insert_with(make);
    }
}

impl Prefixed for Decorated {
    fn host_prefix(input: &Self::Input) -> Result<EndpointPrefix, BuildError> {
        endpoint_prefix(["on-", host_label(label(input, "stage"), "stage", "Decorated")?, "."].concat())
    }
}

impl Checksummed for Decorated {
    const REQUIRED: bool = false;

    fn algorithm(input: &Self::Input) -> Option<&str> {
        label(input, "algorithm")
    }
}

operation_plugin!(
    Decorated,
    crate::service::endpoint::endpoint_params,
    [
        IdempotencyToken::of::<Decorated>(),
        HostPrefix::of::<Decorated>(),
        RequestCompression,
        RequestChecksum::of::<Decorated>(),
        ContentMd5,
        SensitiveRequest,
        SensitiveResponse
    ]
);
