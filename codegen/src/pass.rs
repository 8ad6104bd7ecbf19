//! Passes: a model goes in and comes out better, or with diagnostics. They run in the order of this list.

mod derive;
mod link;
mod recurse;
mod rust_name;
mod select;

pub use link::link;
pub use recurse::boxed_members;
pub use select::{Selected, Selection, select};
