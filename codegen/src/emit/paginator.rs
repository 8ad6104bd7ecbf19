//! Paginators of operations.

mod module;
mod paginated;
mod walk;

pub(super) use module::{entry, paginator};
