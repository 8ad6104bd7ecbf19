//! Operations: their messages and errors.

use std::collections::BTreeSet;

use super::change::{Change, Kind, Subject};
use super::pair::pair;
use super::side::Side;
use super::{deprecation, notation, structure};
use crate::id::ShapeId;
use crate::plan::{ErrorVariant, OperationPlan, StructPlan};

pub(super) fn removed(side: &Side<'_>, plan: &OperationPlan) -> Vec<Change> {
    let method = method(plan);
    let summary = format!("`{method}`, the operation `{}`, is gone", plan.name);
    let mut changes = vec![alone(Kind::OperationRemoved, side, plan, summary).item(method)];
    changes.extend(differing(&subject(plan), &waiting_methods(plan).collect(), &BTreeSet::new()));
    changes
}

pub(super) fn added(side: &Side<'_>, plan: &OperationPlan) -> Vec<Change> {
    let method = method(plan);
    let summary = format!("`{method}`, the operation `{}`, is new", plan.name);
    let mut changes = vec![alone(Kind::OperationAdded, side, plan, summary).item(method)];
    changes.extend(differing(&subject(plan), &BTreeSet::new(), &waiting_methods(plan).collect()));
    changes
}

fn subject(plan: &OperationPlan) -> Subject {
    Subject::shape(plan.id.as_str())
}

fn method(plan: &OperationPlan) -> String {
    format!("Client::{}", plan.module)
}

fn alone(kind: Kind, side: &Side<'_>, plan: &OperationPlan, summary: String) -> Change {
    Change::new(kind, subject(plan), summary)
        .covering(side.whole_operation(&plan.id))
        .covering([side.service()])
}

/// The changes of an operation that both models have.
pub(super) fn compare(
    (old, before): (&Side<'_>, &OperationPlan),
    (new, after): (&Side<'_>, &OperationPlan),
) -> Vec<Change> {
    let subject = subject(after);
    let mut changes = variants(&subject, &notation::path(&after.error), &before.errors, &after.errors);
    let item = notation::path(&after.path);
    changes.extend(deprecation::compare(
        &subject,
        &item,
        before.deprecated.as_ref(),
        after.deprecated.as_ref(),
    ));
    if before.module != after.module || before.name != after.name {
        let (was, is) = (method(before), method(after));
        let summary = format!("`{was}` is called `{is}` now");
        changes.push(Change::new(Kind::Renamed, subject.clone(), summary).old(was).new_value(is));
    }
    changes.extend(differing(&subject, &further_methods(before), &further_methods(after)));
    changes.extend(items(&subject, before, after));
    for (before, after) in [(&before.input, &after.input), (&before.output, &after.output)] {
        let message = structure::compare((old, before), (new, after));
        // Members that come with the message account for it: an operation without one has the shape `Unit`.
        let is_unit = |plan: &StructPlan| plan.id == ShapeId::unit();
        let covered = (is_unit(before) != is_unit(after)).then_some(&subject);
        changes.extend(message.into_iter().map(|change| change.covering(covered.cloned())));
    }
    changes
}

/// Methods that only one of the sets has.
fn differing(subject: &Subject, old: &BTreeSet<String>, new: &BTreeSet<String>) -> Vec<Change> {
    let gone = old.difference(new).map(|method| (Kind::MethodRemoved, method, "is gone"));
    let here = new.difference(old).map(|method| (Kind::MethodAdded, method, "is new"));
    let change = |(kind, method, what): (_, &String, _)| {
        Change::new(kind, subject.clone(), format!("`{method}` {what}")).item(method)
    };
    gone.chain(here).map(change).collect()
}

/// Methods besides the operation's own: those of its paginator, of the waiters that call it, and that for endpoint
/// parameters.
fn further_methods(plan: &OperationPlan) -> BTreeSet<String> {
    let mut methods: BTreeSet<String> = waiting_methods(plan).collect();
    if let Some(paginator) = &plan.paginator {
        methods.insert(format!("{}::into_paginator", plan.fluent_builder.name));
        let limits = paginator.page_size.as_ref().map(|_| format!("{}::page_size", paginator.name));
        let items = paginator.items.as_ref().map(|_| format!("{}::items", paginator.name));
        methods.extend(limits.into_iter().chain(items));
    }
    if !plan.bindings.is_empty() {
        methods.insert(format!("{}::endpoint_params", notation::path(&plan.path)));
    }
    methods
}

/// Pages whose items are those of another list. Where it is the same list, its member has changed.
fn items(subject: &Subject, before: &OperationPlan, after: &OperationPlan) -> Option<Change> {
    let paginator = after.paginator.as_ref()?;
    let (before, items) = (before.paginator.as_ref()?.items.as_ref()?, paginator.items.as_ref()?);
    let (was, is) = (notation::ty(&before.ty), notation::ty(&items.ty));
    (before.path != items.path && was != is).then(|| {
        let item = format!("{}::items", paginator.name);
        let summary = format!("the items of `{item}` are those of `{is}` instead of `{was}`");
        Change::new(Kind::MemberRetyped, subject.clone(), summary).item(item).old(was).new_value(is)
    })
}

/// The methods of waiters, in the trait of the whole client.
fn waiting_methods(plan: &OperationPlan) -> impl Iterator<Item = String> {
    plan.waiters.iter().map(|waiter| format!("Waiters::{}", waiter.method))
}

/// The changes of the variants of an enum of errors.
pub(super) fn variants(
    subject: &Subject,
    enumeration: &str,
    before: &[ErrorVariant],
    after: &[ErrorVariant],
) -> Vec<Change> {
    let name = |error: &ErrorVariant| error.path.to_string();
    let pairs = pair(before, after, &[&name]);
    let mut changes = Vec::new();
    for error in pairs.removed {
        let summary = format!("`{}` cannot be `{}` any more", enumeration, error.path.name);
        changes.push(
            Change::new(Kind::ErrorRemoved, subject.clone(), summary)
                .item(enumeration)
                .old(notation::path(&error.path)),
        );
    }
    for error in pairs.added {
        let summary = format!("`{}` may be `{}`", enumeration, error.path.name);
        changes.push(
            Change::new(Kind::ErrorAdded, subject.clone(), summary)
                .item(enumeration)
                .new_value(notation::path(&error.path)),
        );
    }
    for (before, after) in pairs.both.into_iter().filter(|(before, after)| before.codes != after.codes) {
        let (was, is) = (before.codes.join(", "), after.codes.join(", "));
        let summary = format!("`{}` is read from the code {is} instead of {was}", after.path.name);
        changes.push(Change::new(Kind::Error, subject.clone(), summary).old(was).new_value(is));
    }
    changes
}
