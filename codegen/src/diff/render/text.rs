//! The rendering for terminals.

use super::wording::{by_shape, heading, reached_by, unselected, verdict};
use crate::diff::change::Class;
use crate::diff::report::Report;

/// The maximum number of changes of documentation that are listed.
const MAX_DOCUMENTATION: usize = 20;

/// The report by class and shape; with terminal colours if asked.
#[must_use]
pub fn text(report: &Report, colour: bool) -> String {
    let mut text = String::new();
    for class in Class::ALL {
        section(report, class, colour, &mut text);
    }
    for line in unselected(report) {
        text.push_str(&format!("{line}\n\n"));
    }
    let verdict = verdict(report);
    text.push_str(&painted(&format!("{}: {verdict}", report.service), "1", colour));
    text.push('\n');
    text
}

fn section(report: &Report, class: Class, colour: bool, text: &mut String) {
    let count = report.of(class).count();
    if count == 0 {
        return;
    }
    text.push_str(&painted(&format!("{} ({count})", heading(class)), code(class), colour));
    text.push('\n');
    if class == Class::Documentation && count > MAX_DOCUMENTATION {
        text.push_str("  not shown; `--format json` lists them\n\n");
        return;
    }
    for (shape, changes) in by_shape(report, class) {
        let reached = changes.first().map(|change| reached_by(report, change)).unwrap_or_default();
        let reached = if reached == shape { String::new() } else { format!(" (in {reached})") };
        text.push_str(&format!("  {}{}\n", painted(&shape, "1", colour), painted(&reached, "2", colour)));
        for change in changes {
            text.push_str(&format!("    - {}\n", change.summary));
        }
    }
    text.push('\n');
}

/// The terminal's code for the colour of a class.
fn code(class: Class) -> &'static str {
    match class {
        Class::Breaking => "1;31",
        Class::Additive => "1;32",
        Class::Behaviour => "1;33",
        Class::Documentation => "1;36",
    }
}

fn painted(text: &str, code: &str, colour: bool) -> String {
    if colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}
