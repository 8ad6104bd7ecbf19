//! The rendering for change logs and pull requests.

use super::wording::{by_shape, heading, unselected, verdict};
use crate::diff::change::Class;
use crate::diff::report::Report;

/// The report as sections below headings of `level`.
#[must_use]
pub fn markdown(report: &Report, level: usize) -> String {
    let hashes = "#".repeat(level);
    let mut text = String::new();
    for class in Class::ALL {
        let shapes = by_shape(report, class);
        if shapes.is_empty() {
            continue;
        }
        text.push_str(&format!("{hashes} {}\n\n", heading(class)));
        for change in shapes.into_values().flatten() {
            text.push_str(&format!("- {}\n", safe(&change.summary)));
        }
        text.push('\n');
    }
    for line in unselected(report) {
        text.push_str(&format!("{}\n\n", safe(&line)));
    }
    text.push_str(&format!("{}: {}.\n", safe(&report.service), verdict(report)));
    text
}

/// A string of the model on one line, with escaped markup.
fn safe(text: &str) -> String {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let mut inside = false;
    let escape = |letter: char| {
        inside ^= letter == '`';
        match letter {
            '<' | '>' | '*' | '_' | '[' | ']' | '\\' if !inside => format!("\\{letter}"),
            _ => letter.to_string(),
        }
    };
    line.chars().map(escape).collect()
}
