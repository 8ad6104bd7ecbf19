//! Items of one list that another has, word for word or with another signature.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What two lists have in common and what not.
pub(crate) struct Comparison<'a> {
    all: usize,
    pub(crate) differences: Vec<Difference<'a>>,
}

/// An item that is expected and not there as expected.
pub(crate) struct Difference<'a> {
    /// The item as it should be.
    pub(crate) expected: &'a str,
    /// The item of the same path, if there is one.
    found: Option<&'a str>,
}

impl<'a> Comparison<'a> {
    pub(crate) fn of(expected: &'a BTreeSet<String>, own: &'a BTreeSet<String>) -> Self {
        let by_path: BTreeMap<&str, &str> = own.iter().map(|item| (path(item), item.as_str())).collect();
        let missing = expected.iter().filter(|item| !own.contains(*item));
        let difference =
            |item: &'a String| Difference { expected: item, found: by_path.get(path(item)).copied() };
        Self { all: expected.len(), differences: missing.map(difference).collect() }
    }
}

impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.all - self.differences.len();
        let other = self.differences.iter().filter(|difference| difference.found.is_some()).count();
        let absent = self.differences.len() - other;
        let percent = |count: usize| {
            let tenths = 1000 * count / self.all.max(1);
            format!("{}.{} %", tenths / 10, tenths % 10)
        };
        writeln!(f, "{:>5}  items in the list", self.all)?;
        writeln!(f, "{exact:>5}  exactly the same ({})", percent(exact))?;
        writeln!(f, "{other:>5}  with another signature ({})", percent(other))?;
        write!(f, "{absent:>5}  absent ({}); of both:", percent(absent))
    }
}

impl fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.expected)?;
        self.found.map_or(Ok(()), |found| write!(f, "\n           here it is: {found}"))
    }
}

/// The path of an item without its signature.
pub(crate) fn path(item: &str) -> &str {
    let words = item.trim_start_matches("#[non_exhaustive] ");
    let start = words.find("::").map_or(0, |at| words[..at].rfind(' ').map_or(0, |space| space + 1));
    let rest = &words[start..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
    rest[..end].trim_end_matches(':')
}

#[cfg(test)]
mod tests {
    use super::{Comparison, path};

    #[test]
    fn paths_end_where_signatures_start() {
        assert_eq!(path("pub fn a::B::c<F>(self, F) -> Self"), "a::B::c");
        assert_eq!(path("pub a::B::c: core::option::Option<i32>"), "a::B::c");
        assert_eq!(path("#[non_exhaustive] pub struct a::B"), "a::B");
        assert_eq!(path("pub const fn a::B::c(&self)"), "a::B::c");
    }

    #[test]
    fn what_is_missing_and_what_differs_is_told_apart() {
        let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
        let expected = list(&["pub fn a::b(i32)", "pub fn a::c()", "pub mod a"]);
        let own = list(&["pub fn a::b(u8)", "pub mod a"]);
        let comparison = Comparison::of(&expected, &own);
        let found: Vec<_> = comparison.differences.iter().map(|one| (one.expected, one.found)).collect();
        assert_eq!(found, [("pub fn a::b(i32)", Some("pub fn a::b(u8)")), ("pub fn a::c()", None)]);
        assert!(comparison.to_string().contains("1  exactly the same (33.3 %)"), "{comparison}");
    }
}
