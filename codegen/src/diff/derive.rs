//! Derives of types.

use super::change::{Change, Kind, Subject};
use super::notation;
use crate::plan::{CausePlan, Derives};

/// The changes of the traits that a type derives.
pub(super) fn compare(subject: &Subject, path: &str, before: &Derives, after: &Derives) -> Vec<Change> {
    let mut changes: Vec<Change> = values(subject, path, before.holds_stream, after.holds_stream);
    let gone = before.standard.difference(&after.standard);
    let here = after.standard.difference(&before.standard);
    changes.extend(gone.map(|standard| lost(subject, path, standard.name(), after.causes.get(standard))));
    changes.extend(here.map(|standard| gained(subject, path, standard.name())));
    let missing = |one: &Derives, other: &Derives| -> Vec<String> {
        one.macros.iter().filter(|plan| !other.macros.contains(plan)).map(notation::derive).collect()
    };
    changes.extend(missing(before, after).iter().map(|name| lost(subject, path, name, None)));
    changes.extend(missing(after, before).iter().map(|name| gained(subject, path, name)));
    changes
}

/// The changes of the traits that every type has unless it holds a stream.
fn values(subject: &Subject, path: &str, was_stream: bool, is_stream: bool) -> Vec<Change> {
    let cause = CausePlan { path: None, what: "holds a stream".to_owned(), first: None };
    let change = |name: &&str| match (was_stream, is_stream) {
        (false, true) => Some(lost(subject, path, name, Some(&cause))),
        (true, false) => Some(gained(subject, path, name)),
        _ => None,
    };
    ["Clone", "PartialEq"].iter().filter_map(change).collect()
}

fn lost(subject: &Subject, path: &str, name: &str, cause: Option<&CausePlan>) -> Change {
    let because = cause.map(|cause| format!(": {cause}")).unwrap_or_default();
    let summary = format!("`{path}` does not implement `{name}` any more{because}");
    let mut change = Change::new(Kind::DeriveRemoved, subject.clone(), summary).item(path).old(name);
    change.cause = cause.and_then(|cause| cause.path.clone());
    change
}

fn gained(subject: &Subject, path: &str, name: &str) -> Change {
    let summary = format!("`{path}` implements `{name}` now");
    Change::new(Kind::DeriveAdded, subject.clone(), summary).item(path).new_value(name)
}
