//! Reasons of absent items: lines with a pattern, which is a part of an item, two or more spaces, and a reason.

/// Reasons, and their use.
pub(crate) struct Reasons(Vec<Reason>);

struct Reason {
    pattern: &'static str,
    text: &'static str,
    used: bool,
}

impl Reasons {
    /// Parses reasons. Empty lines and lines that start with `#` are comments.
    pub(crate) fn read(text: &'static str) -> Result<Self, String> {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let reason = |line: &'static str| {
            let (pattern, text) =
                line.split_once("  ").ok_or_else(|| format!("`{line}` lacks two spaces and a reason"))?;
            Ok(Reason { pattern, text: text.trim(), used: false })
        };
        lines.map(reason).collect::<Result<_, _>>().map(Self)
    }

    /// Returns the first reason whose pattern is part of the item, and marks all that match as used.
    pub(crate) fn find(&mut self, item: &str) -> Option<&'static str> {
        let mut found = None;
        for reason in self.0.iter_mut().filter(|reason| item.contains(reason.pattern)) {
            reason.used = true;
            found = found.or(Some(reason.text));
        }
        found
    }

    /// Returns the patterns that matched no item.
    pub(crate) fn unused(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter(|reason| !reason.used).map(|reason| reason.pattern)
    }
}

#[cfg(test)]
mod tests {
    use super::Reasons;

    #[test]
    fn reason_is_found_by_a_part_of_the_item() {
        let mut reasons = Reasons::read("# comment\n\na::b  one\nc  other\n").unwrap();
        assert_eq!(reasons.find("pub fn a::b()"), Some("one"));
        assert_eq!(reasons.find("pub fn d()"), None);
        assert_eq!(reasons.unused().collect::<Vec<_>>(), ["c"]);
    }

    #[test]
    fn line_without_a_reason_is_an_error() {
        assert!(Reasons::read("a::b").is_err());
    }
}
