//! A table of the operations.

use crate::source::{Map, Value};

use crate::doc;
use crate::model::traits::id;
use crate::model::{Closure, Model, Shape};
use crate::pass::Selection;

/// An operation in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The first sentence of its documentation; empty without one.
    pub summary: String,
    /// The number of shapes that it reaches, itself included.
    pub shapes: usize,
    /// True if the model declares a paginator. Paginators are inferred only when a crate is generated.
    pub is_paginated: bool,
    /// The names of the waiters that call it.
    pub waiters: Vec<String>,
    /// True if it is selected.
    pub is_selected: bool,
}

/// Returns the operations of a model by name.
#[must_use]
pub fn operations(model: &Model, selection: &Selection) -> Vec<Row> {
    let row = |(name, (shape, _)): (&str, (&Shape, _))| Row {
        summary: summary(shape),
        shapes: Closure::of(model, [&shape.id]).iter().count(),
        is_paginated: is_paginated(shape),
        waiters: waiters(shape),
        is_selected: match selection {
            Selection::All => true,
            Selection::Named(names) => names.iter().any(|selected| selected == name),
        },
        name: name.to_owned(),
    };
    model.operations().into_iter().map(row).collect()
}

fn summary(shape: &Shape) -> String {
    let text = shape.traits.text(id::DOCUMENTATION).map(doc::to_markdown).unwrap_or_default();
    doc::summary(&text).replace('\n', " ")
}

fn is_paginated(shape: &Shape) -> bool {
    shape.traits.has(id::PAGINATED) || shape.traits.has(id::PAGINATOR)
}

fn waiters(shape: &Shape) -> Vec<String> {
    let waitable = [id::WAITABLE, id::WAITABLE_BY_STATUS].into_iter().filter_map(|id| shape.traits.value(id));
    let mut waiters: Vec<_> = waitable.filter_map(Value::as_object).flat_map(Map::keys).cloned().collect();
    waiters.sort();
    waiters
}
