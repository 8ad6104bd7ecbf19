//! Errors of event streams.

use super::change::{Change, Kind, Subject};
use super::pair::pair;
use super::side::Side;
use super::{notation, operation};
use crate::plan::{ErrorVariant, EventErrorPlan, EventErrorVariant};

/// The changes of the errors of all event streams, which are matched by their unions.
pub(super) fn compare(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let union = |error: &EventErrorPlan| error.union_id.to_string();
    let pairs = pair(&old.plan.event_errors, &new.plan.event_errors, &[&union]);
    let mut changes: Vec<Change> =
        pairs.removed.into_iter().map(|error| alone(Kind::TypeRemoved, error, "is gone")).collect();
    changes.extend(pairs.added.into_iter().map(|error| alone(Kind::TypeAdded, error, "is new")));
    for (before, after) in pairs.both {
        changes.extend(variants((old, before), (new, after)));
    }
    changes
}

fn alone(kind: Kind, error: &EventErrorPlan, verb: &str) -> Change {
    let path = notation::path(&error.path);
    let subject = Subject::shape(error.union_id.as_str());
    Change::new(kind, subject, format!("`{path}`, the error of an event stream, {verb}")).item(path)
}

fn variants(
    (old, before): (&Side<'_>, &EventErrorPlan),
    (new, after): (&Side<'_>, &EventErrorPlan),
) -> Vec<Change> {
    let subject = Subject::shape(after.union_id.as_str());
    let enumeration = notation::path(&after.path);
    let errors = |plan: &EventErrorPlan| -> Vec<ErrorVariant> {
        plan.variants.iter().map(|variant| variant.error.clone()).collect()
    };
    let changes = operation::variants(&subject, &enumeration, &errors(before), &errors(after));
    let members = |side: &Side<'_>, plan: &EventErrorPlan| -> Vec<Subject> {
        let names = plan.variants.iter().flat_map(|EventErrorVariant { wire_names, .. }| wire_names);
        names.flat_map(|name| side.ingredients(&plan.union_id, name)).collect()
    };
    let covered: Vec<_> = members(old, before).into_iter().chain(members(new, after)).collect();
    changes.into_iter().map(|change| change.covering(covered.iter().cloned())).collect()
}
