//! Passes: checks and analyses of a model, which end in a result or in diagnostics.

mod boxed_members;
mod derive;
mod reference;
mod rust_name;
mod select;
mod service;
mod validate;

pub use boxed_members::boxed_members;
pub use select::{Selected, Selection, select};
pub use service::only_service;
pub use validate::validate;
