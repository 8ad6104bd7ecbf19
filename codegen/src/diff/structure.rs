//! Structures, errors and unions.

use super::change::{Change, Kind, Subject};
use super::field::{self, Holder};
use super::side::Side;
use super::{deprecation, derive, notation};
use crate::plan::{StructPlan, StructRole, UnionPlan, Usage};

/// The changes of a structure that both models have.
pub(super) fn compare(
    (old, before): (&Side<'_>, &StructPlan),
    (new, after): (&Side<'_>, &StructPlan),
) -> Vec<Change> {
    let (subject, path) = (Subject::shape(after.id.as_str()), notation::path(&after.path));
    let holder = Holder {
        path: path.clone(),
        old: (old, before.id.clone()),
        new: (new, after.id.clone()),
        is_union: false,
        is_input: after.role == StructRole::Input,
        builds: before.is_build_fallible() && after.is_build_fallible(),
    };
    let mut changes = field::compare_all(&holder, &before.fields, &after.fields);
    changes.extend(derive::compare(&subject, &path, &before.derives, &after.derives));
    changes.extend(serialization(&subject, &path, before.usage, after.usage));
    changes.extend(deprecation::compare(
        &subject,
        &path,
        before.deprecated.as_ref(),
        after.deprecated.as_ref(),
    ));
    changes.extend(build_result(&subject, before, after));
    changes.extend(error(&subject, &path, &before.role, &after.role));
    changes
}

/// The changes of a union that both models have.
pub(super) fn compare_union(
    (old, before): (&Side<'_>, &UnionPlan),
    (new, after): (&Side<'_>, &UnionPlan),
) -> Vec<Change> {
    let (subject, path) = (Subject::shape(after.id.as_str()), notation::path(&after.path));
    let holder = Holder {
        path: path.clone(),
        old: (old, before.id.clone()),
        new: (new, after.id.clone()),
        is_union: true,
        is_input: false,
        builds: false,
    };
    let mut changes = field::compare_all(&holder, &before.variants, &after.variants);
    changes.extend(deprecation::compare(
        &subject,
        &path,
        before.deprecated.as_ref(),
        after.deprecated.as_ref(),
    ));
    changes.extend(derive::compare(&subject, &path, &before.derives, &after.derives));
    changes.extend(serialization(&subject, &path, before.usage, after.usage));
    changes
}

/// The change of the trait of `aws-smithy-schema` by which protocols write the types of requests.
fn serialization(subject: &Subject, path: &str, before: Usage, after: Usage) -> Option<Change> {
    const WRITTEN: &str = "SerializableStruct";
    let (kind, summary) = match (before.input, after.input) {
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
    Some(if before.input { change.old(WRITTEN) } else { change.new_value(WRITTEN) })
}

/// The `build` of an input's builder always returns a `Result`.
fn build_result(subject: &Subject, before: &StructPlan, after: &StructPlan) -> Option<Change> {
    let always = before.role == StructRole::Input && after.role == StructRole::Input;
    if always || before.is_build_fallible() == after.is_build_fallible() {
        return None;
    }
    let result = |plan: &StructPlan| {
        let name = &plan.path.name;
        if plan.is_build_fallible() { format!("Result<{name}, BuildError>") } else { name.clone() }
    };
    let (was, is) = (result(before), result(after));
    let builder = format!("{}::build", after.builder.name);
    let summary = format!("`{builder}` returns `{is}` instead of `{was}`");
    Some(Change::new(Kind::BuildResult, subject.clone(), summary).item(builder).old(was).new_value(is))
}

fn error(subject: &Subject, path: &str, before: &StructRole, after: &StructRole) -> Vec<Change> {
    let (
        StructRole::Error {
            code: old_code,
            retryable: old_retryable,
            is_server_fault: old_server,
            message: _,
        },
        StructRole::Error { code, retryable, is_server_fault: server, message: _ },
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
        let summary = format!("`{path}` blames {is} instead of {was}");
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

/// The change of the method that errors have if they may be retried.
fn retry_method(path: &str, before: bool, after: bool) -> Option<(Kind, String)> {
    let method = format!("`{path}::retryable_error_kind`");
    match (before, after) {
        (true, false) => Some((Kind::MethodRemoved, format!("{method} is gone"))),
        (false, true) => Some((Kind::MethodAdded, format!("{method} is new"))),
        _ => None,
    }
}
