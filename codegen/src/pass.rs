//! Passes: checks and analyses of a model, which end in a result or in diagnostics.

mod derive;
mod link;
mod recurse;
mod rust_name;
mod select;

pub use link::link;
pub use recurse::boxed_members;
pub use select::{Selected, Selection, select};
