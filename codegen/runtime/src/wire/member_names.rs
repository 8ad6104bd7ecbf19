//! Members of structures by their names.

use aws_smithy_schema::Schema;

/// The members of a structure or union, by their names in JSON or CBOR.
///
/// Members mostly come in the order of the model, so that the search begins after the member that was found last.
pub(super) struct MemberNames<'s> {
    members: &'s [&'s Schema<'s>],
    next: usize,
    /// `true` if `smithy.api#jsonName` names members.
    has_json_names: bool,
}

impl<'s> MemberNames<'s> {
    pub(super) fn of(schema: &'s Schema<'s>, has_json_names: bool) -> Self {
        Self { members: schema.members(), next: 0, has_json_names }
    }

    /// Returns the next member and the length of its name, if `text` starts with the name and a quote. A name that may need
    /// escapes is not found.
    #[inline]
    pub(super) fn expected(&mut self, text: &[u8]) -> Option<(&'s Schema<'s>, usize)> {
        let member = *self.members.get(self.next)?;
        if self.has_json_names && member.json_name().is_some() {
            return None;
        }
        let name = member.member_name()?.as_bytes();
        if !text.starts_with(name) || text.get(name.len()) != Some(&b'"') {
            return None;
        }
        self.next += 1;
        Some((member, name.len()))
    }

    /// Returns the member with a name.
    pub(super) fn find(&mut self, name: &str) -> Option<&'s Schema<'s>> {
        let (before, after) = self.members.split_at_checked(self.next)?;
        let is_found = |member: &&Schema<'_>| self.name(member) == Some(name);
        let index = match after.iter().position(is_found) {
            Some(distance) => self.next + distance,
            None => before.iter().position(is_found)?,
        };
        self.next = index + 1;
        self.members.get(index).copied()
    }

    fn name<'m>(&self, member: &'m Schema<'_>) -> Option<&'m str> {
        match member.json_name() {
            Some(name) if self.has_json_names => Some(name.value()),
            _ => member.member_name(),
        }
    }
}
