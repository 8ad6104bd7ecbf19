//! HTTP bindings of operations and members.

use crate::source::{Map, Value, json};

use crate::diagnostic::Diagnostic;
use crate::model::traits::id;
use crate::read::botocore::object::object;
use crate::source::Node;

/// Returns the trait that binds a member to a part of a message other than its body.
pub(super) fn binding(
    name: &str,
    node: &Node<'_>,
    target: Option<&Node<'_>>,
) -> Result<Option<(&'static str, Value)>, Diagnostic> {
    let wire_name = node.get("locationName").map_or_else(|| json!(name), |name| name.value.clone());
    let is_map = || target.is_some_and(|target| target.value.get("type").is_some_and(|kind| kind == "map"));
    let Some(location) = node.get("location") else { return Ok(None) };
    Ok(Some(match location.text()? {
        "uri" => (id::HTTP_LABEL, json!({})),
        "querystring" if is_map() => (id::HTTP_QUERY_PARAMS, json!({})),
        "querystring" => (id::HTTP_QUERY, wire_name),
        "header" => (id::HTTP_HEADER, wire_name),
        "headers" => (id::HTTP_PREFIX_HEADERS, wire_name),
        "statusCode" => (id::HTTP_RESPONSE_CODE, json!({})),
        unknown => return Err(unknown_location(unknown, &location)),
    }))
}

fn unknown_location(name: &str, node: &Node<'_>) -> Diagnostic {
    Diagnostic::error(format!("`{name}` is not a location of botocore")).at(&node.location).suggest(
        name,
        ["uri", "querystring", "header", "headers", "statusCode"],
        "the locations are `uri`, `querystring`, `header`, `headers` and `statusCode`",
    )
}

/// Returns the method, URI and status of an operation.
pub(super) fn operation(http: &Node<'_>, input: Option<Node<'_>>) -> Option<Value> {
    let keys = [("method", "method"), ("requestUri", "uri"), ("responseCode", "code")];
    let mut binding = object(http, keys)?;
    let members = input.and_then(|input| input.value.get("members")?.as_object().cloned());
    if let Some(uri) = binding.as_object_mut().and_then(|entries| entries.get_mut("uri"))
        && let Some(text) = uri.as_str()
    {
        *uri = json!(with_members(text, &members.unwrap_or_default()));
    }
    Some(binding)
}

/// Renames the labels of a URI, which are wire names in botocore, to members: `/{restapi_id}` to `/{restApiId}`.
fn with_members(uri: &str, members: &Map) -> String {
    let mut parts = uri.split('{');
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(['}', '+']).unwrap_or(part.len());
        let (label, rest) = part.split_at(end);
        let is_bound = |member: &Value| member["location"] == "uri" && member["locationName"] == label;
        let member = members.iter().find(|(_, member)| is_bound(member));
        renamed.push('{');
        renamed.push_str(member.map_or(label, |(name, _)| name));
        renamed.push_str(rest);
    }
    renamed
}
