//! Updates: a newer model, and the crate, version and report that follow from it.
//!
//! [`plan`] only reads; the caller shows or writes its result.

mod changelog;
mod plan;

pub use changelog::with_entry;
pub use plan::{Update, plan};
