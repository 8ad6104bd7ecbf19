//! `cargo xtask operations`

use clap::ArgMatches;
use tinsmith::{inspect, load};

use crate::{Failure, settings, terminal};

/// The columns behind the mark and the name.
const COLUMNS: [&str; 4] = ["shapes", "paginator", "waiters", "documentation"];

/// Lists the operations of the model, marking those that are generated.
pub(crate) fn run(arguments: &ArgMatches) -> Result<(), Failure> {
    let settings = settings::load(arguments)?;
    let model = load(&settings.config).map_err(|findings| Failure(findings.render(terminal::colour())))?;
    let rows = inspect::operations(&model, &settings.config.selection);
    let [shapes, paginated, waiters, documentation] = COLUMNS.map(str::to_owned);
    let mut table = vec![["  operation".to_owned(), shapes, paginated, waiters, documentation]];
    table.extend(rows.into_iter().map(|row| {
        let mark = if row.selected { '*' } else { ' ' };
        let paginated = if row.paginated { "declared" } else { "" };
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

/// The cells of each column below each other; nothing stands behind the last one of a line.
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
