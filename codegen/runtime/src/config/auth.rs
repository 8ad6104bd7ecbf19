//! Resolution of authentication schemes, by which requests are signed.

use std::{borrow::Cow, error::Error, fmt};

/// Parameters of the resolution.
#[derive(Clone, Debug, PartialEq)]
pub struct Params {
    operation_name: Cow<'static, str>,
}

impl Params {
    /// Starts a [`ParamsBuilder`].
    #[must_use]
    pub fn builder() -> ParamsBuilder {
        ParamsBuilder::default()
    }

    /// Name of the operation in the model.
    #[must_use]
    pub fn operation_name(&self) -> &str {
        &self.operation_name
    }

    pub(crate) fn new(operation_name: &'static str) -> Self {
        Self { operation_name: operation_name.into() }
    }
}

/// Builds [`Params`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParamsBuilder {
    operation_name: Option<Cow<'static, str>>,
}

impl ParamsBuilder {
    /// Sets the name of the operation, which is required.
    #[must_use]
    pub fn operation_name(self, operation_name: impl Into<Cow<'static, str>>) -> Self {
        self.set_operation_name(Some(operation_name.into()))
    }

    /// Sets or unsets the name of the operation.
    #[must_use]
    pub fn set_operation_name(mut self, operation_name: Option<Cow<'static, str>>) -> Self {
        self.operation_name = operation_name;
        self
    }

    /// Builds [`Params`]. Fails without the name of the operation.
    pub fn build(self) -> Result<Params, BuildError> {
        match self.operation_name {
            Some(operation_name) => Ok(Params { operation_name }),
            None => Err(BuildError { field: "operation_name" }),
        }
    }
}

/// Error of a required parameter that is not set.
#[derive(Debug)]
pub struct BuildError {
    field: &'static str,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a required field was missing: `{}`", self.field)
    }
}

impl Error for BuildError {}
