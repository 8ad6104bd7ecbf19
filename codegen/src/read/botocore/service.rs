//! Botocore's `metadata` to the service shape.

use crate::source::json;

use crate::diagnostic::Diagnostic;
use crate::id::{ShapeId, is_identifier};
use crate::model::Traits;
use crate::model::traits::id;
use crate::source::{Node, Value};

/// Names of protocols in botocore and in Smithy.
const PROTOCOLS: [(&str, &str); 6] = [
    ("smithy-rpc-v2-cbor", "smithy.protocols#rpcv2Cbor"),
    ("rest-json", "aws.protocols#restJson1"),
    ("rest-xml", "aws.protocols#restXml"),
    ("query", "aws.protocols#awsQuery"),
    ("ec2", "aws.protocols#ec2Query"),
    ("json", "aws.protocols#awsJson1_1"),
];

/// Returns the namespace of the service in AWS's models: its id in lower case without spaces.
pub(super) fn namespace(root: &Node<'_>) -> Result<String, Diagnostic> {
    let metadata = root.required("metadata")?;
    let id = metadata.get("serviceId").or_else(|| metadata.get("endpointPrefix"));
    let id =
        id.ok_or_else(|| metadata.required("serviceId").err().unwrap_or_else(|| Diagnostic::error("no id")))?;
    Ok(format!("com.amazonaws.{}", one_word(&id)?.to_lowercase()))
}

/// Returns the letters and digits of a service id, for the names of the namespace and the service.
fn one_word(id: &Node<'_>) -> Result<String, Diagnostic> {
    let name: String = id.text()?.chars().filter(char::is_ascii_alphanumeric).collect();
    if is_identifier(&name) {
        return Ok(name);
    }
    Err(Diagnostic::error(format!("`{name}` is not a valid name of a service"))
        .at(&id.location)
        .with_help("set `serviceId` to the name of the service, which starts with a letter"))
}

/// Returns the id of the service shape. Its name is the last part of the target prefix, or else the service id.
pub(super) fn id(namespace: &str, root: &Node<'_>) -> Result<ShapeId, Diagnostic> {
    let metadata = root.required("metadata")?;
    let prefix = target_prefix(&metadata)?;
    let last = prefix.and_then(|prefix| prefix.rsplit('.').next()).filter(|name| is_identifier(name));
    let name = match last {
        Some(name) => name.to_owned(),
        None => one_word(&metadata.required("serviceId")?)?,
    };
    Ok(ShapeId::new(namespace, &name))
}

/// Returns the name of the service in requests, such as `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101`.
fn target_prefix<'a>(metadata: &Node<'a>) -> Result<Option<&'a str>, Diagnostic> {
    metadata.get("targetPrefix").map(|prefix| prefix.text()).transpose()
}

/// Returns the traits of the service shape, except the endpoint rules.
pub(super) fn traits(root: &Node<'_>) -> Result<Traits, Diagnostic> {
    let metadata = root.required("metadata")?;
    let mut traits = Traits::default();
    let mut add = |id: &str, value: Value| traits.insert(id, value, metadata.location.clone());
    add(id::AWS_SERVICE, aws_service(&metadata));
    for protocol in protocols(&metadata)? {
        add(protocol, http_versions(&metadata));
    }
    if let [_, _, ..] = protocols(&metadata)?[..] {
        add(id::PROTOCOLS, protocols(&metadata)?.into());
    }
    if let Some(prefix) = target_prefix(&metadata)?.filter(|prefix| !is_identifier(prefix)) {
        add(id::TARGET_PREFIX, prefix.into());
    }
    if let Some(title) = metadata.get("serviceFullName") {
        add(id::TITLE, title.value.clone());
    }
    if let Some(uri) = metadata.get("xmlNamespace").filter(|uri| uri.value.is_string()) {
        add(id::XML_NAMESPACE, json!({ "uri": uri.value }));
    }
    if metadata.get("awsQueryCompatible").is_some() {
        add(id::QUERY_COMPATIBLE, json!({}));
    }
    for (id, value) in authentication(&metadata)? {
        add(id, value);
    }
    if let Some(parameters) = root.get("clientContextParams") {
        add("smithy.rules#clientContextParams", parameters.value.clone());
    }
    if let Some(documentation) = root.get("documentation") {
        add(id::DOCUMENTATION, documentation.value.clone());
    }
    Ok(traits)
}

fn aws_service(metadata: &Node<'_>) -> Value {
    let mut service = crate::source::Map::new();
    let properties = [
        ("endpointPrefix", "endpointPrefix"),
        ("serviceId", "sdkId"),
        ("signingName", "arnNamespace"),
        ("uid", "docId"),
    ];
    // The signing name is in `aws.auth#sigv4`, except for services whose requests are not signed.
    let is_signed = metadata.value.get("signatureVersion").is_none_or(|version| version != "bearer");
    for (from, to) in properties.into_iter().filter(|(from, _)| !(is_signed && *from == "signingName")) {
        if let Some(value) = metadata.get(from) {
            service.insert(to.to_owned(), value.value.clone());
        }
    }
    Value::Object(service)
}

/// Returns the protocols in botocore's order of preference.
pub(super) fn protocols(metadata: &Node<'_>) -> Result<Vec<&'static str>, Diagnostic> {
    let listed = match metadata.get("protocols") {
        Some(list) => list.elements()?,
        None => vec![metadata.required("protocol")?],
    };
    listed.iter().map(|name| protocol(name, metadata)).collect()
}

/// Returns the HTTP versions of a protocol: event streams may require HTTP/2, or all requests may use it.
fn http_versions(metadata: &Node<'_>) -> Value {
    let settings = metadata.value.get("protocolSettings").and_then(|settings| settings.get("h2"));
    match settings.and_then(Value::as_str) {
        Some("eventstream") => json!({ "eventStreamHttp": ["h2"] }),
        Some("optional") => json!({ "http": ["h2", "http/1.1"] }),
        _ => json!({}),
    }
}

fn protocol(name: &Node<'_>, metadata: &Node<'_>) -> Result<&'static str, Diagnostic> {
    let name_text = name.text()?;
    let version = metadata.value.get("jsonVersion").and_then(Value::as_str);
    if name_text == "json" && version == Some("1.0") {
        return Ok("aws.protocols#awsJson1_0");
    }
    let known = PROTOCOLS.into_iter().find(|(known, _)| *known == name_text);
    known.map(|(_, id)| id).ok_or_else(|| {
        Diagnostic::error(format!("`{name_text}` is not a protocol of botocore")).at(&name.location).suggest(
            name_text,
            PROTOCOLS.map(|(known, _)| known),
            "the protocols are `json`, `smithy-rpc-v2-cbor`, `rest-json`, `rest-xml`, `query` and `ec2`",
        )
    })
}

/// Returns the authentication schemes with the signing name, and `smithy.api#auth` if there are others than signature version 4.
fn authentication(metadata: &Node<'_>) -> Result<Vec<(&'static str, Value)>, Diagnostic> {
    let mut traits = Vec::new();
    let schemes = metadata.get("auth").map(|auth| auth.elements()).transpose()?.unwrap_or_default();
    let schemes = schemes.iter().map(Node::text).collect::<Result<Vec<_>, _>>()?;
    let version = metadata.get("signatureVersion").and_then(|version| version.value.as_str());
    let name = metadata.get("signingName").or_else(|| metadata.get("endpointPrefix"));
    let signed = json!({ "name": name.map(|name| name.value.clone()) });
    if version == Some("v2") && schemes.is_empty() {
        traits.push((id::SIGV2, json!({})));
    } else if version != Some("bearer") || schemes.contains(&id::SIGV4) {
        traits.push((id::SIGV4, signed.clone()));
    }
    if schemes.contains(&id::SIGV4A) {
        traits.push((id::SIGV4A, signed));
    }
    if schemes.contains(&id::HTTP_BEARER_AUTH) || version == Some("bearer") {
        traits.push((id::HTTP_BEARER_AUTH, json!({})));
    }
    if schemes.iter().any(|scheme| *scheme != id::SIGV4) {
        traits.push((id::AUTH, json!(schemes)));
    }
    Ok(traits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn schemes_are_those_of_the_signature_version_and_of_the_list() {
        let schemes = |metadata: Value| {
            let source = Source::from_text("service-2.json", &metadata.to_string());
            let traits = authentication(&Node::root(&metadata, &source)).unwrap();
            traits.into_iter().map(|(id, value)| format!("{id} {value}")).collect::<Vec<_>>()
        };
        assert_eq!(
            schemes(json!({ "signatureVersion": "v4", "endpointPrefix": "mini" })),
            [r#"aws.auth#sigv4 {"name":"mini"}"#]
        );
        assert_eq!(
            schemes(json!({ "signatureVersion": "v2", "endpointPrefix": "mini" })),
            ["tinsmith.api#sigv2 {}"]
        );
        assert_eq!(
            schemes(json!({ "signatureVersion": "bearer", "endpointPrefix": "mini" })),
            ["smithy.api#httpBearerAuth {}"]
        );
        assert_eq!(
            schemes(json!({
                "signatureVersion": "v4",
                "endpointPrefix": "mini",
                "signingName": "other",
                "auth": ["aws.auth#sigv4a", "aws.auth#sigv4"],
            })),
            [
                r#"aws.auth#sigv4 {"name":"other"}"#,
                r#"aws.auth#sigv4a {"name":"other"}"#,
                r#"smithy.api#auth ["aws.auth#sigv4a","aws.auth#sigv4"]"#,
            ]
        );
    }
}
