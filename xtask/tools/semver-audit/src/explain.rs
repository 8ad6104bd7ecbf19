//! Whether the judges confirm a verdict, item by item, and why they differ where they do.

use std::fmt;

use tinsmith::diff::{Breaks, Change, Class, Kind, Report, Step};

use crate::items::Items;
use crate::place::{self, Place};

/// Why the judges ask for less than the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// What breaks is a call or a builder, while the program compiles.
    Calls,
    /// The crate does something else, while its items are the same.
    Behaviour,
    /// A field that need not be set any more has the type that it had.
    NotRequired,
    /// The change of behaviour is the service's: the crate has the same code.
    SameCode,
}

impl Reason {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Behaviour => "behaviour",
            Self::NotRequired => "not required",
            Self::SameCode => "same code",
        }
    }
}

/// What the comparison of a verdict with the judges gives.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Why the judges ask for less, where they do.
    pub(crate) reason: Option<Reason>,
    /// What is wrong with the verdict.
    pub(crate) objections: Vec<Objection>,
}

/// Something that the verdict has wrong.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Objection {
    /// The judges ask for another version, and nothing explains it.
    Step,
    /// A public item differs, and no change announces it.
    Unannounced(String),
    /// A change should show in public items, and none differs.
    Unseen(String),
    /// Nothing but documentation is said to change, and the code is another one.
    OtherCode,
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step => f.write_str("the judges ask for another version"),
            Self::Unannounced(item) => write!(f, "no change announces: {item}"),
            Self::Unseen(summary) => write!(f, "no item shows: {summary}"),
            Self::OtherCode => f.write_str("said to be documentation, and the code is another one"),
        }
    }
}

/// Compares a report with the items that differ, the step that the judges ask for, and the code.
pub(crate) fn findings(
    report: &Report,
    items: &Items,
    judged: Option<Step>,
    is_same_code: bool,
    crate_name: &str,
) -> Findings {
    let mut objections = unannounced(report, items, crate_name);
    objections.extend(unseen(report, items, crate_name));
    let only_words = report.step().is_none_or(|step| step == Step::Patch);
    if only_words && !is_same_code {
        objections.push(Objection::OtherCode);
    }
    let ours = report.step().filter(|step| *step > Step::Patch);
    let reason = if ours > judged { reason(report, judged, is_same_code) } else { None };
    if ours != judged && reason.is_none() {
        objections.push(Objection::Step);
    }
    Findings { reason, objections }
}

/// Why a verdict may be graver than the judges'.
fn reason(report: &Report, judged: Option<Step>, is_same_code: bool) -> Option<Reason> {
    let mut forcing = report.forcing().map(|change| (change.class(), change.kind));
    match report.step()? {
        Step::Major => forcing.all(|(_, kind)| kind.breaks() == Some(Breaks::Calls)).then_some(Reason::Calls),
        Step::Minor if judged.is_none() => {
            let (additive, behaviour): (Vec<_>, Vec<_>) =
                forcing.partition(|(class, _)| *class == Class::Additive);
            if additive.iter().any(|(_, kind)| *kind != Kind::MemberNotRequired) {
                return None;
            }
            Some(match behaviour.is_empty() {
                true => Reason::NotRequired,
                false if is_same_code => Reason::SameCode,
                false => Reason::Behaviour,
            })
        }
        _ => None,
    }
}

/// Items that differ without a change of ours that may be the cause.
fn unannounced(report: &Report, items: &Items, crate_name: &str) -> Vec<Objection> {
    let claims = |fits: fn(&Change) -> bool| -> Vec<Place> {
        report.changes.iter().filter(|change| fits(change)).flat_map(claims).collect()
    };
    let breaking = claims(|change| change.kind.breaks() == Some(Breaks::Build));
    let any = claims(|change| change.class() != Class::Documentation);
    let gone = items.removed.iter().chain(&items.changed).map(|item| (item, &breaking));
    let here = items.added.iter().map(|item| (item, &any));
    gone.chain(here)
        .filter(|(item, claims)| {
            let place = place::of_public(item, crate_name);
            !claims.iter().any(|claim| is_at(claim, &place))
        })
        .map(|(item, _)| Objection::Unannounced(item.replace(&format!("{crate_name}::"), "")))
        .collect()
}

/// Changes that are about items, and of which no item tells.
fn unseen(report: &Report, items: &Items, crate_name: &str) -> Vec<Objection> {
    let places = |items: &[&Vec<String>]| -> Vec<Place> {
        items.iter().flat_map(|items| items.iter()).map(|item| place::of_public(item, crate_name)).collect()
    };
    let gone = places(&[&items.removed, &items.changed]);
    let here = places(&[&items.added]);
    let is_shown = |change: &&Change| {
        change.kind.breaks() == Some(Breaks::Build)
            || (change.class() == Class::Additive && change.kind != Kind::MemberNotRequired)
    };
    let shown = report.changes.iter().filter(is_shown);
    let unseen = shown.filter(|change| {
        let places = if change.class() == Class::Breaking { &gone } else { &here };
        let claims = claims(change);
        !places.iter().any(|place| claims.iter().any(|claim| is_at(claim, place)))
    });
    unseen.map(|change| Objection::Unseen(change.summary.clone())).collect()
}

/// The places where a change may show.
fn claims(change: &Change) -> Vec<Place> {
    let places = change.items.iter().map(|item| place::of_reported(item));
    let last = |text: &str| text.rsplit("::").next().map(place::plain);
    let of_value = || change.old.iter().chain(&change.new).filter_map(|value| last(value));
    match change.kind {
        Kind::OperationAdded | Kind::OperationRemoved => places
            .flat_map(|place| {
                let module = place.last().cloned().unwrap_or_default();
                [place, vec!["operation".to_owned(), module]]
            })
            .collect(),
        Kind::TypeAdded | Kind::TypeRemoved => places.flat_map(|place| [variant(&place), place]).collect(),
        Kind::Renamed => {
            let places: Vec<Place> = places.collect();
            let beside = |name: String| {
                let holders = places.iter().filter_map(|place| place.split_last().map(|(_, holder)| holder));
                holders.map(move |holder| [holder, std::slice::from_ref(&name)].concat()).collect::<Vec<_>>()
            };
            let paths = change.old.iter().map(|path| place::of_reported(path));
            of_value().flat_map(beside).chain(paths).chain(places.clone()).collect()
        }
        Kind::ErrorAdded | Kind::ErrorRemoved | Kind::DeriveAdded | Kind::DeriveRemoved => {
            let below = |place: Place| {
                of_value().map(move |name| place.iter().cloned().chain([name]).collect()).collect::<Vec<_>>()
            };
            // The methods of a trait stand beside it.
            let with = change.new.iter().chain(&change.old).flat_map(|name| match name.as_str() {
                "SerializableStruct" => vec!["schema", "serialize_members"],
                _ => Vec::new(),
            });
            let with: Vec<String> = with.map(place::plain).collect();
            let places: Vec<Place> = places.collect();
            let methods = places
                .iter()
                .flat_map(|place| with.iter().map(|name| [&place[..], std::slice::from_ref(name)].concat()));
            places.iter().cloned().flat_map(below).chain(methods).collect()
        }
        Kind::MethodAdded | Kind::MethodRemoved => places.flat_map(method).collect(),
        _ => places.collect(),
    }
}

/// The variant of the crate's `Error` for a type that is an error.
fn variant(place: &Place) -> Place {
    match place.as_slice() {
        [types, error, name] if types == "types" && error == "error" => {
            vec!["error".to_owned(), name.clone()]
        }
        _ => place.clone(),
    }
}

/// A method, and the types that come with it.
fn method(place: Place) -> Vec<Place> {
    let [holder, name] = place.as_slice() else { return vec![place] };
    let with = match name.as_str() {
        "intopaginator" => {
            let stem = holder.strip_suffix("input").unwrap_or(holder);
            vec![vec![format!("{stem}paginator")], vec![format!("{stem}paginatoritems")]]
        }
        "items" => vec![vec![format!("{holder}items")]],
        _ => {
            let waiter = name.strip_prefix("waituntil").filter(|_| holder == "waiters");
            // The method of the trait, and of the client that implements it.
            let method = vec![name.clone()];
            waiter
                .map(|waiter| vec![method, vec!["waiters".to_owned(), waiter.to_owned()]])
                .unwrap_or_default()
        }
    };
    std::iter::once(place.clone()).chain(with).collect()
}

/// Whether `place` is what is claimed, or in it. A claim without a module is about a name wherever it stands.
fn is_at(claim: &Place, place: &Place) -> bool {
    let roots = ["types", "operation", "config", "error"];
    let is_whole = claim.first().is_some_and(|first| roots.contains(&first.as_str()));
    if is_whole { place.starts_with(claim) } else { place.windows(claim.len()).any(|part| part == claim) }
}

#[cfg(test)]
mod tests {
    use tinsmith::diff::{self, Report, Step};
    use tinsmith::{Config, load};

    use super::{Objection, Reason, findings};
    use crate::items::Items;

    /// What `diff` says of a pair of its tests.
    fn report(pair: &str) -> Report {
        let model = |side: &str| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../codegen/tests/diff");
            load(&Config::new(format!("{folder}/{pair}/{side}.json"))).expect("the pair is there")
        };
        diff::compare(&model("old"), &model("new"), &Config::new("")).expect("they can be compared")
    }

    fn removed(items: &[&str]) -> Items {
        Items { removed: items.iter().map(|item| (*item).to_owned()).collect(), ..Items::default() }
    }

    const FIELD: &str = "pub a::types::Thing::name: core::option::Option<alloc::string::String>";
    const SETTER: &str = "pub fn a::types::builders::ThingBuilder::set_name(self) -> Self";

    #[test]
    fn a_removed_field_is_confirmed_by_its_items() {
        let items = removed(&[FIELD, SETTER]);
        let found = findings(&report("member-removed"), &items, Some(Step::Major), false, "a");
        assert_eq!((found.reason, found.objections), (None, Vec::new()));
    }

    #[test]
    fn an_item_without_a_change_and_a_change_without_an_item_are_objections() {
        let other = "pub a::types::Thing::count: i32";
        let found = findings(&report("member-removed"), &removed(&[other]), Some(Step::Major), false, "a");
        let unseen = "field `name` of `types::Thing` is gone; it was `Option<String>`";
        let expected = [
            Objection::Unannounced("pub types::Thing::count: i32".to_owned()),
            Objection::Unseen(unseen.to_owned()),
        ];
        assert_eq!(found.objections, expected);
    }

    #[test]
    fn a_verdict_that_asks_for_less_than_the_judges_is_wrong() {
        let items = removed(&[FIELD]);
        let found = findings(&report("documentation"), &items, Some(Step::Major), true, "a");
        assert!(found.objections.contains(&Objection::Step), "{:?}", found.objections);
        let found = findings(&report("documentation"), &Items::default(), None, false, "a");
        assert_eq!(found.objections, [Objection::OtherCode]);
    }

    #[test]
    fn what_no_item_shows_is_explained() {
        let reason = |pair: &str, is_same_code: bool| {
            let found = findings(&report(pair), &Items::default(), None, is_same_code, "a");
            assert_eq!(found.objections, [], "{pair}");
            found.reason
        };
        assert_eq!(reason("member-required", false), Some(Reason::Calls));
        assert_eq!(reason("auth", false), Some(Reason::Behaviour));
        assert_eq!(reason("service", true), Some(Reason::SameCode));
        assert_eq!(reason("member-not-required", false), Some(Reason::NotRequired));
        assert_eq!(reason("no-effect", true), None);
    }
}
