//! Errors of endpoint parameters.

use std::{borrow::Cow, error::Error, fmt};

/// Error of endpoint parameters that have no value or an invalid one.
#[derive(Debug)]
pub struct InvalidParams {
    field: Cow<'static, str>,
    problem: &'static str,
}

impl InvalidParams {
    /// Creates the error for the parameter `field`.
    #[doc(hidden)]
    #[must_use]
    pub fn new(field: &'static str, problem: &'static str) -> Self {
        Self { field: field.into(), problem }
    }
}

impl fmt::Display for InvalidParams {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid value for field: `{}` - {}", self.field, self.problem)
    }
}

impl Error for InvalidParams {}
