//! Readers of XML bodies.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::config_bag::ConfigBag;

use crate::{config::StrictResponses, wire::XmlReader};

/// Names of roots that no output has: the error of a service, and an HTML page.
const NO_OUTPUTS: [&str; 2] = ["ErrorResponse", "html"];

/// Creates a reader of an output. Fails for a body that is not an output.
pub(super) fn output<'a>(response: &'a HttpResponse, cfg: &ConfigBag) -> Result<XmlReader<'a>, SerdeError> {
    let root = root(response, cfg)?;
    match root.root_name().filter(|root| NO_OUTPUTS.iter().any(|name| root.eq_ignore_ascii_case(name))) {
        Some(name) => Err(SerdeError::custom(format!("the body is `{name}`, which is not an output"))),
        None => Ok(root),
    }
}

/// Creates a reader of the root of a body, which is lenient unless the configuration makes it strict.
pub(super) fn root<'a>(response: &'a HttpResponse, cfg: &ConfigBag) -> Result<XmlReader<'a>, SerdeError> {
    read(response.body().bytes().unwrap_or_default(), cfg)
}

/// Creates a reader of a body whose members are all in other parts of the response, or of a payload that is not XML.
#[cfg(feature = "rest-xml")]
pub(super) fn without_body(cfg: &ConfigBag) -> Result<XmlReader<'static>, SerdeError> {
    read(b"", cfg)
}

fn read<'a>(body: &'a [u8], cfg: &ConfigBag) -> Result<XmlReader<'a>, SerdeError> {
    Ok(XmlReader::new(body)?.lenient(!StrictResponses::load(cfg)))
}
