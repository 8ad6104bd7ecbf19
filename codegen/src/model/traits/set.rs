//! Traits with their values.

use std::collections::BTreeMap;

use super::id;
use crate::source::{Location, Node, Value};

/// The value of a trait with its location.
#[derive(Clone, Debug)]
pub struct TraitValue {
    /// The value; an annotation is the empty object.
    pub value: Value,
    /// Its location in the model or in an overlay.
    pub location: Location,
}

/// The traits of a shape or member, by trait id.
#[derive(Clone, Debug, Default)]
pub struct Traits(BTreeMap<String, TraitValue>);

impl TraitValue {
    /// Returns a cursor over the value.
    pub(crate) fn node(&self) -> Node<'_> {
        Node::new(&self.value, self.location.clone())
    }
}

impl Traits {
    /// Adds a trait, replacing one with the same id.
    pub fn insert(&mut self, id: impl Into<String>, value: Value, location: Location) {
        self.0.insert(id.into(), TraitValue { value, location });
    }

    /// Adds all traits of `other`, replacing those with the same ids.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().map(|(id, value)| (id.clone(), value.clone())));
    }

    /// Removes a trait.
    pub fn remove(&mut self, id: &str) -> Option<TraitValue> {
        self.0.remove(id)
    }

    /// Returns a trait with its location.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&TraitValue> {
        self.0.get(id)
    }

    /// Returns true if the trait is present.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Returns the value of a trait.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<&Value> {
        self.0.get(id).map(|trait_value| &trait_value.value)
    }

    /// Returns the value of a trait if it is a string.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<&str> {
        self.value(id).and_then(Value::as_str)
    }

    /// Returns a property of a trait if it is a string.
    #[must_use]
    pub fn property(&self, id: &str, property: &str) -> Option<&str> {
        self.value(id)?.get(property)?.as_str()
    }

    /// Returns true if the endpoint of the operation must be discovered before a call.
    #[must_use]
    pub fn require_discovery(&self) -> bool {
        let required = self.value(id::DISCOVERED_ENDPOINT).and_then(|value| value.get("required"));
        required.and_then(Value::as_bool).unwrap_or_default()
    }

    /// Iterates over the traits in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TraitValue)> {
        self.0.iter().map(|(id, value)| (id.as_str(), value))
    }

    /// Returns true if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
