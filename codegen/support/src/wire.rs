//! How schemas are read and written: what the emitted code of every shape shares.

mod lenient;
mod members;
mod read_list;
mod read_map;
mod read_sparse_list;
mod read_sparse_map;
mod read_unit;
mod strict;
mod write_list;
mod write_map;
mod write_sparse_list;
mod write_sparse_map;
mod write_unit;

pub(crate) use lenient::LenientReader;
pub(crate) use members::read_members;
pub(crate) use read_list::read_list;
pub(crate) use read_map::read_map;
pub(crate) use read_sparse_list::read_sparse_list;
pub(crate) use read_sparse_map::read_sparse_map;
pub(crate) use read_unit::read_unit;
pub(crate) use strict::StrictReader;
pub(crate) use write_list::write_list;
pub(crate) use write_map::write_map;
pub(crate) use write_sparse_list::write_sparse_list;
pub(crate) use write_sparse_map::write_sparse_map;
pub(crate) use write_unit::write_unit;
