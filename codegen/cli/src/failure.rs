//! The error of a command.

use std::fmt::Display;

/// A message for people: the reason why a command failed.
#[derive(Debug)]
pub struct Failure(pub String);

impl<E: Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}
