//! Enums in formats whose values may have no names.

use std::collections::BTreeSet;

use crate::source::json;
use indexmap::IndexMap;

use crate::id::{ShapeId, is_identifier};
use crate::model::traits::id;
use crate::model::{Member, Reference, Traits};
use crate::name::{Valued, distinct};
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
/// value, with underscores between groups and before a leading digit, or of words for its symbols if it has none. It is in upper case
/// unless that would lose the boundaries of words. Names differ
/// without regard to case, as Smithy requires; [`distinct`] has the names of values that fall together. A value without a name that
/// occurs again is left out.
pub(super) fn members<'a>(
    shape: &ShapeId,
    values: impl IntoIterator<Item = EnumValue<'a>>,
) -> IndexMap<String, Member> {
    let mut seen = BTreeSet::new();
    let is_new = |value: &EnumValue<'a>| seen.insert(value.value) || value.name.is_some();
    let values: Vec<EnumValue<'_>> = values.into_iter().filter(is_new).collect();
    let member = |(name, value): (String, EnumValue<'a>)| {
        let EnumValue { value, location, mut traits, .. } = value;
        traits.insert(id::ENUM_VALUE, json!(value), location.clone());
        let target = Reference { id: ShapeId::unit(), location: location.clone() };
        (name.clone(), Member { id: shape.member(&name), target, traits, location })
    };
    names(&values).into_iter().zip(values).map(member).collect()
}

fn names(values: &[EnumValue<'_>]) -> Vec<String> {
    let values: Vec<Valued<'_>> = values.iter().map(valued).collect();
    distinct(&values, str::to_ascii_lowercase)
}

fn valued<'a>(value: &EnumValue<'a>) -> Valued<'a> {
    let modelled = value.name.filter(|name| is_identifier(name));
    let name = modelled.or_else(|| is_identifier(value.value).then_some(value.value));
    Valued { value: value.value, name }
}
