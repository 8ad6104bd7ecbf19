//! `paginators-1.json` to `smithy.api#paginated`.

use crate::source::{Map, json};

use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::model::traits::id;
use crate::source::{Node, Value};

const KEYS: [(&str, &str); 4] = [
    ("input_token", "inputToken"),
    ("output_token", "outputToken"),
    ("limit_key", "pageSize"),
    ("result_key", "items"),
];

pub(super) fn apply(model: &mut Model, namespace: &str, root: &Node<'_>) -> Result<(), Diagnostic> {
    for (operation, node) in root.required("pagination")?.entries()? {
        let Some(shape) = model.shapes.get_mut(format!("{namespace}#{operation}").as_str()) else {
            return Err(Diagnostic::error(format!("the model has no operation `{operation}` to paginate"))
                .at(&node.location)
                .with_help("remove the paginator, or use both files of the same release of botocore"));
        };
        let (id, value) = match standard(&node) {
            Some(value) => (id::PAGINATED, value),
            None => (id::PAGINATOR, node.value.clone()),
        };
        shape.traits.insert(id, value, node.location);
    }
    Ok(())
}

/// Converts to Smithy's trait, which has one token and one list of items; `None` if botocore's paginator has more.
fn standard(node: &Node<'_>) -> Option<Value> {
    let mut value = Map::new();
    for (key, entry) in node.value.as_object()? {
        let name = KEYS.iter().find(|(from, _)| from == key).map(|(_, to)| *to)?;
        let path = match entry {
            Value::Array(list) => <&[Value; 1]>::try_from(list.as_slice()).ok()?[0].as_str()?,
            entry => entry.as_str()?,
        };
        let is_path = path.split('.').all(crate::id::is_identifier);
        value.insert(name.to_owned(), is_path.then(|| json!(path))?);
    }
    Some(Value::Object(value))
}
