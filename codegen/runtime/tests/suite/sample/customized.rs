//! An operation with every customization.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_schema::{
    OperationSchema,
    protocol::SharedClientProtocol,
    serde::{SerdeError, ShapeDeserializer},
};
use aws_smithy_types::error::{metadata::ErrorMetadata, operation::BuildError};

use crate::service::described;

use super::{DeleteConnection, DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput};
use tinsmith_runtime::{
    interceptors::{InputAdaptation, PresignedCopy, Redirection, ResponseAdaptation},
    operation_plugin,
    orchestrator::PresigningScheme,
    protocol::{
        Adapted, CrossRegionCopy, Operation, Redirected, is_xml_error, keep_raw_date, require_text,
        set_default, set_header, trim_prefix,
    },
    service::{Customization, Service, Signing},
};

/// A service with every customization.
static SERVICE: Service = described(Customization {
    signing: Signing { double_uri_encode: false, normalize_uri_path: false, content_sha256_header: true },
    transient_errors: &["Fleeting"],
    not_found_code: Some("NotFound"),
    error_message_key: Some("error_description"),
    has_extended_request_id: true,
    ..Customization::NONE
});

/// [`DeleteConnection`] with customizations: `connectionId` has a prefix and a default; `labels` contain the `endpoint`, and the
/// `source` of a copy.
#[derive(Debug)]
pub(crate) struct Customized;

impl Operation for Customized {
    type Input = DeleteConnectionInput;
    type Output = DeleteConnectionOutput;
    type Error = DeleteConnectionError;

    const NAME: &'static str = "Customized";

    fn service() -> &'static Service {
        &SERVICE
    }

    fn schema() -> &'static OperationSchema<'static> {
        DeleteConnection::schema()
    }

    fn check_input(input: &Self::Input) -> Result<(), BuildError> {
        match label(input, "bucket") {
            Some(bucket) => require_text(&Some(bucket.to_owned()), "bucket", Self::NAME),
            None => Ok(()),
        }
    }

    fn adapt_request(request: &mut HttpRequest, _: &SharedClientProtocol) {
        set_header(request, "accept", "application/json");
        set_header(request, "content-type", "text/plain");
    }

    fn adapt_response(response: &mut HttpResponse) {
        keep_raw_date(response, "Expires", "ExpiresString");
    }

    fn is_error(response: &HttpResponse) -> bool {
        is_xml_error::<Self>(response)
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

impl Adapted for Customized {
    fn adapt_input(input: &mut Self::Input) {
        trim_prefix(&mut input.connection_id, &["/connection/", "connection/"]);
        set_default(&mut input.connection_id, "-");
    }
}

impl Redirected for Customized {
    fn endpoint(input: &Self::Input) -> Option<&str> {
        label(input, "endpoint")
    }
}

impl CrossRegionCopy for Customized {
    const URL: &'static str = "PreSignedUrl";
    const SENDS_DESTINATION: bool = true;

    fn source_region(input: &Self::Input) -> Option<&str> {
        label(input, "source")
    }
}

operation_plugin!(
    Customized,
    crate::service::endpoint::endpoint_params,
    [
        InputAdaptation::of::<Customized>(),
        Redirection::of::<Customized>(),
        PresignedCopy::of::<Customized>(),
        ResponseAdaptation::of::<Customized>()
    ],
    [PresigningScheme::new()]
);
