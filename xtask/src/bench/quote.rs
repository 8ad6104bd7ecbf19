//! The part of the README that quotes figures.

use std::fs;
use std::path::Path;

use crate::Failure;

const START: &str = "<!-- figures -->\n";
const END: &str = "<!-- end of figures -->\n";

/// Puts `rows` where the README quotes figures.
pub(super) fn update(readme: &Path, rows: &str) -> Result<(), Failure> {
    let text = fs::read_to_string(readme)?;
    let place = text.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = place.ok_or_else(|| format!("{} has no place for figures", readme.display()))?;
    fs::write(readme, format!("{before}{START}{rows}{END}{after}"))?;
    Ok(())
}
#[cfg(test)]
mod tests {
    use super::{END, START};

    /// The cells of a row of a table, as far as the README quotes them.
    fn quoted(row: &str) -> Vec<&str> {
        row.split('|').map(str::trim).skip(1).take(4).collect()
    }

    #[test]
    fn readme_quotes_figures_that_were_measured() {
        let readme = include_str!("../../../README.md");
        let figures: Vec<_> = include_str!("../../reports/figures.md").lines().map(quoted).collect();
        let section =
            readme.split(START).nth(1).and_then(|rest| rest.split(END).next()).expect("it has figures");
        let rows: Vec<_> = section.lines().skip(2).collect();
        assert!(rows.len() > 3, "it quotes some");
        for row in rows {
            assert!(figures.contains(&quoted(row)), "not measured: {row}");
        }
    }
}
