//! Documentation strings of a model, as Markdown that rustdoc accepts.
//!
//! `smithy.api#documentation` is Markdown, which may hold HTML; in the models of AWS it is HTML only. Both are read into one tree,
//! and the tree is written again:
//!
//! ```text
//! html ----+
//!          +-> build -> tree -> render -> inline
//! markdown +
//! ```
//!
//! The result passes rustdoc's lints, holds no doctest, and stays the same if it is converted again.

mod build;
mod clean;
mod code_span;
mod convert;
mod html;
mod inline;
mod markdown;
#[cfg(test)]
mod property;
mod render;
mod summary;
#[cfg(test)]
mod tests;
mod tree;

pub(crate) use code_span::code_span;
pub(crate) use convert::to_markdown;
pub(crate) use summary::summary;
