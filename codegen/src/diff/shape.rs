//! The canonical models, compared key by key. Every key of a shape or member has a rule, or is reported as one without a rule.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::Value;

use super::change::{Change, Kind, Subject};
use super::identity::Renamed;
use super::notation;
use super::root;
use super::side::Side;
use super::traits::{self, Rule};
use crate::canonical::{self, Prose};
use crate::id::ShapeId;
use crate::model::traits::id;
use crate::model::{Shape, ShapeKind};

/// The changes that plans do not show, given those that they do.
pub(super) fn changes(old: &Side<'_>, new: &Side<'_>, planned: &[Change]) -> Vec<Change> {
    let renamed = Renamed::of(old, new);
    let covers = planned.iter().flat_map(|change| &change.covers);
    let covered: BTreeSet<Subject> =
        covers.flat_map(|subject| [renamed.subject(subject), subject.clone()]).collect();
    let by_id = |side: &Side<'_>| -> BTreeMap<String, Value> {
        side.shapes().map(|shape| (shape.id.to_string(), canonical::shape(shape, Prose::Keep))).collect()
    };
    let (displaced, kept): (BTreeMap<String, Value>, BTreeMap<String, Value>) =
        by_id(old).into_iter().partition(|(id, _)| renamed.is_displaced(id));
    let rename = |(id, value): (String, Value)| (renamed.id(&id).to_owned(), renamed.value(value));
    let (before, after): (BTreeMap<String, Value>, _) = (kept.into_iter().map(rename).collect(), by_id(new));
    let mut changes: Vec<Change> = displaced.keys().filter_map(|id| gone(id, planned)).collect();
    for id in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
        match (before.get(id), after.get(id)) {
            (Some(was), Some(is)) if was != is => {
                let mut differences = shape(id, was, is);
                differences.extend(retargeted(&differences, &before, &after));
                let reported = differences.into_iter().filter(|found| !new.is_beyond(&found.key));
                changes.extend(reported.filter_map(|found| found.report(&covered)));
            }
            (Some(_), None) => changes.extend(alone(id, "is gone", &covered)),
            (None, Some(_)) => changes.extend(alone(id, "is new", &covered)),
            _ => {}
        }
    }
    let is_service = |id: &str| new.service().shape == id;
    let names = renamed.with_another_name().filter(|(_, is)| !is_service(is) && after.contains_key(*is));
    let roots = [root::names(old), root::names(new)];
    let is_root =
        |id: &str, roots: &BTreeSet<&ShapeId>| ShapeId::parse(id).is_some_and(|id| roots.contains(&id));
    changes.extend(
        names.filter_map(|(was, is)| {
            name(was, is, is_root(was, &roots[0]) && is_root(is, &roots[1]), &covered)
        }),
    );
    changes.extend(renamed.namespaces().map(|(was, is)| namespace(was, is, new.service())));
    changes.extend(orders(old, new, &renamed));
    changes
}

/// The removal of a shape whose id belongs to another shape now, unless it is the removal of an item.
fn gone(id: &str, planned: &[Change]) -> Option<Change> {
    let removes = |change: &&Change| matches!(change.kind, Kind::TypeRemoved | Kind::OperationRemoved);
    alone(id, "is gone", &planned.iter().filter(removes).flat_map(|change| change.covers.clone()).collect())
}

/// The new name of a shape, which matters for the root element of a body.
fn name(was: &str, is: &str, is_root: bool, covered: &BTreeSet<Subject>) -> Option<Change> {
    let (old, new) = (Subject::shape(was), Subject::shape(is));
    let (before, after) = (old.short(), new.short());
    let (kind, summary) = if is_root {
        (Kind::Wire, format!("the root element of bodies is `{after}` instead of `{before}`"))
    } else {
        (Kind::NoEffect, format!("the shape `{before}` is called `{after}` now, which no program notices"))
    };
    let is_covered = !is_root && (covered.contains(&old) || covered.contains(&new));
    (!is_covered).then(|| Change::new(kind, new, summary).old(before).new_value(after))
}

/// The new name of a namespace, which is in the schemas of the crate.
fn namespace(was: &str, is: &str, service: Subject) -> Change {
    let summary = format!("the namespace `{was}` is called `{is}` now, which no program notices");
    Change::new(Kind::NoEffect, service, summary).old(was).new_value(is)
}

/// The differences on the wire that a member has by another target without a Rust type of its own, such as a list.
fn retargeted<'v>(
    differences: &[Difference<'v>],
    before: &'v BTreeMap<String, Value>,
    after: &'v BTreeMap<String, Value>,
) -> Vec<Difference<'v>> {
    let mut open: Vec<_> = differences.iter().filter_map(Difference::targets).collect();
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    while let Some((was, is)) = open.pop() {
        let (old, new) = (before.get(was).unwrap_or(&Value::Null), after.get(is).unwrap_or(&Value::Null));
        if !seen.insert((was, is)) || [old, new].iter().any(|shape| shape.get("members").is_some()) {
            continue;
        }
        let below = shape(is, old, new);
        open.extend(below.iter().filter_map(Difference::targets));
        found
            .extend(below.into_iter().filter(|below| traits::rule(&below.key) == Some(Rule::Is(Kind::Wire))));
    }
    found
}

/// A shape of one model that no item of the crate comes from.
fn alone(id: &str, verb: &str, covered: &BTreeSet<Subject>) -> Option<Change> {
    let subject = Subject::shape(id);
    let is_covered = covered.contains(&subject);
    (!is_covered).then(|| {
        let summary = format!("the shape `{}` {verb}, which no program notices", subject.short());
        Change::new(Kind::NoEffect, subject, summary)
    })
}

/// A difference under one key.
struct Difference<'v> {
    subject: Subject,
    key: String,
    old: Option<&'v Value>,
    new: Option<&'v Value>,
    /// True if neither crate depends on the value.
    is_unread: bool,
}

impl<'v> Difference<'v> {
    fn new(subject: Subject, key: &str, old: Option<&'v Value>, new: Option<&'v Value>) -> Self {
        Self { subject, key: key.to_owned(), old, new, is_unread: false }
    }

    /// The old and the new target of a member, if they differ.
    fn targets(&self) -> Option<(&'v str, &'v str)> {
        let is_target = self.subject.member.is_some() && self.key == "target";
        is_target.then_some((self.old?.as_str()?, self.new?.as_str()?))
    }

    /// The change to report, unless the plans show it.
    fn report(self, covered: &BTreeSet<Subject>) -> Option<Change> {
        let kind = match traits::rule(&self.key) {
            Some(Rule::Planned | Rule::PlannedOr(_)) if covered.contains(&self.subject) => return None,
            Some(Rule::Planned) => Kind::NoEffect,
            Some(_) if self.is_unread => Kind::NoEffect,
            Some(Rule::Is(kind) | Rule::PlannedOr(kind)) => kind,
            None => Kind::Unclassed,
        };
        let summary = self.sentence(kind);
        let mut change = Change::new(kind, self.subject, summary);
        let text = |value: &Value| {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            notation::shortened(&text)
        };
        change.old = self.old.map(text);
        change.new = self.new.map(text);
        Some(change)
    }

    fn sentence(&self, kind: Kind) -> String {
        let difference = format!("`{}` of `{}` {}", short(&self.key), self.subject.short(), self.verb());
        match kind {
            Kind::NoEffect => format!("{difference}, which no program notices"),
            Kind::Unclassed => format!("{difference}; there is no rule for `{}`", self.key),
            Kind::Documentation => format!("`{}` of `{}` changes", short(&self.key), self.subject.short()),
            _ => format!("{}: {difference}", traits::noun(kind)),
        }
    }

    /// The difference as a verb, with the values if they are short.
    fn verb(&self) -> String {
        match (self.old.map(brief), self.new.map(brief)) {
            (None, Some(Some(new))) => format!("is {new} now"),
            (None, _) => "is set now".to_owned(),
            (Some(Some(old)), None) => format!("is not set any more; it was {old}"),
            (_, None) => "is not set any more".to_owned(),
            (Some(Some(old)), Some(Some(new))) => format!("changes from {old} to {new}"),
            _ => "changes".to_owned(),
        }
    }
}

/// A value that is short enough for a sentence.
fn brief(value: &Value) -> Option<String> {
    const MAX_LENGTH: usize = 80;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let is_annotation = value.as_object().is_some_and(crate::source::Map::is_empty);
    (text.len() <= MAX_LENGTH && !is_annotation && !text.contains('`')).then(|| format!("`{text}`"))
}

/// `paginated` of `smithy.api#paginated`.
fn short(key: &str) -> &str {
    key.rsplit('#').next().unwrap_or(key)
}

/// The differences of a shape that both models have.
fn shape<'v>(id: &str, before: &'v Value, after: &'v Value) -> Vec<Difference<'v>> {
    let mut found = Vec::new();
    for key in keys(before, after) {
        let (old, new) = (before.get(key), after.get(key));
        if old == new {
            continue;
        }
        match key {
            "traits" => found.extend(entries(&Subject::shape(id), old, new)),
            "members" => {
                for name in keys(old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null)) {
                    let of = |members: Option<&'v Value>| members.and_then(|members| members.get(name));
                    found.extend(member(id, name, of(old), of(new)));
                }
            }
            "member" | "key" | "value" => found.extend(member(id, key, old, new)),
            _ if same_set(old, new) => {}
            _ => found.push(Difference::new(Subject::shape(id), key, old, new)),
        }
    }
    found
}

fn member<'v>(id: &str, name: &str, old: Option<&'v Value>, new: Option<&'v Value>) -> Vec<Difference<'v>> {
    let subject = Subject::member(id, name);
    let (Some(before), Some(after)) = (old, new) else {
        let key = "target";
        let target = |member: Option<&'v Value>| member.and_then(|member| member.get("target"));
        let differs = old != new;
        let found = Difference::new(subject, key, target(old), target(new));
        return differs.then_some(found).into_iter().collect();
    };
    let mut found = Vec::new();
    for key in keys(before, after) {
        let (old, new) = (before.get(key), after.get(key));
        match key {
            _ if old == new => {}
            "traits" => found.extend(entries(&subject, old, new)),
            _ => found.push(Difference::new(subject.clone(), key, old, new)),
        }
    }
    found
}

/// One difference for each trait.
fn entries<'v>(subject: &Subject, old: Option<&'v Value>, new: Option<&'v Value>) -> Vec<Difference<'v>> {
    let of = |traits: Option<&'v Value>, key: &str| traits.and_then(|traits| traits.get(key));
    // Crates are generated from the rules of a service, if it has both.
    let has_rules = |traits: Option<&'v Value>| of(traits, id::ENDPOINT_RULE_SET).is_some();
    keys(old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null))
        .into_iter()
        .filter(|key| of(old, key) != of(new, key))
        .map(|key| Difference {
            is_unread: key == id::ENDPOINT_BDD && has_rules(old) && has_rules(new),
            ..Difference::new(subject.clone(), key, of(old, key), of(new, key))
        })
        .collect()
}

/// The keys of either object.
fn keys<'v>(before: &'v Value, after: &'v Value) -> BTreeSet<&'v str> {
    let objects = [before, after].into_iter().filter_map(Value::as_object);
    objects.flat_map(crate::source::Map::keys).map(String::as_str).collect()
}

/// Returns true if two lists of references name the same shapes: their order is not part of a model.
fn same_set(old: Option<&Value>, new: Option<&Value>) -> bool {
    let targets = |list: Option<&Value>| -> Option<BTreeSet<String>> {
        let list = list.map_or(Some(&[][..]), |list| list.as_array().map(Vec::as_slice))?;
        list.iter().map(|reference| Some(reference.get("target")?.as_str()?.to_owned())).collect()
    };
    targets(old).is_some_and(|old| Some(old) == targets(new))
}

/// Members that both models have in another order.
fn orders(old: &Side<'_>, new: &Side<'_>, renamed: &Renamed) -> Vec<Change> {
    let before: BTreeMap<&str, &Shape> = old
        .model
        .shapes
        .values()
        .filter(|shape| !renamed.is_displaced(shape.id.as_str()))
        .map(|shape| (renamed.id(shape.id.as_str()), shape))
        .collect();
    let shapes = new.shapes().filter_map(|after| Some((*before.get(after.id.as_str())?, after)));
    shapes.filter_map(|(before, after)| order(before, after)).collect()
}

fn order(before: &Shape, after: &Shape) -> Option<Change> {
    let common = |one: &Shape, other: &Shape| -> Vec<String> {
        one.members.keys().filter(|name| other.members.contains_key(*name)).cloned().collect()
    };
    let (was, is) = (common(before, after), common(after, before));
    (was != is).then(|| {
        let subject = Subject::shape(after.id.as_str());
        let meaning = match after.kind {
            ShapeKind::Enum => "so that values compare in another order",
            _ => "so that they are written in another order",
        };
        let summary = format!("the members of `{}` are in another order, {meaning}", subject.short());
        let (was, is) = (notation::shortened(&was.join(", ")), notation::shortened(&is.join(", ")));
        Change::new(Kind::Order, subject, summary).old(was).new_value(is)
    })
}
