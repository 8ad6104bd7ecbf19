//! Two models -> what changes for somebody who uses the generated crate.
//!
//! What a program sees of a model is its plan: names, Rust types, derives. So the API is compared plan by plan
//! (`api`), item by item, and items are matched by the shape ids and wire names that they come from. What the API does
//! not show is compared in the models (`facts`), trait by trait. A difference of the models that neither half has a
//! rule for is reported as well, as [`Kind::Unclassed`]: nothing is passed over.

mod api;
mod change;
mod endpoint;
mod enumeration;
mod facts;
mod field;
mod operation;
mod pair;
mod render;
mod side;
mod structure;
mod traits;
mod version;
mod words;

use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::pass::Selection;

pub use change::{Breaks, Change, Class, Kind};
pub use render::{json, markdown, text};
pub(crate) use traits::is_known as knows_trait;
pub use version::{Step, next};

use side::Side;

/// What changes from one model to another.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The name of the service.
    pub service: String,
    /// The operations that were compared, of either model; `None` is all of them.
    pub selection: Option<Vec<String>>,
    /// The operations of either model that were compared, by name.
    pub operations: Vec<String>,
    /// The changes by class, shape and kind.
    pub changes: Vec<Change>,
    /// Operations that only the new model has and that the selection leaves out.
    pub more: Vec<String>,
    /// Operations that only the old model has and that the selection leaves out.
    pub fewer: Vec<String>,
}

impl Report {
    /// The changes of a class.
    pub fn of(&self, class: Class) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.class() == class)
    }

    /// How far the version of the crate must go up.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        self.changes.iter().map(|change| Step::of(change.class())).max()
    }

    /// The changes that force the version up by [`step`](Self::step).
    pub fn forcing(&self) -> impl Iterator<Item = &Change> {
        let step = self.step();
        self.changes.iter().filter(move |change| Some(Step::of(change.class())) == step)
    }
}

/// Compares two models that [`load`](crate::load) has read, as far as `config` selects operations. Of an operation that
/// only one of them has, everything is added or removed.
pub fn compare(old: &Model, new: &Model, config: &Config) -> Result<Report, Diagnostics> {
    side::check_selection(old, new, &config.selection)?;
    let (old, new) = (Side::of(old, config)?, Side::of(new, config)?);
    let mut changes = api::changes(&old, &new);
    let others = facts::changes(&old, &new, &changes);
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
