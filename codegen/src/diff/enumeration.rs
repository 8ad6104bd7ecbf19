//! Enums of strings and of integers.

use std::fmt::Display;

use super::change::{Change, Kind, Subject};
use super::pair::pair;
use super::{deprecation, derive, notation};
use crate::plan::{EnumPlan, IntEnumPlan, VariantPlan};

/// The changes of an enum that both models have.
pub(super) fn compare(before: &EnumPlan, after: &EnumPlan) -> Vec<Change> {
    let (subject, path) = (Subject::shape(after.id.as_str()), notation::path(&after.path));
    let mut changes = values(&subject, &path, &before.variants, &after.variants);
    changes.extend(deprecation::compare(
        &subject,
        &path,
        before.deprecated.as_ref(),
        after.deprecated.as_ref(),
    ));
    changes.extend(derive::compare(&subject, &path, &before.derives, &after.derives));
    if before.is_sensitive != after.is_sensitive {
        let verb = if after.is_sensitive { "hides" } else { "shows" };
        let summary = format!("`Debug` of `{path}` {verb} the value now");
        changes.push(Change::new(Kind::Sensitivity, subject.clone(), summary).item(&path));
    }
    changes
}

/// The changes of an enum of integers that both models have.
pub(super) fn compare_int(before: &IntEnumPlan, after: &IntEnumPlan) -> Vec<Change> {
    let (subject, path) = (Subject::shape(after.id.as_str()), notation::path(&after.path));
    let mut changes = values(&subject, &path, &before.variants, &after.variants);
    changes.extend(deprecation::compare(
        &subject,
        &path,
        before.deprecated.as_ref(),
        after.deprecated.as_ref(),
    ));
    changes
}

/// Matches values by their wire values, and the rest by their Rust names.
fn values<T: Display + PartialEq>(
    subject: &Subject,
    path: &str,
    before: &[VariantPlan<T>],
    after: &[VariantPlan<T>],
) -> Vec<Change> {
    let wire = |variant: &VariantPlan<T>| variant.value.to_string();
    let pairs = pair(before, after, &[&wire, &|variant: &VariantPlan<T>| variant.name.clone()]);
    let change = |kind, variant: &VariantPlan<T>, verb: &str| {
        let summary = format!("`{path}::{}` (`{}`) {verb}", variant.name, variant.value);
        Change::new(kind, subject.clone(), summary).item(format!("{path}::{}", variant.name))
    };
    let mut changes = Vec::new();
    for variant in pairs.removed {
        changes.push(change(Kind::ValueRemoved, variant, "is gone").old(variant.value.to_string()));
    }
    for variant in pairs.added {
        changes.push(change(Kind::ValueAdded, variant, "is new").new_value(variant.value.to_string()));
    }
    for (was, is) in pairs.both {
        let item = format!("{path}::{}", is.name);
        changes.extend(deprecation::compare(subject, &item, was.deprecated.as_ref(), is.deprecated.as_ref()));
        if was.name != is.name {
            let verb = format!("is called `{}` now", is.name);
            changes.push(change(Kind::Renamed, was, &verb).old(&was.name).new_value(&is.name));
        }
        if was.value != is.value {
            let verb = format!("is `{}` on the wire now", is.value);
            let change = change(Kind::Wire, was, &verb);
            changes.push(change.old(was.value.to_string()).new_value(is.value.to_string()));
        }
    }
    changes
}
