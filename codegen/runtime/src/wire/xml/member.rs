//! Members of structures by the names of their elements and attributes.

use std::collections::HashMap;

use aws_smithy_schema::{Schema, ShapeType, extension::SchemaExtensionKey};

use super::tree::{ElementId, Tree};

/// For each member of a structure, the index of the next one whose elements have the same name. The last one is followed by
/// the first one. Empty if no members share a name, as in nearly all structures.
static TWINS: SchemaExtensionKey<Box<[usize]>> = SchemaExtensionKey::new(twins);

fn twins(schema: &Schema<'_>) -> Box<[usize]> {
    let members = schema.members();
    let mut twins: Vec<usize> = (0..members.len()).collect();
    let mut last_of_name = HashMap::new();
    for (index, member) in members.iter().enumerate().filter(|(_, member)| !member.xml_attribute()) {
        if let Some(last) = last_of_name.insert(local_name(wire_name(member)), index) {
            twins.swap(last, index);
        }
    }
    if twins.iter().enumerate().any(|(index, twin)| index != *twin) { twins.into() } else { Box::default() }
}

/// The members of a structure that are elements.
///
/// Elements mostly come in the order of the members, so that the search begins after the member that was found last, or at it
/// if it may have more elements.
pub(super) struct ElementMembers<'s> {
    members: &'s [&'s Schema<'s>],
    twins: &'s [usize],
    last: usize,
    next: usize,
}

impl<'s> ElementMembers<'s> {
    pub(super) fn of(schema: &'s Schema<'s>) -> Self {
        Self { members: schema.members(), twins: schema.extension(&TWINS).as_ref(), last: 0, next: 0 }
    }

    /// Returns a member whose element has a local name.
    pub(super) fn find(&mut self, name: &str) -> Option<&'s Schema<'s>> {
        let is_found = |member: &&Schema<'_>| !member.xml_attribute() && has_name(member, name);
        let (before, after) = self.members.split_at_checked(self.next)?;
        self.last = match after.iter().position(is_found) {
            Some(distance) => self.next + distance,
            None => before.iter().position(is_found)?,
        };
        let member = *self.members.get(self.last)?;
        self.next = if is_flattened(member) { self.last } else { self.last + 1 };
        Some(member)
    }

    /// Returns the other members with the name of the member that was found last.
    pub(super) fn twins(&self) -> impl Iterator<Item = &'s Schema<'s>> + use<'s> {
        let Self { members, twins, last, .. } = *self;
        let next = move |&index: &usize| twins.get(index).copied().filter(|&twin| twin != last);
        std::iter::successors(next(&last), next).filter_map(|twin| members.get(twin).copied())
    }
}

/// Returns the name of the element or attribute of a member.
pub(super) fn wire_name<'s>(member: &'s Schema<'_>) -> &'s str {
    match member.xml_name() {
        Some(name) => name.value(),
        None => member.member_name().unwrap_or_default(),
    }
}

/// Returns whether the element of a member has a local name.
pub(super) fn has_name(member: &Schema<'_>, name: &str) -> bool {
    is_local_name_of(name, wire_name(member))
}

fn local_name(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local_name)| local_name)
}

fn is_local_name_of(local_name: &str, name: &str) -> bool {
    // Names mostly have different lengths, or no prefix.
    match name.len().checked_sub(local_name.len()) {
        Some(0) => name == local_name,
        Some(prefix) => name.as_bytes()[prefix - 1] == b':' && name.ends_with(local_name),
        None => false,
    }
}

/// Returns whether the elements of a list or map are elements of the structure.
pub(super) fn is_flattened(member: &Schema<'_>) -> bool {
    member.xml_flattened() && matches!(member.shape_type(), ShapeType::List | ShapeType::Map)
}

/// The names of the elements in an entry of a map.
pub(super) struct EntryNames<'s> {
    key: &'s str,
    value: &'s str,
}

impl<'s> EntryNames<'s> {
    pub(super) fn of(schema: &'s Schema<'_>) -> Self {
        let key = schema.key().and_then(Schema::xml_name).map_or("key", |name| name.value());
        let value = schema.member().and_then(Schema::xml_name).map_or("value", |name| name.value());
        Self { key, value }
    }

    /// Returns the key and the value of an entry, which come in any order.
    pub(super) fn find(&self, tree: &Tree<'_>, entry: ElementId) -> (Option<ElementId>, Option<ElementId>) {
        let (mut key, mut value) = (None, None);
        for child in tree.children(entry) {
            let name = tree.name(child);
            if is_local_name_of(name, self.key) {
                key = Some(child);
            } else if is_local_name_of(name, self.value) {
                value = Some(child);
            }
        }
        (key, value)
    }
}
