//! Enums in formats whose values may have no names.

use indexmap::IndexMap;
use serde_json::json;

use crate::id::{ShapeId, is_identifier};
use crate::model::traits::id;
use crate::model::{Member, Reference, Traits};
use crate::source::Location;

/// A value of an enum.
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

/// Creates the members of an enum.
///
/// A value without a name is used as its name if it is an identifier. Otherwise the name consists of the letters and digits of the
/// value, in upper case, with underscores between groups and before a leading digit; `EMPTY` if there are none. A duplicate
/// name gets one or two underscores, and after that the index of the value.
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

/// Returns a name that is not in `members`. The number of underscores is limited, as it would grow with each duplicate.
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

/// Derives a name from a value: `APPLICATION_PDF` from `application/pdf`.
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
