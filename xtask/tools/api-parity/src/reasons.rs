//! Reasons of differences: lines with a pattern, two or more spaces, and a reason. A pattern is a part of an item, in which `*` is any
//! text.
//!
//! Reasons of one library follow a line `[library]`, those of all libraries a line `[any]`.

use std::collections::BTreeSet;

/// The section of reasons for all libraries.
const ANY: &str = "any";

/// Reasons, and their use.
#[derive(Default)]
pub(crate) struct Reasons {
    reasons: Vec<Reason>,
    /// The libraries that are compared.
    compared: BTreeSet<String>,
}

struct Reason {
    library: &'static str,
    pattern: &'static str,
    text: &'static str,
    used: bool,
}

impl Reasons {
    /// Parses reasons. Empty lines and lines that start with `# ` are comments.
    pub(crate) fn read(text: &'static str) -> Result<Self, String> {
        let mut reasons = Self::default();
        let mut library = ANY;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                library = section;
                continue;
            }
            let (pattern, text) =
                line.split_once("  ").ok_or_else(|| format!("`{line}` lacks two spaces and a reason"))?;
            reasons.reasons.push(Reason { library, pattern, text: text.trim(), used: false });
        }
        Ok(reasons)
    }

    /// Marks a library as compared.
    pub(crate) fn compare(&mut self, library: &str) {
        self.compared.insert(library.to_owned());
    }

    /// Returns the first reason whose pattern is part of an item of the library, and marks all that match as used.
    pub(crate) fn find(&mut self, library: &str, item: &str) -> Option<&'static str> {
        let mut found = None;
        let fits = |reason: &&mut Reason| {
            [ANY, library].contains(&reason.library) && has_pattern(item, reason.pattern)
        };
        for reason in self.reasons.iter_mut().filter(fits) {
            reason.used = true;
            found = found.or(Some(reason.text));
        }
        found
    }

    /// Returns the patterns that matched no item of the compared libraries. Those of all libraries count if all with a section
    /// are compared.
    pub(crate) fn unused(&self) -> Vec<&'static str> {
        let is_compared = |library: &str| self.compared.contains(library);
        let is_complete = self.reasons.iter().all(|it| it.library == ANY || is_compared(it.library));
        let is_due = |library: &str| if library == ANY { is_complete } else { is_compared(library) };
        let unused = self.reasons.iter().filter(|reason| !reason.used && is_due(reason.library));
        unused.map(|reason| reason.pattern).collect()
    }
}

fn has_pattern(item: &str, pattern: &str) -> bool {
    let mut rest = Some(item);
    for part in pattern.split('*') {
        rest = rest.and_then(|rest| Some(rest.split_once(part)?.1));
    }
    rest.is_some()
}

#[cfg(test)]
mod tests {
    use super::Reasons;

    #[test]
    fn reason_is_found_by_a_part_of_an_item_of_its_library() {
        let mut reasons = Reasons::read("# comment\n\npub *::b  one\n[sqs]\nc  other\n").unwrap();
        assert_eq!(reasons.find("kms", "pub fn a::b()"), Some("one"));
        assert_eq!(reasons.find("kms", "pub fn c()"), None);
        assert_eq!(reasons.find("kms", "pub fn b::a()"), None);
        assert_eq!(reasons.find("sqs", "pub fn c()"), Some("other"));
    }

    #[test]
    fn unused_reason_is_due_if_its_libraries_are_compared() {
        let mut reasons = Reasons::read("a  all\n[sqs]\nb  other\n").unwrap();
        assert!(reasons.unused().is_empty());
        reasons.compare("kms");
        assert!(reasons.unused().is_empty());
        reasons.compare("sqs");
        assert_eq!(reasons.unused(), ["a", "b"]);
    }

    #[test]
    fn line_without_a_reason_is_an_error() {
        assert!(Reasons::read("a::b").is_err());
    }
}
