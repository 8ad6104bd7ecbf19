//! What `[workspace.metadata.tinsmith]` of Cargo.toml says.

use serde_json::Value;

use crate::Failure;

const TEXTS: &[&str] = &["model", "output", "crate-name", "crate-version", "protocol", "runtime"];
const LISTS: &[&str] = &["overlays", "operations"];

/// The table, as cargo hands it out; nothing, where there is none.
#[derive(Debug)]
pub(super) struct Given<'a>(&'a Value);

impl<'a> Given<'a> {
    /// Takes a table whose keys are known and whose values are of the right kind.
    pub(super) fn new(table: &'a Value) -> Result<Self, Failure> {
        for (key, value) in table.as_object().into_iter().flatten() {
            let known = match key.as_str() {
                key if TEXTS.contains(&key) => value.is_string(),
                key if LISTS.contains(&key) => is_list(value),
                key => return Err(unknown(key)),
            };
            if !known {
                let kind = if TEXTS.contains(&key.as_str()) { "text" } else { "a list of texts" };
                return Err(fault(&format!("`{key}` is {value}, but must be {kind}")));
            }
        }
        Ok(Self(table))
    }

    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.0[key].as_str()
    }

    /// The texts of a list; a text by itself is a list of one.
    pub(super) fn texts(&self, key: &str) -> Vec<&'a str> {
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
    let keys: Vec<_> = LISTS.iter().chain(TEXTS).map(|key| format!("`{key}`")).collect();
    fault(&format!("`{key}` is unknown; there are {}", keys.join(", ")))
}

fn fault(what: &str) -> Failure {
    Failure(format!("[workspace.metadata.tinsmith] of Cargo.toml: {what}"))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Given;

    fn message(table: &Value) -> String {
        Given::new(table).expect_err("the table is wrong").0
    }

    #[test]
    fn a_text_is_a_list_of_one() {
        let table = json!({"operations": "all", "overlays": ["a", "b"], "model": "m"});
        let given = Given::new(&table).expect("the table is right");
        assert_eq!(given.texts("operations"), ["all"]);
        assert_eq!(given.texts("overlays"), ["a", "b"]);
        assert_eq!((given.text("model"), given.text("output")), (Some("m"), None));
    }

    #[test]
    fn no_table_says_nothing() {
        let given = Given::new(&Value::Null).expect("it is not there");
        assert!(given.texts("operations").is_empty() && given.text("model").is_none());
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(
            message(&json!({"operation": []})),
            "[workspace.metadata.tinsmith] of Cargo.toml: `operation` is unknown; there are `overlays`, \
             `operations`, `model`, `output`, `crate-name`, `crate-version`, `protocol`, `runtime`"
        );
        assert_eq!(
            message(&json!({"operations": ["A", 1]})),
            "[workspace.metadata.tinsmith] of Cargo.toml: `operations` is [\"A\",1], but must be a list of texts"
        );
        assert_eq!(
            message(&json!({"model": ["m"]})),
            "[workspace.metadata.tinsmith] of Cargo.toml: `model` is [\"m\"], but must be text"
        );
    }
}
