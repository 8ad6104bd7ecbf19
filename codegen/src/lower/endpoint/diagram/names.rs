//! The names that conditions and results use and assign.

use std::collections::BTreeSet;

use crate::source::Value;

/// Returns the names that a value refers to, by `ref` or in templates.
pub(in crate::lower::endpoint) fn used(value: &Value) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    collect(value, &mut found);
    found
}

fn collect<'v>(value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(text) => found.extend(in_template(text)),
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, found)),
        Value::Object(entries) => {
            found.extend(value["ref"].as_str());
            entries.values().for_each(|value| collect(value, found));
        }
    }
}

/// Returns the names in braces; what is after `#` is a part of the value.
fn in_template(text: &str) -> impl Iterator<Item = &str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    inside.map(|(inside, _)| inside.split('#').next().unwrap_or_default()).filter(|name| !name.is_empty())
}

/// Returns the name that a condition assigns.
pub(super) fn assigned(condition: &Value) -> Option<&str> {
    condition["assign"].as_str()
}

#[cfg(test)]
mod tests {
    use super::used;
    use crate::source::json;

    #[test]
    fn names_are_found_in_references_and_templates() {
        let condition =
            json!({ "fn": "f", "argv": ["{a#b}-{c}{{d}}", 1], "deep": { "ref": "e" }, "assign": "g" });
        assert_eq!(used(&condition).into_iter().collect::<Vec<_>>(), ["a", "c", "d", "e"]);
    }
}
