//! Derives in overlays: `tinsmith.api#derive`, `#dependencies` and `#attributes` as typed values.

mod attribute;
mod dependency;
mod derives;
mod read;

pub use attribute::{Attribute, Attributes};
pub use dependency::{Dependencies, Dependency};
pub use derives::{Derive, DeriveMacro};
