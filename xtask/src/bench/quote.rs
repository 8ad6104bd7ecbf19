//! The figures that the README quotes.

use std::fs;
use std::path::Path;

use xtask_common::Failure;

const START: &str = "<!-- figures -->\n";
const END: &str = "<!-- end of figures -->\n";

/// Replaces the figures of the README by `rows`.
pub(super) fn update(readme: &Path, rows: &str) -> Result<(), Failure> {
    let text = fs::read_to_string(readme)?;
    let around = text.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = around.ok_or_else(|| format!("{} has no markers for figures", readme.display()))?;
    fs::write(readme, format!("{before}{START}{rows}{END}{after}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{END, START};

    /// Returns the cells of a row that the README quotes.
    fn quoted(row: &str) -> Vec<&str> {
        row.split('|').map(str::trim).skip(1).take(4).collect()
    }

    #[test]
    fn figures_of_the_readme_are_in_the_report() {
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
