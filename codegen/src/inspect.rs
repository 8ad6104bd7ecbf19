//! A model for people: the shapes of an operation, the users of a shape, and the table of operations.

mod mermaid;
mod operations;
mod text;
mod tree;

pub use mermaid::mermaid;
pub use operations::{Row, operations};
pub use text::text;
pub use tree::{Branch, MAX_DEPTH, inverted, tree};
