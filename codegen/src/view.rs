//! A model for people to look at: what an operation pulls in, who uses a shape, and a table of all operations.

mod mermaid;
mod operations;
mod text;
mod tree;

pub use mermaid::mermaid;
pub use operations::{Row, operations};
pub use text::text;
pub use tree::{Branch, DEEPEST, inverted, tree};
