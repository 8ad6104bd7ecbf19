//! Errors and request ids in XML bodies.
//!
//! Services and emulators send errors in these forms, which are told apart by the names of their elements:
//!
//! ```text
//! <ErrorResponse><Error><Code>..</Code><Message>..</Message></Error><RequestId>..</RequestId></ErrorResponse>
//! <Response><Errors><Error><Code>..</Code><Message>..</Message></Error></Errors><RequestID>..</RequestID></Response>
//! <Error><Code>..</Code><Message>..</Message><RequestId>..</RequestId></Error>
//! <InvalidChangeBatch><Messages><Message>..</Message></Messages><RequestId>..</RequestId></InvalidChangeBatch>
//! ```

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_schema::{
    prelude,
    serde::{SerdeError, ShapeDeserializer as _},
};
use aws_smithy_types::{
    config_bag::ConfigBag,
    error::metadata::{Builder, ErrorMetadata},
};

use super::xml_body;
use crate::wire::XmlReader;

/// Key of the request id in error metadata, which `aws_types::request_id` reads.
const AWS_REQUEST_ID: &str = "aws_request_id";

/// Names of roots that are not the code of an error.
const ROOTS: [&str; 3] = ["ErrorResponse", "Response", "Error"];

/// Creates a reader of the element that contains the members of an error.
pub(super) fn error_members<'a>(
    response: &'a HttpResponse,
    cfg: &ConfigBag,
) -> Result<XmlReader<'a>, SerdeError> {
    members(xml_body::root(response, cfg)?)
}

/// Returns code, message and request id of an error.
pub(super) fn error_metadata(body: &[u8]) -> Result<Builder, SerdeError> {
    let root = XmlReader::new(body)?;
    let error = members(root.fork())?;
    let message = message(&error)?;
    let request_id = match request_id(&root)? {
        Some(id) => Some(id),
        None => request_id(&error)?,
    };
    let mut builder = ErrorMetadata::builder();
    let code = text(&error, &["Code"])?;
    if let Some(code) = code.as_deref().map(str::trim).filter(|code| !code.is_empty()) {
        builder = builder.code(code);
    } else if message.is_some() || request_id.is_some() {
        // An error whose root is named by its code has one of these, other than the page of a proxy.
        builder =
            root.root_name().filter(|name| !ROOTS.contains(name)).into_iter().fold(builder, Builder::code);
    }
    if let Some(message) = message {
        builder = builder.message(message);
    }
    if let Some(id) = request_id {
        builder = builder.custom(AWS_REQUEST_ID, id);
    }
    Ok(builder)
}

/// Returns the request id of an output in a query protocol.
#[cfg(any(feature = "aws-query", feature = "ec2-query"))]
pub(crate) fn output_request_id(body: &[u8]) -> Option<String> {
    request_id(&XmlReader::new(body).ok()?).ok()?
}

/// Moves to the first error.
fn members(mut root: XmlReader<'_>) -> Result<XmlReader<'_>, SerdeError> {
    root.enter("Errors")?;
    root.enter("Error")?;
    Ok(root)
}

fn message(error: &XmlReader<'_>) -> Result<Option<String>, SerdeError> {
    let message = text(error, &["Message", "message"])?;
    let mut messages = error.fork();
    if message.is_some() || !messages.enter("Messages")? {
        return Ok(message);
    }
    let mut all = Vec::new();
    messages.read_list(&prelude::DOCUMENT, &mut |message| {
        all.push(message.read_string(&prelude::STRING)?);
        Ok(())
    })?;
    Ok(Some(all.join("; ")))
}

fn request_id(element: &XmlReader<'_>) -> Result<Option<String>, SerdeError> {
    let mut metadata = element.fork();
    metadata.enter("ResponseMetadata")?;
    text(&metadata, &["RequestId", "RequestID", "requestId"])
}

/// Returns the text of the first child that has one of these names.
fn text(element: &XmlReader<'_>, names: &[&str]) -> Result<Option<String>, SerdeError> {
    for name in names {
        if let Some(text) = element.child_text(name)? {
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}
