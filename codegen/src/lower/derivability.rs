//! The traits of the standard library that types can derive: their members, at any depth, must implement them too.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::id::{MemberId, ShapeId};
use crate::model::derive::Derive;
use crate::model::traits::id;
use crate::model::{Member, Model, Shape, ShapeKind, SimpleKind};
use crate::standard_trait::StandardTrait;

/// The traits that shapes can derive, found once for all shapes from the inside out: a walk from each shape would take the
/// square of their number.
pub(super) struct Derivability<'m> {
    boxed: &'m BTreeSet<MemberId>,
    /// The derives that overlays ask for, by shape.
    by_shape: BTreeMap<&'m ShapeId, Derive>,
    /// The derives that overlays ask for on the service, for all types.
    of_all: Derive,
    /// The shapes that cannot derive a trait, each with the path to the cause.
    obstacles: BTreeMap<StandardTrait, BTreeMap<&'m ShapeId, MemberPath<'m>>>,
}

/// The shortest path from a shape to one that cannot derive a trait by itself.
#[derive(Clone, Copy, Debug)]
struct MemberPath<'m> {
    /// The first member of the path, and the last; none for the shape itself.
    members: Option<(&'m Member, &'m Member)>,
    /// The shape at its end.
    end: &'m Shape,
}

/// The cause that keeps a type from a trait.
#[derive(Debug)]
pub(super) struct Cause<'m> {
    /// The first members of the path, each of the type of the one before; none for the type itself.
    pub(super) members: Vec<&'m Member>,
    /// The member that targets the end.
    pub(super) last: Option<&'m Member>,
    /// The shape at the end, which cannot derive the trait by itself.
    pub(super) end: &'m Shape,
}

/// The maximum number of members in a cause. A path could be as long as the model.
const MAX_MEMBERS: usize = 16;

impl<'m> Derivability<'m> {
    pub(super) fn of(model: &'m Model, boxed: &'m BTreeSet<MemberId>) -> Self {
        let derives = model.shapes.values().filter(|shape| shape.traits.has(id::DERIVE));
        let by_shape = derives.map(|shape| (&shape.id, Derive::of(&shape.traits))).collect();
        let of_all = model.service().map(|(service, _)| Derive::of(&service.traits)).unwrap_or_default();
        let mut derivability = Self { boxed, by_shape, of_all, obstacles: BTreeMap::new() };
        let mut holders: Holders<'_> = BTreeMap::new();
        for member in model.shapes.values().flat_map(|shape| shape.members.values()) {
            holders.entry(&member.target.id).or_default().push(member);
        }
        let targets = holders.keys().filter_map(|id| model.shape(id));
        let shapes: Vec<&Shape> = model.shapes.values().chain(targets).collect();
        for standard in StandardTrait::ALL {
            let seeds = shapes.iter().filter(|shape| derivability.cannot_derive_itself(standard, shape));
            let reached = outwards(seeds.copied(), &holders);
            derivability.obstacles.insert(standard, reached);
        }
        derivability
    }

    /// Returns true if the shape cannot derive the trait.
    pub(super) fn cannot_derive(&self, standard: StandardTrait, shape: &ShapeId) -> bool {
        self.path(standard, shape).is_some()
    }

    fn path(&self, standard: StandardTrait, shape: &ShapeId) -> Option<MemberPath<'m>> {
        self.obstacles.get(&standard)?.get(shape).copied()
    }

    /// Returns the cause that keeps a shape from the trait, if there is one.
    pub(super) fn cause(&self, standard: StandardTrait, shape: &ShapeId) -> Option<Cause<'m>> {
        let path = self.path(standard, shape)?;
        let mut members: Vec<&Member> = Vec::new();
        let mut next = path.members;
        while let Some((member, _)) = next.filter(|_| members.len() < MAX_MEMBERS) {
            members.push(member);
            next = self.path(standard, &member.target.id).and_then(|path| path.members);
        }
        Some(Cause { members, last: path.members.map(|(_, last)| last), end: path.end })
    }

    /// Returns true if an overlay asks for the trait on a type.
    pub(super) fn is_requested(&self, standard: StandardTrait, shape: &Shape) -> bool {
        // A total order implies a partial one.
        let implies = |requested: StandardTrait| {
            requested == standard
                || (requested == StandardTrait::Ord && standard == StandardTrait::PartialOrd)
        };
        let requests = |derive: &Derive| derive.add.iter().any(|(requested, _)| implies(*requested));
        !self.is_dropped(standard, shape)
            && (self.by_shape.get(&shape.id).is_some_and(requests) || requests(&self.of_all))
    }

    /// Returns true if an overlay drops the trait from a type. The derives of the type override those of the service.
    pub(super) fn is_dropped(&self, standard: StandardTrait, shape: &Shape) -> bool {
        let derive = self.by_shape.get(&shape.id);
        let adds = derive.is_some_and(|derive| derive.add.iter().any(|(added, _)| *added == standard));
        let drops = derive.is_some_and(|derive| derive.drop.contains(&standard));
        is_type(shape) && (drops || (!adds && self.of_all.drop.contains(&standard)))
    }

    /// Returns true if a shape cannot derive the trait, whatever its members are.
    fn cannot_derive_itself(&self, standard: StandardTrait, shape: &Shape) -> bool {
        use ShapeKind::{Enum, List, Map, Structure, Union};
        let kind = &shape.kind;
        let is_simple =
            |kinds: &[SimpleKind]| matches!(kind, ShapeKind::Simple(kind) if kinds.contains(kind));
        let needs_request = matches!(kind, Structure | Union) && !shape.id.is_prelude();
        let is_error = shape.traits.has(id::ERROR);
        let cannot_derive = |other| self.cannot_derive_itself(other, shape);
        self.is_dropped(standard, shape)
            || shape.traits.has(id::STREAMING)
            || shape.members.values().any(|member| member.traits.has(id::STREAMING))
            || match standard {
                StandardTrait::Eq => {
                    is_simple(&[SimpleKind::Float, SimpleKind::Double, SimpleKind::Document])
                }
                StandardTrait::Hash => cannot_derive(StandardTrait::Eq) || is_error || matches!(kind, Map),
                StandardTrait::PartialOrd => {
                    is_simple(UNORDERED)
                        || is_error
                        || matches!(kind, Map)
                        || (needs_request && !self.is_requested(standard, shape))
                }
                StandardTrait::Ord => {
                    cannot_derive(StandardTrait::Eq)
                        || cannot_derive(StandardTrait::PartialOrd)
                        || (needs_request && !self.is_requested(standard, shape))
                }
                StandardTrait::Copy => {
                    is_simple(ON_THE_HEAP)
                        || is_error
                        || matches!(kind, List | Map | Enum)
                        || (needs_request && !self.is_requested(standard, shape))
                        || shape.members.values().any(|member| self.boxed.contains(&member.id))
                }
            }
    }
}

/// Types of `aws-smithy-types` without an order.
const UNORDERED: &[SimpleKind] =
    &[SimpleKind::Blob, SimpleKind::BigInteger, SimpleKind::BigDecimal, SimpleKind::Document];

/// Types that own memory.
const ON_THE_HEAP: &[SimpleKind] = &[
    SimpleKind::Blob,
    SimpleKind::String,
    SimpleKind::BigInteger,
    SimpleKind::BigDecimal,
    SimpleKind::Document,
];

/// Returns true if the shape becomes a type with derives.
fn is_type(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union | ShapeKind::Enum) && !shape.id.is_prelude()
}

/// Members by their targets.
type Holders<'m> = BTreeMap<&'m ShapeId, Vec<&'m Member>>;

/// Returns the shapes and all that hold them, at any depth, the nearest first.
fn outwards<'m>(
    seeds: impl Iterator<Item = &'m Shape>,
    holders: &Holders<'m>,
) -> BTreeMap<&'m ShapeId, MemberPath<'m>> {
    let mut open: VecDeque<(&ShapeId, MemberPath<'_>)> =
        seeds.map(|shape| (&shape.id, MemberPath { members: None, end: shape })).collect();
    let mut reached = BTreeMap::new();
    while let Some((id, path)) = open.pop_front() {
        if reached.contains_key(id) {
            continue;
        }
        reached.insert(id, path);
        for &member in holders.get(id).into_iter().flatten() {
            let last = path.members.map_or(member, |(_, last)| last);
            open.push_back((&member.id.shape, MemberPath { members: Some((member, last)), ..path }));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use crate::source::json;

    use super::*;
    use crate::pass::boxed_members;

    /// Each of many structures holds the next, and the last a map: none can derive `Hash`, and long paths are cut.
    #[test]
    fn long_paths_are_cut() {
        let mut shapes = crate::source::Map::new();
        for number in 0..100 {
            let next = json!({ "next": { "target": format!("example.holds#S{}", number + 1) } });
            shapes
                .insert(format!("example.holds#S{number}"), json!({ "type": "structure", "members": next }));
        }
        let text = json!({ "target": "smithy.api#String" });
        shapes
            .insert("example.holds#S100".to_owned(), json!({ "type": "map", "key": &text, "value": &text }));
        let document = json!({ "smithy": "2.0", "shapes": shapes });
        let model = crate::read::text("model.json", &document.to_string()).unwrap();
        let boxed = boxed_members(&model);
        let derivability = Derivability::of(&model, &boxed);
        let cause = |number| {
            let cause = derivability
                .cause(StandardTrait::Hash, &ShapeId::new("example.holds", &format!("S{number}")))
                .unwrap();
            (cause.members.len(), cause.last.map(|last| last.id.shape.name().to_owned()), cause.end.id.name())
        };
        assert_eq!(cause(0), (MAX_MEMBERS, Some("S99".to_owned()), "S100"));
        assert_eq!(cause(98), (2, Some("S99".to_owned()), "S100"));
        assert_eq!(cause(100), (0, None, "S100"));
        assert!(derivability.cause(StandardTrait::Eq, &ShapeId::new("example.holds", "S0")).is_none());
    }
}
