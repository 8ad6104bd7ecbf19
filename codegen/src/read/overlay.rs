//! Overlays: files of `apply` statements that add traits to a model, or remove them.
//!
//! `codegen/OVERLAYS.md` is their documentation for users.

mod file;
mod rule;

pub use file::{overlay, overlay_text, overlays};
