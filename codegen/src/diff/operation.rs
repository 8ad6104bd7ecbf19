//! Operations: their messages and errors.

use std::collections::BTreeSet;

use super::api::{service, shape_id};
use super::change::{Change, Kind, Subject};
use super::pair::pair;
use super::side::Side;
use super::{structure, words};
use crate::plan::{ErrorVariant, OperationPlan};

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
    Subject::shape(shape_id(&plan.id).to_string())
}

fn method(plan: &OperationPlan) -> String {
    format!("Client::{}", plan.module)
}

fn alone(kind: Kind, side: &Side<'_>, plan: &OperationPlan, summary: String) -> Change {
    let id = shape_id(&plan.id);
    Change::new(kind, Subject::shape(id.as_str()), summary)
        .covering(side.whole_operation(&id))
        .covering([service(side)])
}

/// The changes of an operation that both models have.
pub(super) fn compare(
    (old, before): (&Side<'_>, &OperationPlan),
    (new, after): (&Side<'_>, &OperationPlan),
) -> Vec<Change> {
    let mut changes = errors(before, after);
    let subject = Subject::shape(shape_id(&after.id).to_string());
    let item =
        words::path(&crate::plan::RustPath::new(&format!("crate::operation::{}", after.module), &after.name));
    changes.extend(structure::deprecation(
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
        // An operation without an input has `Unit`, whose id says nothing.
        changes.extend(message.into_iter().map(|change| change.covering([subject.clone()])));
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

/// Methods beside the operation's own: those of its paginator, the waiters that call it, and what it says to endpoint
/// rules.
fn further_methods(plan: &OperationPlan) -> BTreeSet<String> {
    let mut methods: BTreeSet<String> = waiting_methods(plan).collect();
    if let Some(paginator) = &plan.paginator {
        methods.insert(format!("{}FluentBuilder::into_paginator", plan.name));
        let limits = paginator.page_size.as_ref().map(|_| format!("{}Paginator::page_size", plan.name));
        let items = paginator.items.as_ref().map(|_| format!("{}Paginator::items", plan.name));
        methods.extend(limits.into_iter().chain(items));
    }
    if !plan.bindings.is_empty() {
        methods.insert(format!("operation::{}::{}::endpoint_params", plan.module, plan.name));
    }
    methods
}

/// Pages whose items are those of another list. Where it is the same list, its member has changed.
fn items(subject: &Subject, before: &OperationPlan, after: &OperationPlan) -> Option<Change> {
    let of = |plan: &OperationPlan| plan.paginator.as_ref().and_then(|paginator| paginator.items.clone());
    let (before, items) = (of(before)?, of(after)?);
    let (was, is) = (words::ty(&before.ty), words::ty(&items.ty));
    (before.path != items.path && was != is).then(|| {
        let item = format!("{}Paginator::items", after.name);
        let summary = format!("the items of `{item}` are those of `{is}` in place of `{was}`");
        Change::new(Kind::MemberRetyped, subject.clone(), summary).item(item).old(was).new_value(is)
    })
}

/// Waiters are methods of a trait for the whole client, wherever the operation stands.
fn waiting_methods(plan: &OperationPlan) -> impl Iterator<Item = String> {
    plan.waiters.iter().map(|waiter| format!("Waiters::wait_until_{}", waiter.module))
}

fn errors(before: &OperationPlan, after: &OperationPlan) -> Vec<Change> {
    let subject = Subject::shape(shape_id(&after.id).to_string());
    let enumeration = format!("operation::{}::{}Error", after.module, after.name);
    let name = |error: &ErrorVariant| error.path.to_string();
    let pairs = pair(&before.errors, &after.errors, &[&name]);
    let mut changes = Vec::new();
    for error in pairs.removed {
        let summary = format!("`{}` cannot be `{}` any more", enumeration, error.path.name);
        changes.push(
            Change::new(Kind::ErrorRemoved, subject.clone(), summary)
                .item(&enumeration)
                .old(words::path(&error.path)),
        );
    }
    for error in pairs.added {
        let summary = format!("`{}` may be `{}`", enumeration, error.path.name);
        changes.push(
            Change::new(Kind::ErrorAdded, subject.clone(), summary)
                .item(&enumeration)
                .new_value(words::path(&error.path)),
        );
    }
    for (before, after) in pairs.both.into_iter().filter(|(before, after)| before.codes != after.codes) {
        let (was, is) = (before.codes.join(", "), after.codes.join(", "));
        let summary = format!("`{}` is read from the code {is} in place of {was}", after.path.name);
        changes.push(Change::new(Kind::Error, subject.clone(), summary).old(was).new_value(is));
    }
    changes
}
