//! Tests of the commands, as a user runs them: outside of the repository and without cargo.

#[cfg(unix)]
mod bad_input;
mod command_line;
mod project;
mod source;

mod folder;
