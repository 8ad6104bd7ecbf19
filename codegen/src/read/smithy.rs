//! Smithy JSON AST, 2.0 or 1.0, to model. Source: Smithy 2.0 specification, "JSON AST".

pub(super) mod apply;
mod document;
mod mixin;
mod shape;
mod upgrade;
mod version;

pub(super) use document::read;
pub(super) use version::check_version;
