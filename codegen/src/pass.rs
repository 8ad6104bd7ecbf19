//! Passes: checks and decisions on a model, in the order of this list.

mod derive;
mod link;
mod recurse;
mod rust_name;
mod select;

pub use link::link;
pub use recurse::boxed_members;
pub use select::{Selected, Selection, select};
