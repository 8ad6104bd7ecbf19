//! Distinct names for the values of an enum.

use std::collections::BTreeMap;

use super::spelling::{Symbols, plain, spelled, upper};

/// A value of an enum that gets a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Valued<'a> {
    /// The value.
    pub(crate) value: &'a str,
    /// The name that the model gives it; one is derived from the value otherwise.
    pub(crate) name: Option<&'a str>,
}

impl Valued<'_> {
    /// Returns the name that the value has unless it falls together with another one.
    fn plain(&self) -> String {
        let modelled = self.name.map(str::to_owned).or_else(|| plain(self.value));
        modelled.unwrap_or_else(|| symbols(self.value))
    }
}

/// Maximum number of bytes of a value whose symbols are spelled out in its name.
const MAX_SPELLED: usize = 20;

/// Returns a name for symbols, or one with the hash of the value if there are too many.
fn symbols(value: &str) -> String {
    if value.len() <= MAX_SPELLED {
        return spelled(value, Symbols::All);
    }
    format!("VALUE_{:016x}", digest(value))
}

/// Returns names that differ after `convert`, in the order of the values.
///
/// A value whose name an earlier one has gets the first of its [`spellings`] that is free, so that a value that a newer model adds at
/// the end renames no other.
pub(crate) fn distinct(values: &[Valued<'_>], convert: impl Fn(&str) -> String) -> Vec<String> {
    let mut holders: BTreeMap<String, &str> = BTreeMap::new();
    let mut names = Vec::new();
    for value in values {
        let plain = value.plain();
        let name = match holders.get(&convert(&plain)) {
            Some(holder) => free(value.value, &plain, holder, |name| !holders.contains_key(&convert(name))),
            None => plain,
        };
        holders.insert(convert(&name), value.value);
        names.push(name);
    }
    names
}

/// Returns a name of a value whose own is taken.
fn free(value: &str, plain: &str, holder: &str, is_free: impl Fn(&str) -> bool) -> String {
    let free = spellings(value, plain, holder).into_iter().find(|name| is_free(name));
    let mut name = free.unwrap_or_else(|| format!("{plain}_{:016x}", digest(value)));
    while !is_free(&name) {
        name += "X";
    }
    name
}

/// Returns other names of a value, whose own is that of `holder`. None depends on the other values.
fn spellings(value: &str, plain: &str, holder: &str) -> Vec<String> {
    if value.len() > plain.len() + MAX_SPELLED {
        return Vec::new();
    }
    let has_case = value.bytes().any(|letter| letter.is_ascii_alphabetic());
    let case = if !value.bytes().any(|letter| letter.is_ascii_uppercase()) {
        "Lowercase"
    } else if !value.bytes().any(|letter| letter.is_ascii_lowercase()) {
        "Uppercase"
    } else {
        "MixedCase"
    };
    let all = spelled(value, Symbols::All);
    let with_case = [format!("{plain}_{case}"), format!("{all}_{case}")].map(upper);
    let with_symbols = [spelled(value, Symbols::Meaningful), all];
    let differs_by_case = value.eq_ignore_ascii_case(holder);
    with_symbols
        .into_iter()
        .filter(|_| !differs_by_case)
        .chain(with_case.into_iter().filter(|_| has_case))
        .collect()
}

/// Returns the FNV-1a hash of a value.
fn digest(value: &str) -> u64 {
    value
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::super::variant;
    use super::{Valued, distinct};

    fn variants(values: &[&str]) -> Vec<String> {
        let values: Vec<_> = values.iter().map(|value| Valued { value, name: None }).collect();
        distinct(&values, variant).iter().map(|name| variant(name)).collect()
    }

    #[test]
    fn values_that_fall_together_get_distinct_variants() {
        for (values, expected) in [
            (&["Etc/GMT+1", "Etc/GMT-1"][..], &["EtcGmt1", "EtcGmtMinus1"][..]),
            (
                &["<=", ">=", "<", ">", "=", "!="],
                &["LessEqual", "GreaterEqual", "Less", "Greater", "Equal", "NotEqual"],
            ),
            (&["INVALID_REQUEST", "invalid_request"], &["InvalidRequest", "InvalidRequestLowercase"]),
            (&["a-b", "a_b", "a.b", "A.B"], &["AB", "AUnderscoreB", "ADotB", "ABUppercase"]),
            (&["", " ", "/", "EMPTY"], &["Empty", "Space", "Slash", "EmptyUppercase"]),
            (&["Unknown", "UNKNOWN"], &["UnknownValue", "UnknownUppercase"]),
        ] {
            assert_eq!(variants(values), expected);
        }
    }

    #[test]
    fn many_symbols_are_not_spelled_out() {
        let names = variants(&[&"?".repeat(1000), &"a".repeat(3), &format!("a{}aa", "?".repeat(1000))]);
        assert!(names.iter().all(|name| name.len() < 40), "{names:?}");
        assert_eq!(names.len(), 3);
    }

    #[test]
    fn added_values_rename_no_other() {
        let values = ["a+b", "a-b", "A_B", "a b", "a/b", "ab", "<", "<=", "A+B", "aPlusB", "A-B"];
        let all = variants(&values);
        for count in 0..values.len() {
            assert_eq!(variants(&values[..count]), all[..count]);
        }
    }

    #[test]
    fn number_of_values_that_fall_together_is_not_limited() {
        let letters = |bits: u32| -> String {
            let case = |index: u32| if bits >> index & 1 == 0 { 'a' } else { 'A' };
            (0..9).map(case).collect()
        };
        let values: Vec<String> = (0..512).map(letters).collect();
        let mut found = variants(&values.iter().map(String::as_str).collect::<Vec<_>>());
        found.sort();
        found.dedup();
        assert_eq!(found.len(), values.len());
    }
}
