//! Rust names of shapes and members: one rule for each kind of item, exceptions as data.
//!
//! The rules are those of the official SDK for Rust, so that programs written for it compile unchanged.

mod case;
mod distinct;
mod keyword;
mod rule;
mod spelling;

pub use case::{pascal, snake};
pub(crate) use distinct::{Valued, distinct};
pub use keyword::is_config_method;
pub(crate) use keyword::{escape_field, escape_item, escape_variant, is_device, is_keyword};
pub use rule::{constant, field, ident, item, module, operation, operation_item, variant};
