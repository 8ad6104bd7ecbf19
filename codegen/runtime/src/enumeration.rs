//! String enums.

mod traits;
mod unknown;

pub use unknown::UnknownVariantValue;
