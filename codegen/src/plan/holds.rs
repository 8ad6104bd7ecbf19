//! Which traits of the standard library a type may implement: what it holds, at any depth, must implement them too.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::id::{MemberId, ShapeId};
use crate::model::derive::{Derive, Standard};
use crate::model::traits::id;
use crate::model::{Member, Model, Shape, ShapeKind, SimpleKind};

/// Found once for all shapes, from the inside out: a walk from each shape would take the square of their number.
pub(super) struct Holds<'m> {
    boxed: &'m BTreeSet<MemberId>,
    /// What overlays say of types, by shape.
    said: BTreeMap<&'m ShapeId, Derive>,
    /// What the overlay says of all types.
    of_all: Derive,
    /// The shapes that cannot have a trait, each with the way to what keeps it from it.
    lacking: BTreeMap<Standard, BTreeMap<&'m ShapeId, Way<'m>>>,
}

/// The shortest way from a shape to one that lacks a trait by itself.
#[derive(Clone, Copy, Debug)]
struct Way<'m> {
    /// The first member on the way, and the last; none where the shape itself lacks it.
    members: Option<(&'m Member, &'m Member)>,
    /// Where it ends.
    end: &'m Shape,
}

/// Why a type cannot implement a trait.
#[derive(Debug)]
pub(super) struct Cause<'m> {
    /// The first members that lead to it, each of the type that the one before holds; none where it is the type itself.
    pub(super) members: Vec<&'m Member>,
    /// The member that holds it.
    pub(super) last: Option<&'m Member>,
    /// What they lead to, which lacks the trait by itself.
    pub(super) end: &'m Shape,
}

/// Nobody reads a way that is longer, and a model could have one that is as long as itself.
const LONGEST_WAY: usize = 16;

impl<'m> Holds<'m> {
    pub(super) fn of(model: &'m Model, boxed: &'m BTreeSet<MemberId>) -> Self {
        let derives = model.shapes.values().filter(|shape| shape.traits.has(id::DERIVE));
        let said = derives.map(|shape| (&shape.id, Derive::of(&shape.traits))).collect();
        let of_all = model.service().map(|(service, _)| Derive::of(&service.traits)).unwrap_or_default();
        let mut holds = Self { boxed, said, of_all, lacking: BTreeMap::new() };
        let mut holders: Holders<'_> = BTreeMap::new();
        for member in model.shapes.values().flat_map(|shape| shape.members.values()) {
            holders.entry(&member.target.id).or_default().push(member);
        }
        let targets = holders.keys().filter_map(|id| model.shape(id));
        let shapes: Vec<&Shape> = model.shapes.values().chain(targets).collect();
        for standard in Standard::ALL {
            let seeds = shapes.iter().filter(|shape| holds.lacks_itself(standard, shape));
            let reached = outwards(seeds.copied(), &holders);
            holds.lacking.insert(standard, reached);
        }
        holds
    }

    /// Whether values of the shape cannot have the trait.
    pub(super) fn lacks(&self, standard: Standard, shape: &ShapeId) -> bool {
        self.way(standard, shape).is_some()
    }

    fn way(&self, standard: Standard, shape: &ShapeId) -> Option<Way<'m>> {
        self.lacking.get(&standard)?.get(shape).copied()
    }

    /// What keeps a shape from the trait, if anything does.
    pub(super) fn cause(&self, standard: Standard, shape: &ShapeId) -> Option<Cause<'m>> {
        let way = self.way(standard, shape)?;
        let mut members: Vec<&Member> = Vec::new();
        let mut next = way.members;
        while let Some((member, _)) = next.filter(|_| members.len() < LONGEST_WAY) {
            members.push(member);
            next = self.way(standard, &member.target.id).and_then(|way| way.members);
        }
        Some(Cause { members, last: way.members.map(|(_, last)| last), end: way.end })
    }

    /// Whether an overlay wants the trait for a type.
    pub(super) fn is_wanted(&self, standard: Standard, shape: &Shape) -> bool {
        // Whoever wants an order wants a partial one too.
        let brings = |wanted: Standard| {
            wanted == standard || (wanted == Standard::Ord && standard == Standard::PartialOrd)
        };
        let wants = |derive: &Derive| derive.add.iter().any(|(wanted, _)| brings(*wanted));
        !self.is_dropped(standard, shape)
            && (self.said.get(&shape.id).is_some_and(wants) || wants(&self.of_all))
    }

    /// Whether an overlay keeps a type from the trait. What is said of the type holds over what is said of all.
    pub(super) fn is_dropped(&self, standard: Standard, shape: &Shape) -> bool {
        let said = self.said.get(&shape.id);
        let adds = said.is_some_and(|said| said.add.iter().any(|(added, _)| *added == standard));
        let drops = said.is_some_and(|said| said.drop.contains(&standard));
        is_type(shape) && (drops || (!adds && self.of_all.drop.contains(&standard)))
    }

    /// Whether a shape lacks the trait whatever its members are.
    fn lacks_itself(&self, standard: Standard, shape: &Shape) -> bool {
        use ShapeKind::{Enum, List, Map, Structure, Union};
        let kind = &shape.kind;
        let is_simple =
            |kinds: &[SimpleKind]| matches!(kind, ShapeKind::Simple(kind) if kinds.contains(kind));
        let must_be_wanted = matches!(kind, Structure | Union) && !shape.id.is_prelude();
        let is_error = shape.traits.has(id::ERROR);
        let lacks = |other| self.lacks_itself(other, shape);
        self.is_dropped(standard, shape)
            || match standard {
                Standard::Eq => is_simple(&[SimpleKind::Float, SimpleKind::Double, SimpleKind::Document]),
                Standard::Hash => lacks(Standard::Eq) || is_error || matches!(kind, Map),
                Standard::PartialOrd => {
                    is_simple(UNORDERED)
                        || is_error
                        || matches!(kind, Map)
                        || (must_be_wanted && !self.is_wanted(standard, shape))
                }
                Standard::Ord => {
                    lacks(Standard::Eq)
                        || lacks(Standard::PartialOrd)
                        || (must_be_wanted && !self.is_wanted(standard, shape))
                }
                Standard::Copy => {
                    is_simple(ON_THE_HEAP)
                        || is_error
                        || matches!(kind, List | Map | Enum)
                        || (must_be_wanted && !self.is_wanted(standard, shape))
                        || shape.members.values().any(|member| self.boxed.contains(&member.id))
                }
            }
    }
}

/// Types that `aws-smithy-types` gives no order.
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

/// Whether the shape becomes a type that derives something.
fn is_type(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure | ShapeKind::Union | ShapeKind::Enum) && !shape.id.is_prelude()
}

/// Members by what they hold.
type Holders<'m> = BTreeMap<&'m ShapeId, Vec<&'m Member>>;

/// The shapes and all that hold them, at any depth, the nearest first.
fn outwards<'m>(
    seeds: impl Iterator<Item = &'m Shape>,
    holders: &Holders<'m>,
) -> BTreeMap<&'m ShapeId, Way<'m>> {
    let mut open: VecDeque<(&ShapeId, Way<'_>)> =
        seeds.map(|shape| (&shape.id, Way { members: None, end: shape })).collect();
    let mut reached = BTreeMap::new();
    while let Some((id, way)) = open.pop_front() {
        if reached.contains_key(id) {
            continue;
        }
        reached.insert(id, way);
        for &member in holders.get(id).into_iter().flatten() {
            let last = way.members.map_or(member, |(_, last)| last);
            open.push_back((&member.id.shape, Way { members: Some((member, last)), ..way }));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::pass::boxed_members;

    /// Each of many structures holds the next, and the last a map: all lack `Hash`, and no way is told in full.
    #[test]
    fn long_ways_are_cut() {
        let mut shapes = serde_json::Map::new();
        for number in 0..100 {
            let next = json!({ "next": { "target": format!("example.holds#S{}", number + 1) } });
            shapes
                .insert(format!("example.holds#S{number}"), json!({ "type": "structure", "members": next }));
        }
        let text = json!({ "target": "smithy.api#String" });
        shapes.insert("example.holds#S100".to_owned(), json!({ "type": "map", "key": text, "value": text }));
        let document = json!({ "smithy": "2.0", "shapes": shapes });
        let model = crate::read::text("model.json", &document.to_string()).unwrap();
        let boxed = boxed_members(&model);
        let holds = Holds::of(&model, &boxed);
        let cause = |number| {
            let cause =
                holds.cause(Standard::Hash, &ShapeId::new("example.holds", &format!("S{number}"))).unwrap();
            (cause.members.len(), cause.last.map(|last| last.id.shape.name().to_owned()), cause.end.id.name())
        };
        assert_eq!(cause(0), (LONGEST_WAY, Some("S99".to_owned()), "S100"));
        assert_eq!(cause(98), (2, Some("S99".to_owned()), "S100"));
        assert_eq!(cause(100), (0, None, "S100"));
        assert!(holds.cause(Standard::Eq, &ShapeId::new("example.holds", "S0")).is_none());
    }
}
