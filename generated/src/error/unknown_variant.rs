// Copied by tinsmith from its support code. Do not edit.

//! Failure to parse an enum value.

use std::{error::Error, fmt};

/// A text is none of the values that an enum lists.
#[derive(Debug)]
pub struct UnknownVariantError {
    pub(crate) value: String,
}

impl fmt::Display for UnknownVariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown enum variant: '{}'", self.value)
    }
}

impl Error for UnknownVariantError {}
