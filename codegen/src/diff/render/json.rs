//! The rendering for programs. `codegen/DIFF.md` documents the schema.

use serde_json::{Value, json};

use crate::diff::change::{Breaks, Change, Class};
use crate::diff::report::Report;
use crate::diff::version::Step;

/// The version of the schema, incremented if a key changes its meaning or is removed, but not for new keys and kinds.
const SCHEMA_VERSION: u32 = 1;

/// The report as one JSON document.
#[must_use]
pub fn json(report: &Report) -> String {
    let counts: serde_json::Map<String, Value> = Class::ALL
        .into_iter()
        .map(|class| (class.name().to_owned(), json!(report.of(class).count())))
        .collect();
    let document = json!({
        "schema": SCHEMA_VERSION,
        "service": report.service,
        "selection": report.selection,
        "operations": report.operations,
        "version": {
            "step": report.step().map(Step::name),
            "below_1_0": report.step().map(Step::below_1_0),
            "forced_by": forced_by(report),
        },
        "counts": counts,
        "changes": report.changes.iter().map(change).collect::<Vec<_>>(),
        "not_selected": { "added": report.more, "removed": report.fewer },
    });
    format!("{document:#}\n")
}

/// The indices in `changes` of those that require the version bump.
fn forced_by(report: &Report) -> Vec<usize> {
    let step = report.step();
    let changes = report.changes.iter().enumerate();
    changes.filter(|(_, change)| Some(Step::of(change.class())) == step).map(|(index, _)| index).collect()
}

fn change(change: &Change) -> Value {
    json!({
        "class": change.class().name(),
        "kind": change.kind.name(),
        "breaks": change.kind.breaks().map(Breaks::name),
        "id": change.id(),
        "items": change.items,
        "summary": change.summary,
        "old": change.old,
        "new": change.new,
        "cause": change.cause,
        "operations": change.operations,
    })
}
