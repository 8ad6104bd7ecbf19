//! Two models -> the changes for users of the generated crate.
//!
//! A program sees the plan of a model: names, Rust types, derives. So the API is compared plan by plan (`api`), item by item, and
//! items are matched by the shape ids and wire names that they come from. Everything else is compared in the canonical models
//! (`shape`), trait by trait. A difference of the models that neither part has a rule for is reported as
//! [`Kind::Unclassed`]: no difference is dropped.

mod api;

mod change;
mod compare;
mod deprecation;
mod derive;
mod endpoint;
mod enumeration;
mod event_stream;
mod field;
mod identity;
mod notation;
mod operation;
mod pair;
mod render;
mod report;
mod role;
mod root;
mod shape;
mod side;
mod structure;
mod traits;
mod version;

pub use change::{Breaks, Change, Class, Kind};
pub use compare::compare;
pub(crate) use compare::invalid_old;
pub use render::{json, markdown, text};
pub use report::Report;
pub use version::{Step, next};
