//! Suites that become one service.

use serde_json::{Map, Value, json};

use super::{elements, string};

/// Suites whose shapes and operations agree.
pub(super) struct Group<'a> {
    /// The suites.
    pub(super) suites: Vec<&'a Value>,
    shapes: Map<String, Value>,
    operations: Map<String, Value>,
}

/// Returns the groups, each suite in the first that it agrees with.
pub(super) fn groups(suites: &[Value]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for suite in suites {
        match groups.iter_mut().find(|group| group.takes(suite)) {
            Some(group) => group.add(suite),
            None => {
                let mut group = Group { suites: Vec::new(), shapes: Map::new(), operations: Map::new() };
                group.add(suite);
                groups.push(group);
            }
        }
    }
    groups
}

impl<'a> Group<'a> {
    /// Returns true if the group has no other shape or operation of the same name.
    fn takes(&self, suite: &Value) -> bool {
        let is_same = |(name, shape): (&String, &Value)| self.shapes.get(name).is_none_or(|it| it == shape);
        let mut operations = elements(suite, "cases").map(|case| &case["given"]);
        let is_known = |operation: &Value| {
            let known = self.operations.get(string(&operation["name"]));
            known.is_none_or(|known| without_errors(known) == without_errors(operation))
        };
        self.suites.first().is_none_or(|first| first["metadata"] == suite["metadata"])
            && suite["shapes"].as_object().into_iter().flatten().all(is_same)
            && operations.all(is_known)
    }

    fn add(&mut self, suite: &'a Value) {
        self.shapes.extend(suite["shapes"].as_object().cloned().unwrap_or_default());
        for operation in elements(suite, "cases").map(|case| &case["given"]) {
            let entry = self.operations.entry(string(&operation["name"]));
            let known = entry.or_insert_with(|| without_errors(operation));
            let mut errors: Vec<Value> = elements(known, "errors").cloned().collect();
            errors.extend(
                elements(operation, "errors").filter(|it| !errors.contains(it)).cloned().collect::<Vec<_>>(),
            );
            known["errors"] = json!(errors);
        }
        self.suites.push(suite);
    }

    /// Returns the metadata that the suites share.
    pub(super) fn metadata(&self) -> &Value {
        self.suites.first().map_or(&Value::Null, |suite| &suite["metadata"])
    }

    /// Returns the shape of a name.
    pub(super) fn shape(&self, name: &str) -> &Value {
        self.shapes.get(name).unwrap_or(&Value::Null)
    }

    /// Returns the content of `service-2.json`.
    pub(super) fn service(&self) -> Value {
        let mut metadata = self.metadata().clone();
        metadata["serviceId"] = json!("Conformance");
        metadata["endpointPrefix"] = json!("conformance");
        json!({ "version": "2.0", "metadata": metadata, "shapes": self.shapes, "operations": self.operations })
    }
}

/// Returns an operation without its errors, which are those of each case.
fn without_errors(operation: &Value) -> Value {
    let mut operation = operation.clone();
    if let Some(object) = operation.as_object_mut() {
        object.remove("errors");
    }
    operation
}
