//! The comparison of two models.

use super::change;
use super::report::Report;
use super::side::{self, Side};
use super::{api, shape};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::pass::Selection;

/// Compares two models that [`load`](crate::load) has read, in the operations that `config` selects. Everything of an operation
/// that only one of them has is added or removed.
pub fn compare(old: &Model, new: &Model, config: &Config) -> Result<Report, Diagnostics> {
    side::check_selection(old, new, config)?;
    let (old, new) = (Side::of(old, config)?, Side::of(new, config)?);
    let mut changes = api::changes(&old, &new);
    let others = shape::changes(&old, &new, &changes);
    changes.extend(others);
    let mut changes = change::merged(changes);
    for change in &mut changes {
        change.operations = side::reaching(&old, &new, &change.subject);
    }
    let unselected = |one: &Side<'_>, other: &Side<'_>| match &config.selection {
        Selection::All => Vec::new(),
        Selection::Named(names) => one.operations_beyond(other, names),
    };
    Ok(Report {
        service: new.plan.service.title.clone(),
        selection: match &config.selection {
            Selection::All => None,
            Selection::Named(names) => Some(names.clone()),
        },
        operations: side::compared(&old, &new),
        more: unselected(&new, &old),
        fewer: unselected(&old, &new),
        changes,
    })
}
