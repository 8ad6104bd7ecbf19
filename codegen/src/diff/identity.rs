//! The shapes of the two models that are the same: the service by its role, others by their ids, by their names if the namespace
//! has changed, or else by their roles.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Subject;
use super::role;
use super::side::Side;
use crate::id::ShapeId;
use crate::source::Value;

/// The ids of the old model that are others in the new model.
pub(super) struct Renamed {
    /// New ids by old ones.
    ids: BTreeMap<String, String>,
    /// The new ids.
    new: BTreeSet<String>,
}

impl Renamed {
    /// Finds the shapes that have another id. Those without a counterpart are removed or added, not renamed.
    pub(super) fn of(old: &Side<'_>, new: &Side<'_>) -> Self {
        let service = |side: &Side<'_>| side.model.service().map(|(shape, _)| shape.id.clone());
        let (was, is) = (service(old), service(new));
        let alone =
            |one: &Side<'_>, other: &Side<'_>, service: Option<&ShapeId>| -> BTreeMap<String, Vec<String>> {
                let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
                let ids = one.model.shapes.keys().filter(|id| !other.model.shapes.contains_key(*id));
                for id in ids.filter(|id| Some(*id) != service) {
                    names.entry(id.name().to_owned()).or_default().push(id.to_string());
                }
                names
            };
        let (before, after) = (alone(old, new, was.as_ref()), alone(new, old, is.as_ref()));
        let pair = |(name, ids): (&String, &Vec<String>)| match (&ids[..], after.get(name).map(Vec::as_slice))
        {
            ([was], Some([is])) => Some((was.clone(), is.clone())),
            _ => None,
        };
        let mut renamed: BTreeMap<String, String> = before.iter().filter_map(pair).collect();
        if let (Some(was), Some(is)) = (was, is)
            && was != is
        {
            renamed.insert(was.to_string(), is.to_string());
        }
        role::pair(&mut renamed, old.model, new.model);
        Self::from(renamed)
    }

    fn from(ids: BTreeMap<String, String>) -> Self {
        let new = ids.values().cloned().collect();
        Self { ids, new }
    }

    /// Returns the old and new names of namespaces.
    pub(super) fn namespaces(&self) -> impl Iterator<Item = (&str, &str)> {
        let namespace = |id: &'_ str| id.find('#');
        let pairs = self.ids.iter();
        let pairs = pairs.filter_map(move |(was, is)| Some((&was[..namespace(was)?], &is[..namespace(is)?])));
        pairs.filter(|(was, is)| was != is).collect::<BTreeSet<_>>().into_iter()
    }

    /// Returns the old and new ids of the shapes that have another name, not only another namespace.
    pub(super) fn with_another_name(&self) -> impl Iterator<Item = (&str, &str)> {
        let name = |id: &str| id.split_once('#').map(|(_, name)| name.to_owned());
        let pairs = self.ids.iter().map(|(was, is)| (was.as_str(), is.as_str()));
        pairs.filter(move |(was, is)| name(was) != name(is))
    }

    /// Returns true for a shape of the old model whose id belongs to another shape of the new model.
    pub(super) fn is_displaced(&self, old: &str) -> bool {
        !self.ids.contains_key(old) && self.new.contains(old)
    }

    /// Returns the id in the new model.
    pub(super) fn id<'a>(&'a self, old: &'a str) -> &'a str {
        self.ids.get(old).map_or(old, String::as_str)
    }

    /// Returns a text in a value of a trait: an id of a shape or member, or anything else.
    fn text(&self, old: &str) -> String {
        match old.split_once('$') {
            Some((shape, member)) if self.ids.contains_key(shape) => format!("{}${member}", self.id(shape)),
            _ => self.id(old).to_owned(),
        }
    }

    /// Returns a subject of the old model with the id in the new model.
    pub(super) fn subject(&self, old: &Subject) -> Subject {
        Subject { shape: self.id(&old.shape).to_owned(), member: old.member.clone() }
    }

    /// Returns a value of the old model with the ids in the new model.
    pub(super) fn value(&self, old: Value) -> Value {
        if self.ids.is_empty() {
            return old;
        }
        match old {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(elements) => elements.into_iter().map(|element| self.value(element)).collect(),
            Value::Object(entries) => {
                entries.into_iter().map(|(key, value)| (self.text(&key), self.value(value))).collect()
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Renamed;
    use crate::source::json;

    #[test]
    fn ids_of_shapes_and_members_in_values_are_replaced() {
        let renamed = Renamed::from([("old.ns#Foo".to_owned(), "new.ns#Foo".to_owned())].into());
        let value = |id: &str| json!({ "ids": [id, "old.ns#Other$bar", "a$b"] });
        assert_eq!(renamed.value(value("old.ns#Foo")), value("new.ns#Foo"));
        assert_eq!(renamed.value(value("old.ns#Foo$bar")), value("new.ns#Foo$bar"));
    }
}
