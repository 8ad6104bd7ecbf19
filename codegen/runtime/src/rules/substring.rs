//! `substring` of the endpoint rules.

/// The bytes from `start` to `stop`, counted from the end if `reverse`. `None` where there are not
/// as many, and for text beyond ASCII.
#[inline]
pub fn substring(value: &str, start: usize, stop: usize, reverse: bool) -> Option<&str> {
    if !value.is_ascii() || start >= stop || stop > value.len() {
        return None;
    }
    let range = if reverse { value.len() - stop..value.len() - start } else { start..stop };
    value.get(range)
}
