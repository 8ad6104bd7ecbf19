//! The rules of a service that gives none.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::Shape;
use crate::model::traits::id;
use crate::source::{Source, Value};

/// The rules that AWS services have unless they say otherwise; the prefix of host names is left open.
const REGIONAL: &str = include_str!("regional.json");

/// The rules of a service that is not AWS's: an endpoint must be given.
const CUSTOM: &str = include_str!("custom.json");

/// The standard rules for a service. Source: Smithy 2.0 specification, `aws.api#service`, "endpointPrefix": the prefix
/// is the ARN namespace where it is not given, and that is the name of the service.
pub(super) fn rule_set(service: &Shape) -> Result<(Arc<Source>, Value), Diagnostic> {
    let Some(facts) = service.traits.get(id::AWS_SERVICE) else {
        return parsed("standard rules for custom endpoints", CUSTOM);
    };
    let property = |name| service.traits.property(id::AWS_SERVICE, name);
    let prefix = property("endpointPrefix").or_else(|| property("arnNamespace"));
    let prefix = prefix.map_or_else(|| service.id.name().to_lowercase(), str::to_owned);
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    if prefix.is_empty() || !prefix.bytes().all(fits) {
        return Err(Diagnostic::error(format!("`{prefix}` cannot be part of a host name"))
            .at(&facts.place.child("endpointPrefix"))
            .with_help(format!(
                "give an `endpointPrefix` of letters, digits and `-`, or endpoint rules: `{}`",
                id::ENDPOINT_RULE_SET
            )));
    }
    parsed("standard rules for regional endpoints", &REGIONAL.replace("PREFIX", &prefix))
}

fn parsed(name: &str, text: &str) -> Result<(Arc<Source>, Value), Diagnostic> {
    let source = Source::from_text(name, text);
    let value = source.parse()?;
    Ok((source, value))
}
