//! A report for people and for programs.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::text;

use std::collections::BTreeMap;

use super::{Change, Class, Report, Step, words};

/// The changes of a class by the shape that they are about, without its namespace.
fn by_shape(report: &Report, class: Class) -> BTreeMap<String, Vec<&Change>> {
    let mut shapes: BTreeMap<String, Vec<&Change>> = BTreeMap::new();
    for change in report.of(class) {
        let name = change.subject.shape.rsplit('#').next().unwrap_or(&change.subject.shape);
        shapes.entry(name.to_owned()).or_default().push(change);
    }
    shapes
}

/// What is said of a class in a heading.
fn heading(class: Class) -> &'static str {
    match class {
        Class::Breaking => "Breaking",
        Class::Additive => "Additive",
        Class::Behaviour => "Behaviour",
        Class::Documentation => "Documentation",
    }
}

/// The operations that reach a shape, in a few words.
fn reached_by(report: &Report, change: &Change) -> String {
    match &change.operations[..] {
        [] => "no operation".to_owned(),
        all if all.len() == report.operations.len() && all.len() > 3 => {
            format!("all {} operations", all.len())
        }
        some => words::list(some, 4),
    }
}

/// "a major step, below 1.0 a minor one, for 2 breaking changes"
fn verdict(report: &Report) -> String {
    let Some(step) = report.step() else {
        return "no difference: the version stays".to_owned();
    };
    let counted = Class::ALL.into_iter().filter(|class| Step::of(*class) == step);
    let counted = counted.map(|class| (class, report.of(class).count())).filter(|(_, count)| *count > 0);
    let causes: Vec<String> = counted.map(|(class, count)| count_of(class, count)).collect();
    format!(
        "the version goes up by a {} step, below 1.0 by a {} one, because of {}",
        step.name(),
        step.below_1_0(),
        words::list(&causes, causes.len()),
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

/// What was not compared, if anything is new or gone there.
fn unselected(report: &Report) -> Vec<String> {
    let line = |names: &[String], what: &str| {
        let verb = if names.len() == 1 { "operation is" } else { "operations are" };
        (!names.is_empty())
            .then(|| format!("{} {verb} {what} and not selected: {}", names.len(), names.join(", ")))
    };
    line(&report.more, "new").into_iter().chain(line(&report.fewer, "gone")).collect()
}
