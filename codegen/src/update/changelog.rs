//! The change log of a generated crate. The generator adds entries and never changes existing text.

use crate::diff::{self, Report};

const HEADER: &str = "# Changelog

Each entry lists the changes of a newer model for users of the crate. The command `update` adds entries at the top and keeps
all other text.
";

/// Adds an entry at the top of a change log, or creates one.
#[must_use]
pub fn with_entry(changelog: Option<&str>, version: &str, report: &Report) -> String {
    if let Some(windows) = changelog.filter(|text| text.contains("\r\n")) {
        let text = with_entry(Some(&windows.replace("\r\n", "\n")), version, report);
        return text.replace('\n', "\r\n");
    }
    let entry = format!("## {version}\n\n{}", diff::markdown(report, 3));
    let text = changelog.unwrap_or(HEADER);
    match entries(text) {
        Some(start) => format!("{}{entry}\n{}", &text[..start], &text[start..]),
        None => format!("{}\n\n{entry}", text.trim_end()),
    }
}

/// Returns the offset of the first entry.
fn entries(text: &str) -> Option<usize> {
    if text.starts_with("## ") {
        return Some(0);
    }
    text.find("\n## ").map(|line_end| line_end + 1)
}

#[cfg(test)]
mod tests {
    use super::{HEADER, with_entry};
    use crate::diff::Report;

    #[test]
    fn entries_are_added_at_the_top_and_other_text_is_kept() {
        let first = with_entry(None, "0.1.1", &Report::default());
        assert!(first.starts_with(HEADER), "{first}");
        let edited = first.replace("## 0.1.1\n", "## 0.1.1\n\nBy hand.\n");
        let second = with_entry(Some(&edited), "0.2.0", &Report::default());
        let (above, below) = second.split_once("## 0.1.1").unwrap();
        assert!(above.starts_with(HEADER) && above.contains("\n## 0.2.0\n\n"), "{second}");
        assert!(below.starts_with("\n\nBy hand.\n"), "{second}");
    }

    #[test]
    fn line_ends_are_kept() {
        let windows = with_entry(None, "0.1.0", &Report::default()).replace('\n', "\r\n");
        let text = with_entry(Some(&windows), "0.2.0", &Report::default());
        assert!(text.contains("\r\n## 0.2.0\r\n") && text.ends_with("\r\n"), "{text}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }

    #[test]
    fn a_changelog_without_entries_gets_its_first_at_the_end() {
        assert!(with_entry(Some("Ours.\n"), "1.0.0", &Report::default()).starts_with("Ours.\n\n## 1.0.0\n"));
    }
}
