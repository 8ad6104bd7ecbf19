//! The command `operations`.

use tinsmith::inspect;

use crate::options::OperationsOptions;
use crate::{Failure, settings, source, terminal};

/// Columns after the name of the operation.
const COLUMNS: [&str; 4] = ["shapes", "paginator", "waiters", "documentation"];

/// Lists the operations of the model and marks the selected ones.
pub(crate) fn run(options: &OperationsOptions) -> Result<(), Failure> {
    let settings = settings::one(&options.overrides, options.krate.as_deref())?;
    let model = source::load(&settings.config, options.overrides.model.as_ref())?;
    let rows = inspect::operations(&model, &settings.config.selection);
    let [shapes, paginated, waiters, documentation] = COLUMNS.map(str::to_owned);
    let mut table = vec![["  operation".to_owned(), shapes, paginated, waiters, documentation]];
    table.extend(rows.into_iter().map(|row| {
        let mark = if row.is_selected { '*' } else { ' ' };
        let paginated = if row.is_paginated { "declared" } else { "" };
        [
            format!("{mark} {}", row.name),
            row.shapes.to_string(),
            paginated.to_owned(),
            row.waiters.join(", "),
            row.summary,
        ]
    }));
    terminal::print(&aligned(&table))
}

/// Aligns the columns of a table, without trailing spaces.
fn aligned<const N: usize>(table: &[[String; N]]) -> String {
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; N] = std::array::from_fn(width);
    let mut text = String::new();
    for row in table {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}
