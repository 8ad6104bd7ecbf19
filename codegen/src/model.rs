//! The typed model of a service, independent of the format that it was read from.

pub mod auth;
mod closure;
pub mod derive;
mod graph;
mod prelude;
mod shape;
pub mod traits;

pub use closure::Closure;
pub use graph::Model;
pub use shape::{
    Member, OperationShape, Reference, ResourceShape, ServiceShape, Shape, ShapeKind, SimpleKind,
    is_event_stream, is_streaming,
};
pub use traits::Traits;
