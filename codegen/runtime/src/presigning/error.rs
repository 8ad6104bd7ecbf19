//! Errors of presigning configurations.

use std::{error::Error, fmt};

/// Error of a presigning configuration.
#[derive(Debug)]
pub struct PresigningConfigError(pub(super) Kind);

#[derive(Debug)]
pub(super) enum Kind {
    NoDuration,
    TooLong,
}

impl fmt::Display for PresigningConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::NoDuration => "`expires_in` is required",
            Kind::TooLong => "`expires_in` must not be longer than one week",
        })
    }
}

impl Error for PresigningConfigError {}
