//! Members of structures by their names in JSON and CBOR.

use aws_smithy_schema::Schema;

/// The order of members in the structures that have been read.
///
/// Structures of one shape mostly have their members in one order, first that of the model. So the name of the next member is
/// known, and is compared before any other.
#[derive(Default)]
pub(super) struct MemberOrders(Vec<MemberOrder>);

struct MemberOrder {
    /// Address of the schema. If it belongs to another schema later, only the order is wrong.
    schema: usize,
    /// For each member, the index of the member after it. The first one is that of the first member.
    next: Vec<usize>,
}

/// A position in the order of a structure's members.
pub(super) struct Members<'s> {
    schemas: &'s [&'s Schema<'s>],
    order: usize,
    /// Index of the member that was found last, plus one.
    last: usize,
    /// `true` if `smithy.api#jsonName` names members.
    has_json_names: bool,
}

impl MemberOrders {
    /// Returns the position before the first member.
    pub(super) fn start<'s>(&mut self, schema: &'s Schema<'s>, has_json_names: bool) -> Members<'s> {
        let (address, members) = (std::ptr::from_ref(schema).addr(), schema.members());
        let known = self.0.iter().position(|order| order.schema == address);
        let order = known.unwrap_or_else(|| {
            self.0.push(MemberOrder { schema: address, next: (0..=members.len()).collect() });
            self.0.len() - 1
        });
        Members { schemas: members, order, last: 0, has_json_names }
    }

    /// Returns the member that comes next in the order, and its name.
    #[inline]
    fn expected<'s>(&self, position: &Members<'s>) -> Option<(usize, &'s Schema<'s>, &'s str)> {
        let index = *self.0.get(position.order)?.next.get(position.last)?;
        let member = *position.schemas.get(index)?;
        Some((index, member, position.name(member)?))
    }
}

impl<'s> Members<'s> {
    /// Returns the member that comes next in the order and the length of its name, if `text` starts with the name and a quote.
    #[inline]
    pub(super) fn expected_in(
        &mut self,
        text: &[u8],
        orders: &MemberOrders,
    ) -> Option<(&'s Schema<'s>, usize)> {
        let (index, member, name) = orders.expected(self)?;
        let is_next = text.starts_with(name.as_bytes()) && text.get(name.len()) == Some(&b'"');
        // A name with a backslash is written with another.
        if !is_next || (self.has_json_names && name.contains(['"', '\\'])) {
            return None;
        }
        self.last = index + 1;
        Some((member, name.len()))
    }

    /// Returns the member that comes next in the order if it has a name.
    #[inline]
    pub(super) fn expected(&mut self, name: &[u8], orders: &MemberOrders) -> Option<&'s Schema<'s>> {
        let (index, member, expected) = orders.expected(self)?;
        if expected.as_bytes() != name {
            return None;
        }
        self.last = index + 1;
        Some(member)
    }

    /// Returns the member with a name, which comes next in the order from now on.
    #[inline]
    pub(super) fn find(&mut self, name: &str, orders: &mut MemberOrders) -> Option<&'s Schema<'s>> {
        if let Some(member) = self.expected(name.as_bytes(), orders) {
            return Some(member);
        }
        let index = self.schemas.iter().position(|member| self.name(member) == Some(name))?;
        let next = orders.0.get_mut(self.order).and_then(|order| order.next.get_mut(self.last));
        if let Some(next) = next {
            *next = index;
        }
        self.last = index + 1;
        self.schemas.get(index).copied()
    }

    #[inline]
    fn name<'m>(&self, member: &'m Schema<'_>) -> Option<&'m str> {
        match member.json_name() {
            Some(name) if self.has_json_names => Some(name.value()),
            _ => member.member_name(),
        }
    }
}
