//! Member tables: the macros that implement structures from a list of their members.

mod fluent;
mod member;
mod structure;
