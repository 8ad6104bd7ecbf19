//! Parts that the renderings share.

use std::collections::BTreeMap;

use crate::diff::change::{Change, Class};
use crate::diff::notation;
use crate::diff::report::Report;
use crate::diff::version::Step;

/// The changes of a class by shape, without its namespace.
pub(super) fn by_shape(report: &Report, class: Class) -> BTreeMap<String, Vec<&Change>> {
    let mut shapes: BTreeMap<String, Vec<&Change>> = BTreeMap::new();
    for change in report.of(class) {
        let name = change.subject.shape.rsplit('#').next().unwrap_or(&change.subject.shape);
        shapes.entry(name.to_owned()).or_default().push(change);
    }
    shapes
}

/// The heading of a class.
pub(super) fn heading(class: Class) -> &'static str {
    match class {
        Class::Breaking => "Breaking",
        Class::Additive => "Additive",
        Class::Behaviour => "Behaviour",
        Class::Documentation => "Documentation",
    }
}

/// A short description of the operations that reach a shape.
pub(super) fn reached_by(report: &Report, change: &Change) -> String {
    match &change.operations[..] {
        [] => "no operation".to_owned(),
        all if all.len() == report.operations.len() && all.len() > 3 => {
            format!("all {} operations", all.len())
        }
        some => notation::list(some, 4),
    }
}

/// "a major bump, below 1.0 a minor one, because of 2 breaking changes"
pub(super) fn verdict(report: &Report) -> String {
    let Some(step) = report.step() else {
        return "no difference: the version stays the same".to_owned();
    };
    let counted = Class::ALL.into_iter().filter(|class| Step::of(*class) == step);
    let counted = counted.map(|class| (class, report.of(class).count())).filter(|(_, count)| *count > 0);
    let causes: Vec<String> = counted.map(|(class, count)| count_of(class, count)).collect();
    format!(
        "the version needs a {} bump, below 1.0 a {} one, because of {}",
        step.name(),
        step.below_1_0(),
        notation::list(&causes, causes.len()),
    )
}

fn count_of(class: Class, count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    match class {
        Class::Behaviour => format!("{count} change{plural} of behaviour"),
        Class::Documentation => format!("{count} change{plural} of documentation"),
        _ => format!("{count} {} change{plural}", class.name()),
    }
}

/// The new and removed operations that are not selected.
pub(super) fn unselected(report: &Report) -> Vec<String> {
    let line = |names: &[String], what: &str| {
        let verb = if names.len() == 1 { "operation is" } else { "operations are" };
        (!names.is_empty())
            .then(|| format!("{} {verb} {what} and not selected: {}", names.len(), names.join(", ")))
    };
    line(&report.more, "new").into_iter().chain(line(&report.fewer, "gone")).collect()
}
