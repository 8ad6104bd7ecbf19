//! Changes of inputs before they are serialized.

use super::Operation;

/// An operation whose inputs are changed before they are serialized. Generated code implements this.
pub trait Adapted: Operation {
    /// Changes the input.
    fn adapt_input(input: &mut Self::Input);
}

/// Returns a changed copy of `input`.
#[inline]
pub fn adapted<O: Adapted<Input: Clone>>(input: &O::Input) -> O::Input {
    let mut input = input.clone();
    O::adapt_input(&mut input);
    input
}

/// Removes the first of `prefixes` that a member starts with.
#[inline]
pub fn trim_prefix(member: &mut Option<String>, prefixes: &[&str]) {
    let text = member.as_deref().unwrap_or_default();
    let trimmed = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).map(str::to_owned);
    if trimmed.is_some() {
        *member = trimmed;
    }
}

/// Sets a member that is absent or empty.
#[inline]
pub fn set_default(member: &mut Option<String>, value: &str) {
    if member.as_deref().unwrap_or_default().is_empty() {
        *member = Some(value.to_owned());
    }
}
