//! Enums of formats in which values need no names.

use indexmap::IndexMap;
use serde_json::json;

use crate::id::{ShapeId, is_identifier};
use crate::model::traits::id;
use crate::model::{Member, Reference, Traits};
use crate::source::Location;

/// One value.
pub(super) struct EnumValue<'a> {
    /// Its name, if the model gives one.
    pub(super) name: Option<&'a str>,
    /// The value on the wire.
    pub(super) value: &'a str,
    /// Its location.
    pub(super) location: Location,
    /// Its other traits.
    pub(super) traits: Traits,
}

/// The members of an enum.
///
/// The name of a value without one is the value itself, if that is an identifier. Otherwise it consists of its letters and digits
/// in upper case, with underscores between the groups of them and before a leading digit; without any it is `EMPTY`. A name that
/// is taken gets an underscore or two, and if many values share it the number of the value.
pub(super) fn members<'a>(
    shape: &ShapeId,
    values: impl IntoIterator<Item = EnumValue<'a>>,
) -> IndexMap<String, Member> {
    let mut members = IndexMap::new();
    for EnumValue { name, value, location, mut traits } in values {
        let modelled = name.filter(|name| is_identifier(name)).map(str::to_owned);
        let name = distinct(&modelled.unwrap_or_else(|| derived(value)), &members);
        traits.insert(id::ENUM_VALUE, json!(value), location.clone());
        let target = Reference { id: ShapeId::unit(), location: location.clone() };
        members.insert(name.clone(), Member { id: shape.member(&name), target, traits, location });
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
