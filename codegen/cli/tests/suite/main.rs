//! Tests of the commands, as a user runs them: outside of the repository and without cargo.

mod command_line;
mod project;

mod folder;
