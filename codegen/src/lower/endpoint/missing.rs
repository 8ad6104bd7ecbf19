//! Values that are missing: no condition on the way to them assigns a name that they use.

use super::diagram;
use super::scope::Scope;
use crate::source::Value;

/// Returns true if a value is missing. `isSet` always has a value, and `coalesce` unless all of its arguments are missing.
pub(super) fn is_missing(value: &Value, scope: &Scope<'_>) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
        Value::String(_) => diagram::used(value).iter().any(|name| scope.is_missing(name)),
        Value::Array(elements) => elements.iter().any(|element| is_missing(element, scope)),
        Value::Object(entries) => match value["fn"].as_str() {
            Some("isSet") => false,
            Some("coalesce") => value["argv"].as_array().is_some_and(|arguments| {
                !arguments.is_empty() && arguments.iter().all(|argument| is_missing(argument, scope))
            }),
            _ => {
                value["ref"].as_str().is_some_and(|name| scope.is_missing(name))
                    || entries.values().any(|value| is_missing(value, scope))
            }
        },
    }
}
