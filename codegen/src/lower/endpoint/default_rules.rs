//! Default rules, for services without endpoint rules.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::model::traits::id;
use crate::source::{Source, Value, json};

/// The default rules of AWS services. The prefix of host names is a placeholder.
const REGIONAL: &str = include_str!("regional.json");

/// The rules of a service that is not one of AWS: an endpoint must be configured.
const CUSTOM: &str = include_str!("custom.json");

/// Returns the default rules for a service. Source: Smithy 2.0 specification, `aws.api#service`, "endpointPrefix": the prefix
/// is the ARN namespace if it is missing, and that is the name of the service.
pub(super) fn rule_set(service: &Shape) -> Result<(Arc<Source>, Value), Diagnostic> {
    let Some(aws_service) = service.traits.get(id::AWS_SERVICE) else {
        return Ok(parsed("standard rules for custom endpoints", CUSTOM));
    };
    let property = |name| service.traits.property(id::AWS_SERVICE, name);
    let prefix = property("endpointPrefix").or_else(|| property("arnNamespace"));
    let prefix = prefix.map_or_else(|| service.id.name().to_lowercase(), str::to_owned);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    if prefix.is_empty() || !prefix.bytes().all(fits) {
        return Err(Diagnostic::error(format!("`{prefix}` cannot be part of a host name"))
            .at(&aws_service.location.child("endpointPrefix"))
            .with_help(format!(
                "give an `endpointPrefix` of letters, digits and `-`, or endpoint rules: `{}`",
                id::ENDPOINT_RULE_SET
            )));
    }
    Ok(parsed("standard rules for regional endpoints", &REGIONAL.replace("PREFIX", &prefix)))
}

fn parsed(name: &str, text: &str) -> (Arc<Source>, Value) {
    let value = json::parse(text).expect("the standard rules are valid JSON, and so is a prefix in them");
    (Source::from_text(name, text), value)
}
