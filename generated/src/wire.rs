// Copied by tinsmith from its support code. Do not edit.

//! How schemas are read and written: what the emitted code of every shape shares.

mod lenient;
mod members;
mod read_list;
mod strict;

pub(crate) use lenient::LenientReader;
pub(crate) use members::read_members;
pub(crate) use read_list::read_list;
pub(crate) use strict::StrictReader;
