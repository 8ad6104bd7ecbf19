//! Matching of old and new items.

/// Two lists, matched.
pub(super) struct Pairs<'a, T> {
    /// Only in the old list.
    pub(super) removed: Vec<&'a T>,
    /// Only in the new list.
    pub(super) added: Vec<&'a T>,
    /// In both.
    pub(super) both: Vec<(&'a T, &'a T)>,
}

/// Matches by the first key, the rest by the second, and so on.
pub(super) fn pair<'a, T>(
    old: impl IntoIterator<Item = &'a T>,
    new: impl IntoIterator<Item = &'a T>,
    keys: &[&dyn Fn(&T) -> String],
) -> Pairs<'a, T> {
    let mut pairs =
        Pairs { removed: old.into_iter().collect(), added: new.into_iter().collect(), both: Vec::new() };
    for key in keys {
        let mut by_key: std::collections::BTreeMap<String, &T> =
            std::mem::take(&mut pairs.added).into_iter().map(|item| (key(item), item)).collect();
        let removed = std::mem::take(&mut pairs.removed);
        for item in removed {
            match by_key.remove(&key(item)) {
                Some(other) => pairs.both.push((item, other)),
                None => pairs.removed.push(item),
            }
        }
        pairs.added.extend(by_key.into_values());
    }
    pairs
}
