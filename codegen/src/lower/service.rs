//! The service, and the protocol that its clients speak.

use super::customization;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::doc;
use crate::model::traits::id;
use crate::model::{Model, Shape};
use crate::plan::{Protocol, ServicePlan};
use crate::setting::Setting;

/// Lowers the service, by the model and the configuration.
pub(super) fn lower(
    model: &Model,
    config: &Config,
    warnings: &mut Vec<Diagnostic>,
) -> Result<ServicePlan, Diagnostics> {
    let (shape, service) = model.required_service()?;
    let protocol = protocol(shape, config)?;
    warnings.extend(unlisted(shape, protocol));
    let traits = &shape.traits;
    let sdk_id = shape.sdk_id().to_owned();
    let prefix = traits.property(id::AWS_SERVICE, "endpointPrefix");
    let of_scheme = [id::SIGV4, id::SIGV4A].into_iter().find_map(|scheme| traits.property(scheme, "name"));
    // Where nothing is signed, the name is that of the environment variable of bearer tokens.
    let namespace = traits.property(id::AWS_SERVICE, "arnNamespace");
    let signing = of_scheme.or(namespace).or(prefix).map(str::to_owned);
    let title = plain(traits.text(id::TITLE).unwrap_or(&sdk_id));
    let doc = traits.text(id::DOCUMENTATION).map(doc::to_markdown).filter(|text| !text.is_empty());
    Ok(ServicePlan {
        customization: customization::of_service(model),
        protocol,
        shape_name: shape.id.name().to_owned(),
        wire_name: wire_name(shape)?,
        namespace: shape.id.namespace().to_owned(),
        version: plain(&service.version),
        xml_namespace: traits.property(id::XML_NAMESPACE, "uri").map(str::to_owned),
        signing_name: signing.unwrap_or_else(|| sdk_id.to_lowercase().replace(' ', "")),
        is_query_compatible: traits.has(id::QUERY_COMPATIBLE),
        doc: doc.unwrap_or_else(|| format!("The service {title}.")),
        name: one_word(&sdk_id),
        title,
        sdk_id,
    })
}

/// Returns the name of the service in requests, which is part of a header or a path.
fn wire_name(service: &Shape) -> Result<String, Diagnostic> {
    let Some(prefix) = service.traits.get(id::TARGET_PREFIX) else { return Ok(service.id.name().to_owned()) };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    let name = prefix.value.as_str().filter(|name| !name.is_empty() && name.bytes().all(is_plain));
    name.map(str::to_owned).ok_or_else(|| {
        Diagnostic::error("the name of the service in requests is not valid")
            .at(&prefix.location)
            .with_help("use ASCII letters, digits, `.`, `_` and `-`")
    })
}

/// Returns the protocol of a crate for `model`.
pub fn chosen_protocol(model: &Model, config: &Config) -> Result<Protocol, Diagnostics> {
    let (shape, _) = model.required_service()?;
    Ok(protocol(shape, config)?)
}

/// Returns the configured protocol, or the first supported protocol of the model; JSON 1.1 if it lists none.
fn protocol(service: &Shape, config: &Config) -> Result<Protocol, Diagnostic> {
    if let Some(name) = &config.protocol {
        return Protocol::parse(name).ok_or_else(|| {
            let error = Diagnostic::error(format!("the protocol `{name}` is not supported"));
            error.or_at(config.positions.of(Setting::Protocol, name)).suggest(
                name,
                Protocol::ALL
                    .map(|(id, _)| if name.contains('#') { id } else { id.rsplit('#').next().unwrap_or(id) }),
                &supported(),
            )
        });
    }
    let listed = listed(service);
    if listed.is_empty() {
        return Ok(Protocol::AwsJson11);
    }
    listed.iter().find_map(|id| Protocol::parse(id)).ok_or_else(|| {
        let trait_value = service.traits.get(listed[0]);
        let location = trait_value.map_or(&service.location, |trait_value| &trait_value.location);
        Diagnostic::error(format!(
            "the service supports {} only, which this generator does not",
            listed.join(" and ")
        ))
        .at(location)
        .with_help(supported())
    })
}

/// Returns a warning if the model lists protocols, but not this one.
fn unlisted(service: &Shape, protocol: Protocol) -> Option<Diagnostic> {
    let listed = listed(service);
    let is_unlisted = !listed.is_empty() && !listed.contains(&protocol.id());
    is_unlisted.then(|| {
        let names: Vec<_> =
            listed.iter().map(|id| format!("`{}`", id.rsplit('#').next().unwrap_or(id))).collect();
        Diagnostic::warning(format!(
            "the model does not list the protocol `{}`, so the service may not support it",
            protocol.name()
        ))
        .at(&service.location)
        .with_help(format!("the model lists {}", names.join(" and ")))
    })
}

fn supported() -> String {
    let names = Protocol::ALL.map(|(_, protocol)| format!("`{}`", protocol.name()));
    format!("supported are {}", names.join(", "))
}

/// Returns the protocols of a model's service by trait id, in order of preference if the model has one.
#[must_use]
pub fn protocols(model: &Model) -> Vec<&str> {
    model.service().map(|(service, _)| listed(service)).unwrap_or_default()
}

fn listed(service: &Shape) -> Vec<&str> {
    if let Some(listed) = service.traits.value(id::PROTOCOLS).and_then(crate::source::Value::as_array) {
        return listed.iter().filter_map(crate::source::Value::as_str).collect();
    }
    let all = service.traits.iter().map(|(id, _)| id);
    let known =
        ["aws.protocols#aws", "aws.protocols#rest", "aws.protocols#ec2Query", "smithy.protocols#rpcv2"];
    all.filter(|id| known.iter().any(|known| id.starts_with(known)) && *id != id::QUERY_COMPATIBLE).collect()
}

/// Keeps letters, digits and harmless punctuation on one line: the string goes into documentation, comments and the manifest.
fn plain(text: &str) -> String {
    let harmless = |letter: char| letter.is_alphanumeric() || " -.,&()/+'".contains(letter);
    text.chars().map(|letter| if harmless(letter) { letter } else { ' ' }).collect()
}

/// Converts `Direct Connect` to `directconnect`.
fn one_word(sdk_id: &str) -> String {
    let name: String = sdk_id.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_lowercase();
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("service{name}") }
}
