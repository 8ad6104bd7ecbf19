//! Enum values that the model does not list.

use std::fmt;

/// An enum value that this version of the crate does not list.
///
/// Read it through `as_str` of the enum.
#[non_exhaustive]
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Hash)]
pub struct UnknownVariantValue(String);

impl UnknownVariantValue {
    /// Returns the value on the wire.
    #[doc(hidden)]
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for UnknownVariantValue {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl fmt::Display for UnknownVariantValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
