//! Enums whose values need no names in the format they are read from.

use indexmap::IndexMap;
use serde_json::json;

use crate::id::{ShapeId, is_identifier};
use crate::model::traits::id;
use crate::model::{Member, Reference, Traits};
use crate::source::Place;

/// One value.
pub(super) struct EnumValue<'a> {
    /// Its name, where the model gives one.
    pub(super) name: Option<&'a str>,
    /// The text on the wire.
    pub(super) value: &'a str,
    /// Where it stands.
    pub(super) place: Place,
    /// What else is said of it.
    pub(super) traits: Traits,
}

/// The members of an enum.
///
/// A value without a name is its own name where it can be one. Otherwise its letters and digits are, in upper case, with
/// underscores between the groups of them and in front of a digit; one without any is `EMPTY`. A name that is taken gets
/// an underscore or two, and where many values share it the number of the value.
pub(super) fn members<'a>(
    shape: &ShapeId,
    values: impl IntoIterator<Item = EnumValue<'a>>,
) -> IndexMap<String, Member> {
    let mut members = IndexMap::new();
    for EnumValue { name, value, place, mut traits } in values {
        let given = name.filter(|name| is_identifier(name)).map(str::to_owned);
        let name = distinct(&given.unwrap_or_else(|| derived(value)), &members);
        traits.insert(id::ENUM_VALUE, json!(value), place.clone());
        let target = Reference { id: ShapeId::unit(), place: place.clone() };
        members.insert(name.clone(), Member { id: shape.member(&name), target, traits, place });
    }
    members
}

/// A row of underscores would grow with every value that shares the name.
fn distinct(name: &str, members: &IndexMap<String, Member>) -> String {
    let free = |name: &String| !members.contains_key(name);
    let candidates = [name.to_owned(), format!("{name}_"), format!("{name}__")];
    candidates.into_iter().find(free).unwrap_or_else(|| {
        let mut numbered = format!("{name}_{}", members.len());
        while !free(&numbered) {
            numbered.push('_');
        }
        numbered
    })
}

/// `application/pdf` becomes `APPLICATION_PDF`.
fn derived(value: &str) -> String {
    if is_identifier(value) {
        return value.to_owned();
    }
    let parts = value.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.collect::<Vec<_>>().join("_").to_uppercase();
    match name.as_str() {
        "" => "EMPTY".to_owned(),
        name if is_identifier(name) => name.to_owned(),
        name => format!("_{name}"),
    }
}
