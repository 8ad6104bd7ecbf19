//! Structures, errors and unions.

use super::api::shape_id;
use super::change::{Change, Kind, Subject};
use super::field::{self, Holder};
use super::side::Side;
use super::words;
use crate::plan::{CausePlan, Derives, StructPlan, StructRole, Travel, UnionPlan};

/// The changes of a structure that both models have.
pub(super) fn compare(
    (old, before): (&Side<'_>, &StructPlan),
    (new, after): (&Side<'_>, &StructPlan),
) -> Vec<Change> {
    let (old_id, new_id) = (shape_id(&before.id), shape_id(&after.id));
    let (subject, path) = (Subject::shape(new_id.as_str()), words::path(&after.path));
    let holder = Holder {
        path: path.clone(),
        old: (old, old_id),
        new: (new, new_id),
        is_union: false,
        is_input: after.role == StructRole::Input,
        builds: before.fallible() && after.fallible(),
    };
    let mut changes = field::compare_all(&holder, &before.fields, &after.fields);
    changes.extend(derives(&subject, &path, &before.derives, &after.derives));
    changes.extend(sent(&subject, &path, before.travel, after.travel));
    changes.extend(deprecation(&subject, &path, before.deprecated.as_ref(), after.deprecated.as_ref()));
    changes.extend(build_result(&subject, before, after));
    changes.extend(error(&subject, &path, &before.role, &after.role));
    changes
}

/// The changes of a union that both models have.
pub(super) fn compare_union(
    (old, before): (&Side<'_>, &UnionPlan),
    (new, after): (&Side<'_>, &UnionPlan),
) -> Vec<Change> {
    let (old_id, new_id) = (shape_id(&before.id), shape_id(&after.id));
    let (subject, path) = (Subject::shape(new_id.as_str()), words::path(&after.path));
    let holder = Holder {
        path: path.clone(),
        old: (old, old_id),
        new: (new, new_id),
        is_union: true,
        is_input: false,
        builds: false,
    };
    let mut changes = field::compare_all(&holder, &before.variants, &after.variants);
    changes.extend(deprecation(&subject, &path, before.deprecated.as_ref(), after.deprecated.as_ref()));
    changes.extend(derives(&subject, &path, &before.derives, &after.derives));
    changes.extend(sent(&subject, &path, before.travel, after.travel));
    changes
}

/// What requests hold can be written by any protocol, which is a trait of `aws-smithy-schema`.
fn sent(subject: &Subject, path: &str, before: Travel, after: Travel) -> Option<Change> {
    const WRITTEN: &str = "SerializableStruct";
    let (kind, summary) = match (before.sent, after.sent) {
        (true, false) => (
            Kind::DeriveRemoved,
            format!("`{path}` does not implement `{WRITTEN}` any more: no request holds it"),
        ),
        (false, true) => {
            (Kind::DeriveAdded, format!("`{path}` implements `{WRITTEN}` now: requests hold it"))
        }
        _ => return None,
    };
    let change = Change::new(kind, subject.clone(), summary).item(path);
    Some(if before.sent { change.old(WRITTEN) } else { change.new_value(WRITTEN) })
}

/// Traits that the type implements no more, or now.
pub(super) fn derives(subject: &Subject, path: &str, before: &Derives, after: &Derives) -> Vec<Change> {
    let gone = before.standard.difference(&after.standard);
    let here = after.standard.difference(&before.standard);
    let mut changes: Vec<Change> =
        gone.map(|standard| lost(subject, path, standard.name(), after.causes.get(standard))).collect();
    changes.extend(here.map(|standard| gained(subject, path, standard.name())));
    let missing = |one: &Derives, other: &Derives| -> Vec<String> {
        one.macros.iter().filter(|plan| !other.macros.contains(plan)).map(words::derive).collect()
    };
    changes.extend(missing(before, after).iter().map(|name| lost(subject, path, name, None)));
    changes.extend(missing(after, before).iter().map(|name| gained(subject, path, name)));
    changes
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

/// A deprecation that comes or goes; its words are documentation.
pub(super) fn deprecation(
    subject: &Subject,
    item: &str,
    before: Option<&String>,
    after: Option<&String>,
) -> Option<Change> {
    let (kind, summary) = match (before, after) {
        (None, Some(_)) => {
            (Kind::Deprecation, format!("`{item}` is deprecated, and the compiler warns of it"))
        }
        (Some(_), None) => (Kind::Deprecation, format!("`{item}` is not deprecated any more")),
        (Some(before), Some(after)) if before != after => {
            (Kind::Documentation, format!("`{item}` is deprecated for another reason"))
        }
        _ => return None,
    };
    let mut change = Change::new(kind, subject.clone(), summary).item(item);
    change.old = before.cloned();
    change.new = after.cloned();
    Some(change)
}

/// The `build` of an input's builder always returns a `Result`.
fn build_result(subject: &Subject, before: &StructPlan, after: &StructPlan) -> Option<Change> {
    let always = before.role == StructRole::Input && after.role == StructRole::Input;
    if always || before.fallible() == after.fallible() {
        return None;
    }
    let result = |plan: &StructPlan| {
        let name = &plan.path.name;
        if plan.fallible() { format!("Result<{name}, BuildError>") } else { name.clone() }
    };
    let (was, is) = (result(before), result(after));
    let builder = format!("{}::build", after.builder);
    let summary = format!("`{builder}` returns `{is}` in place of `{was}`");
    Some(Change::new(Kind::BuildResult, subject.clone(), summary).item(builder).old(was).new_value(is))
}

fn error(subject: &Subject, path: &str, before: &StructRole, after: &StructRole) -> Vec<Change> {
    let (
        StructRole::Error { code: old_code, retryable: old_retryable, server: old_server },
        StructRole::Error { code, retryable, server },
    ) = (before, after)
    else {
        return Vec::new();
    };
    let change = |kind, summary: String| Change::new(kind, subject.clone(), summary).item(path);
    let mut changes = Vec::new();
    if old_code != code {
        let summary = format!("the code of `{path}` changes from `{old_code}` to `{code}`");
        changes.push(change(Kind::Error, summary).old(old_code).new_value(code));
    }
    if old_server != server {
        let to_blame = |server: bool| if server { "the server" } else { "the client" };
        let (was, is) = (to_blame(*old_server), to_blame(*server));
        let summary = format!("`{path}` blames {is} in place of {was}");
        changes.push(change(Kind::Error, summary).old(was).new_value(is));
    }
    let retry = |retryable: &Option<bool>| match retryable {
        None => "not retried by itself",
        Some(false) => "retried",
        Some(true) => "retried as throttling",
    };
    if old_retryable != retryable {
        let summary = format!("`{path}` is {}; before, it was {}", retry(retryable), retry(old_retryable));
        changes.push(change(Kind::Retry, summary).old(retry(old_retryable)).new_value(retry(retryable)));
    }
    changes.extend(
        retry_method(path, old_retryable.is_some(), retryable.is_some())
            .map(|(kind, summary)| change(kind, summary).item(format!("{path}::retryable_error_kind"))),
    );
    changes
}

/// Errors that may be retried have a method that says so.
fn retry_method(path: &str, before: bool, after: bool) -> Option<(Kind, String)> {
    let method = format!("`{path}::retryable_error_kind`");
    match (before, after) {
        (true, false) => Some((Kind::MethodRemoved, format!("{method} is gone"))),
        (false, true) => Some((Kind::MethodAdded, format!("{method} is new"))),
        _ => None,
    }
}
