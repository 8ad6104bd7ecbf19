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
