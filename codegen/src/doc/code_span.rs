//! Code spans.

/// A string of a model as a code span on one line, which it cannot break out of.
pub(crate) fn code_span(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    let text = text.trim();
    if text.is_empty() {
        return "an empty name".to_owned();
    }
    let fence = "`".repeat(longest_backticks(text) + 1);
    let space = if text.contains('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// The length of the longest run of back-ticks.
pub(super) fn longest_backticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}
