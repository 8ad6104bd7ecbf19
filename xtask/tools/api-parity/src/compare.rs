//! Comparison of two lists of public items.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Differences between an expected list and the actual one.
pub(crate) struct Comparison<'a> {
    all: usize,
    pub(crate) differences: Vec<Difference<'a>>,
}

/// An expected item that is absent or has another signature.
pub(crate) struct Difference<'a> {
    /// The expected item.
    pub(crate) expected: &'a str,
    /// The actual item of the same path.
    actual: Option<&'a str>,
}

impl<'a> Comparison<'a> {
    pub(crate) fn of(expected: &'a BTreeSet<String>, actual: &'a BTreeSet<String>) -> Self {
        let by_path: BTreeMap<&str, &str> = actual.iter().map(|item| (path(item), item.as_str())).collect();
        let missing = expected.iter().filter(|item| !actual.contains(*item));
        let difference =
            |item: &'a String| Difference { expected: item, actual: by_path.get(path(item)).copied() };
        Self { all: expected.len(), differences: missing.map(difference).collect() }
    }
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.all - self.differences.len();
        let other = self.differences.iter().filter(|difference| difference.actual.is_some()).count();
        let absent = self.differences.len() - other;
        let percent = |count: usize| {
            let tenths = 1000 * count / self.all.max(1);
            format!("{}.{} %", tenths / 10, tenths % 10)
        };
        writeln!(f, "{:>5}  expected items", self.all)?;
        writeln!(f, "{exact:>5}  equal ({})", percent(exact))?;
        writeln!(f, "{other:>5}  with another signature ({})", percent(other))?;
        write!(f, "{absent:>5}  absent ({}); reasons of both:", percent(absent))
    }
}

impl fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.expected)?;
        self.actual.map_or(Ok(()), |actual| write!(f, "\n              actual: {actual}"))
    }
}

/// The path of an item without its signature.
pub(crate) fn path(item: &str) -> &str {
    let item = item.trim_start_matches("#[non_exhaustive] ");
    let start = item.find("::").map_or(0, |at| item[..at].rfind(' ').map_or(0, |space| space + 1));
    let rest = &item[start..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
    rest[..end].trim_end_matches(':')
}

#[cfg(test)]
mod tests {
    use super::{Comparison, path};

    #[test]
    fn path_ends_before_the_signature() {
        assert_eq!(path("pub fn a::B::c<F>(self, F) -> Self"), "a::B::c");
        assert_eq!(path("pub a::B::c: core::option::Option<i32>"), "a::B::c");
        assert_eq!(path("#[non_exhaustive] pub struct a::B"), "a::B");
        assert_eq!(path("pub const fn a::B::c(&self)"), "a::B::c");
    }

    #[test]
    fn absent_and_different_items_are_distinguished() {
        let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
        let expected = list(&["pub fn a::b(i32)", "pub fn a::c()", "pub mod a"]);
        let actual = list(&["pub fn a::b(u8)", "pub mod a"]);
        let comparison = Comparison::of(&expected, &actual);
        let differences: Vec<_> =
            comparison.differences.iter().map(|one| (one.expected, one.actual)).collect();
        assert_eq!(differences, [("pub fn a::b(i32)", Some("pub fn a::b(u8)")), ("pub fn a::c()", None)]);
        assert!(comparison.to_string().contains("1  equal (33.3 %)"), "{comparison}");
    }
}
