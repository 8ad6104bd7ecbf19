//! `split` of the endpoint rules.

/// The parts of `value` between the delimiters, `limit` of them at most; any number if that is 0.
#[inline]
pub fn split(value: &str, delimiter: &str, limit: usize) -> Vec<String> {
    if delimiter.is_empty() {
        return vec![value.to_owned()];
    }
    let limit = if limit == 0 { usize::MAX } else { limit };
    value.splitn(limit, delimiter).map(str::to_owned).collect()
}
