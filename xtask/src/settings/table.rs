//! The table `[workspace.metadata.tinsmith]` of Cargo.toml.

use serde_json::Value;
use xtask_common::Failure;

const STRINGS: &[&str] = &["model", "output", "crate-name", "crate-version", "protocol", "runtime"];
const LISTS: &[&str] = &["overlays", "operations"];

/// The table as cargo prints it; null when it is missing.
#[derive(Debug)]
pub(super) struct Table<'a>(&'a Value);

impl<'a> Table<'a> {
    /// Checks keys and types of a table.
    pub(super) fn new(table: &'a Value) -> Result<Self, Failure> {
        for (key, value) in table.as_object().into_iter().flatten() {
            let has_type = match key.as_str() {
                key if STRINGS.contains(&key) => value.is_string(),
                key if LISTS.contains(&key) => is_list(value),
                key => return Err(unknown(key)),
            };
            if !has_type {
                let expected = if STRINGS.contains(&key.as_str()) { "a string" } else { "a list of strings" };
                return Err(error(&format!("`{key}` is {value}, but must be {expected}")));
            }
        }
        Ok(Self(table))
    }

    pub(super) fn string(&self, key: &str) -> Option<&'a str> {
        self.0[key].as_str()
    }

    /// Returns the strings of a list. A single string is a list of one.
    pub(super) fn strings(&self, key: &str) -> Vec<&'a str> {
        match &self.0[key] {
            Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
            value => value.as_str().into_iter().collect(),
        }
    }
}

fn is_list(value: &Value) -> bool {
    value.is_string() || value.as_array().is_some_and(|list| list.iter().all(Value::is_string))
}

fn unknown(key: &str) -> Failure {
    let keys: Vec<_> = LISTS.iter().chain(STRINGS).map(|key| format!("`{key}`")).collect();
    error(&format!("unknown key `{key}`; the keys are {}", keys.join(", ")))
}

fn error(message: &str) -> Failure {
    Failure(format!("[workspace.metadata.tinsmith] of Cargo.toml: {message}"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Table;

    fn message(table: &Value) -> String {
        Table::new(table).expect_err("the table is invalid").0
    }

    #[test]
    fn single_string_is_a_list_of_one() {
        let table = json!({"operations": "all", "overlays": ["a", "b"], "model": "m"});
        let table = Table::new(&table).expect("the table is valid");
        assert_eq!(table.strings("operations"), ["all"]);
        assert_eq!(table.strings("overlays"), ["a", "b"]);
        assert_eq!((table.string("model"), table.string("output")), (Some("m"), None));
    }

    #[test]
    fn missing_table_is_empty() {
        let table = Table::new(&Value::Null).expect("a missing table is valid");
        assert!(table.strings("operations").is_empty() && table.string("model").is_none());
    }

    #[test]
    fn invalid_entries_are_named() {
        assert_eq!(
            message(&json!({"operation": []})),
            "[workspace.metadata.tinsmith] of Cargo.toml: unknown key `operation`; the keys are `overlays`, \
             `operations`, `model`, `output`, `crate-name`, `crate-version`, `protocol`, `runtime`"
        );
        assert_eq!(
            message(&json!({"operations": ["A", 1]})),
            "[workspace.metadata.tinsmith] of Cargo.toml: `operations` is [\"A\",1], but must be a list of strings"
        );
        assert_eq!(
            message(&json!({"model": ["m"]})),
            "[workspace.metadata.tinsmith] of Cargo.toml: `model` is [\"m\"], but must be a string"
        );
    }
}
