//! The comparison of two models.

use super::change;
use super::report::Report;
use super::side::{self, Side};
use super::{api, shape};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Model;
use crate::pass::Selection;

/// Compares two models that [`load`](crate::load) has read, in the operations that `config` selects. Everything of an operation
/// that only one of them has is added or removed.
pub fn compare(old: &Model, new: &Model, config: &Config) -> Result<Report, Diagnostics> {
    side::check_selection(old, new, config)?;
    let new = Side::of(new, config)?;
    let old = Side::of(old, config).map_err(invalid_old)?;
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

/// Adds a help message to the errors of an old model. Rules may be newer than the model.
pub(crate) fn invalid_old(errors: Diagnostics) -> Diagnostics {
    let invalid = Diagnostic::error("the old model is not valid, so it cannot be compared with the new one")
        .with_help("replace the old model with the new one by the command `import`, and run `codegen`");
    Diagnostics { list: [vec![invalid], errors.list].concat() }
}
