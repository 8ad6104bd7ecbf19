//! The result of a comparison.

use super::change::{Change, Class};
use super::version::Step;

/// The changes from one model to another.
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

    /// The version bump that the changes require.
    #[must_use]
    pub fn step(&self) -> Option<Step> {
        self.changes.iter().map(|change| Step::of(change.class())).max()
    }

    /// The changes that require the version bump of [`step`](Self::step).
    pub fn forcing(&self) -> impl Iterator<Item = &Change> {
        let step = self.step();
        self.changes.iter().filter(move |change| Some(Step::of(change.class())) == step)
    }
}
