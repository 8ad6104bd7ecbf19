//! Comparison of a verdict with the references, item by item, and reasons for differences.

use std::fmt;

use tinsmith::diff::{Breaks, Change, Class, Kind, Report, Step};

use crate::item_path::{self, ItemPath};
use crate::items::Items;

/// Reason why the references require less than the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A call or a builder fails, while the program compiles.
    Calls,
    /// The behaviour of the crate differs, while its items are equal.
    Behaviour,
    /// A field is no longer required, and its type is unchanged.
    NotRequired,
    /// The behaviour of the service changes, while the code of the crate is equal.
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

/// Result of the comparison of a verdict with the references.
#[derive(Debug, Default)]
pub(crate) struct Explanation {
    /// Reason why the references require less, if they do.
    pub(crate) reason: Option<Reason>,
    /// Errors of the verdict.
    pub(crate) discrepancies: Vec<Discrepancy>,
}

/// An error of a verdict.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Discrepancy {
    /// The references require another version, without a reason.
    Step,
    /// A public item differs, and no change reports it.
    Unreported(String),
    /// A change affects public items, and none differs.
    NotInItems(String),
    /// Only documentation changes according to the report, but the code differs.
    CodeDiffers,
}

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step => f.write_str("the references require another version"),
            Self::Unreported(item) => write!(f, "no change reports the item: {item}"),
            Self::NotInItems(summary) => write!(f, "no item differs by the change: {summary}"),
            Self::CodeDiffers => f.write_str("reported as documentation only, but the code differs"),
        }
    }
}

/// Compares a report with the items that differ, the version step of the references, and the code.
pub(crate) fn explain(
    report: &Report,
    items: &Items,
    reference: Option<Step>,
    is_same_code: bool,
    crate_name: &str,
) -> Explanation {
    let mut discrepancies = unreported(report, items, crate_name);
    discrepancies.extend(not_in_items(report, items, crate_name));
    let is_documentation = report.step().is_none_or(|step| step == Step::Patch);
    if is_documentation && !is_same_code {
        discrepancies.push(Discrepancy::CodeDiffers);
    }
    let verdict = report.step().filter(|step| *step > Step::Patch);
    let reason = if verdict > reference { reason(report, reference, is_same_code) } else { None };
    if verdict != reference && reason.is_none() {
        discrepancies.push(Discrepancy::Step);
    }
    Explanation { reason, discrepancies }
}

/// Returns the reason why a verdict requires more than the references.
fn reason(report: &Report, reference: Option<Step>, is_same_code: bool) -> Option<Reason> {
    let mut forcing = report.forcing().map(|change| (change.class(), change.kind));
    match report.step()? {
        Step::Major => forcing.all(|(_, kind)| kind.breaks() == Some(Breaks::Calls)).then_some(Reason::Calls),
        Step::Minor if reference.is_none() => {
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

/// Finds items that differ without a change that may be the cause.
fn unreported(report: &Report, items: &Items, crate_name: &str) -> Vec<Discrepancy> {
    let affected = |fits: fn(&Change) -> bool| -> Vec<ItemPath> {
        report.changes.iter().filter(|change| fits(change)).flat_map(affected_paths).collect()
    };
    let breaking = affected(|change| change.kind.breaks() == Some(Breaks::Build));
    let any = affected(|change| change.class() != Class::Documentation);
    let old = items.removed.iter().chain(&items.changed).map(|item| (item, &breaking));
    let new = items.added.iter().map(|item| (item, &any));
    old.chain(new)
        .filter(|(item, affected)| {
            let path = item_path::of_public(item, crate_name);
            !affected.iter().any(|affected| is_at(affected, &path))
        })
        .map(|(item, _)| Discrepancy::Unreported(item.replace(&format!("{crate_name}::"), "")))
        .collect()
}

/// Finds changes that affect items, without an item that differs.
fn not_in_items(report: &Report, items: &Items, crate_name: &str) -> Vec<Discrepancy> {
    let paths = |items: &[&Vec<String>]| -> Vec<ItemPath> {
        items
            .iter()
            .flat_map(|items| items.iter())
            .map(|item| item_path::of_public(item, crate_name))
            .collect()
    };
    let old = paths(&[&items.removed, &items.changed]);
    let new = paths(&[&items.added]);
    let affects_items = |change: &&Change| {
        change.kind.breaks() == Some(Breaks::Build)
            || (change.class() == Class::Additive && change.kind != Kind::MemberNotRequired)
    };
    let affecting = report.changes.iter().filter(affects_items);
    let missing = affecting.filter(|change| {
        let paths = if change.class() == Class::Breaking { &old } else { &new };
        let affected = affected_paths(change);
        !paths.iter().any(|path| affected.iter().any(|affected| is_at(affected, path)))
    });
    missing.map(|change| Discrepancy::NotInItems(change.summary.clone())).collect()
}

/// Returns the paths at which items may differ by a change.
fn affected_paths(change: &Change) -> Vec<ItemPath> {
    let paths = change.items.iter().map(|item| item_path::of_reported(item));
    let last = |text: &str| text.rsplit("::").next().map(item_path::plain);
    let of_value = || change.old.iter().chain(&change.new).filter_map(|value| last(value));
    match change.kind {
        Kind::OperationAdded | Kind::OperationRemoved => paths
            .flat_map(|path| {
                let module = path.last().cloned().unwrap_or_default();
                [path, vec!["operation".to_owned(), module]]
            })
            .collect(),
        Kind::TypeAdded | Kind::TypeRemoved => paths.flat_map(|path| [variant(&path), path]).collect(),
        Kind::Renamed => {
            let paths: Vec<ItemPath> = paths.collect();
            let siblings = |name: String| {
                let holders = paths.iter().filter_map(|path| path.split_last().map(|(_, holder)| holder));
                holders.map(move |holder| [holder, std::slice::from_ref(&name)].concat()).collect::<Vec<_>>()
            };
            let old_paths = change.old.iter().map(|path| item_path::of_reported(path));
            of_value().flat_map(siblings).chain(old_paths).chain(paths.clone()).collect()
        }
        Kind::ErrorAdded | Kind::ErrorRemoved | Kind::DeriveAdded | Kind::DeriveRemoved => {
            let below = |path: ItemPath| {
                of_value().map(move |name| path.iter().cloned().chain([name]).collect()).collect::<Vec<_>>()
            };
            // Methods of a trait have paths of their own.
            let with = change.new.iter().chain(&change.old).flat_map(|name| match name.as_str() {
                "SerializableStruct" => vec!["schema", "serialize_members"],
                _ => Vec::new(),
            });
            let with: Vec<String> = with.map(item_path::plain).collect();
            let paths: Vec<ItemPath> = paths.collect();
            let methods = paths
                .iter()
                .flat_map(|path| with.iter().map(|name| [&path[..], std::slice::from_ref(name)].concat()));
            paths.iter().cloned().flat_map(below).chain(methods).collect()
        }
        Kind::MethodAdded | Kind::MethodRemoved => paths.flat_map(method).collect(),
        _ => paths.collect(),
    }
}

/// Returns the path of the variant of `Error` for an error type.
fn variant(path: &ItemPath) -> ItemPath {
    match path.as_slice() {
        [types, error, name] if types == "types" && error == "error" => {
            vec!["error".to_owned(), name.clone()]
        }
        _ => path.clone(),
    }
}

/// Returns the paths of a method and of its types.
fn method(path: ItemPath) -> Vec<ItemPath> {
    let [holder, name] = path.as_slice() else { return vec![path] };
    let with = match name.as_str() {
        "intopaginator" => {
            let stem = holder.strip_suffix("input").unwrap_or(holder);
            vec![vec![format!("{stem}paginator")], vec![format!("{stem}paginatoritems")]]
        }
        "items" => vec![vec![format!("{holder}items")]],
        _ => {
            let waiter = name.strip_prefix("waituntil").filter(|_| holder == "waiters");
            // The method of the trait and of its implementation for the client.
            let method = vec![name.clone()];
            waiter
                .map(|waiter| vec![method, vec!["waiters".to_owned(), waiter.to_owned()]])
                .unwrap_or_default()
        }
    };
    std::iter::once(path.clone()).chain(with).collect()
}

/// Returns true when `path` is the affected path or below it. An affected path without a module matches in any module.
fn is_at(affected: &ItemPath, path: &ItemPath) -> bool {
    let roots = ["types", "operation", "config", "error"];
    let is_absolute = affected.first().is_some_and(|first| roots.contains(&first.as_str()));
    if is_absolute {
        path.starts_with(affected)
    } else {
        path.windows(affected.len()).any(|part| part == affected)
    }
}

#[cfg(test)]
mod tests {
    use tinsmith::diff::{self, Report, Step};
    use tinsmith::{Config, load};
    use xtask_common::workspace;

    use super::{Discrepancy, Reason, explain};
    use crate::items::Items;

    /// Compares a pair of the tests of `diff`.
    fn report(pair: &str) -> Report {
        let model = |side: &str| {
            let pairs = workspace::root().join("codegen/tests/diff");
            load(&Config::new(pairs.join(pair).join(format!("{side}.json")))).expect("the pair exists")
        };
        diff::compare(&model("old"), &model("new"), &Config::new("")).expect("they can be compared")
    }

    fn removed(items: &[&str]) -> Items {
        Items { removed: items.iter().map(|item| (*item).to_owned()).collect(), ..Items::default() }
    }

    const FIELD: &str = "pub a::types::Thing::name: core::option::Option<alloc::string::String>";
    const SETTER: &str = "pub fn a::types::builders::ThingBuilder::set_name(self) -> Self";

    #[test]
    fn removed_field_is_confirmed_by_its_items() {
        let items = removed(&[FIELD, SETTER]);
        let found = explain(&report("member-removed"), &items, Some(Step::Major), false, "a");
        assert_eq!((found.reason, found.discrepancies), (None, Vec::new()));
    }

    #[test]
    fn item_without_change_and_change_without_item_are_discrepancies() {
        let other = "pub a::types::Thing::count: i32";
        let found = explain(&report("member-removed"), &removed(&[other]), Some(Step::Major), false, "a");
        let summary = "field `name` of `types::Thing` is gone; it was `Option<String>`";
        let expected = [
            Discrepancy::Unreported("pub types::Thing::count: i32".to_owned()),
            Discrepancy::NotInItems(summary.to_owned()),
        ];
        assert_eq!(found.discrepancies, expected);
    }

    #[test]
    fn verdict_below_the_references_is_wrong() {
        let items = removed(&[FIELD]);
        let found = explain(&report("documentation"), &items, Some(Step::Major), true, "a");
        assert!(found.discrepancies.contains(&Discrepancy::Step), "{:?}", found.discrepancies);
        let found = explain(&report("documentation"), &Items::default(), None, false, "a");
        assert_eq!(found.discrepancies, [Discrepancy::CodeDiffers]);
    }

    #[test]
    fn change_that_affects_no_item_is_explained() {
        let reason = |pair: &str, is_same_code: bool| {
            let found = explain(&report(pair), &Items::default(), None, is_same_code, "a");
            assert_eq!(found.discrepancies, [], "{pair}");
            found.reason
        };
        assert_eq!(reason("member-required", false), Some(Reason::Calls));
        assert_eq!(reason("auth", false), Some(Reason::Behaviour));
        assert_eq!(reason("service", true), Some(Reason::SameCode));
        assert_eq!(reason("member-not-required", false), Some(Reason::NotRequired));
        assert_eq!(reason("no-effect", true), None);
    }
}
