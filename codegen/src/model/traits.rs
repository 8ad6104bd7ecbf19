//! Traits: facts about a shape or member.

pub mod id;
mod known;
mod set;
mod value_kind;

#[cfg(test)]
pub(crate) use known::{FAMILIES, KNOWN};
pub use known::{NAMESPACE, OF_OVERLAYS, OURS, is_known, unknown_of_ours};
pub use set::{TraitValue, Traits};
#[cfg(test)]
pub(crate) use value_kind::TraitValueKind;
pub(crate) use value_kind::value_kind;
